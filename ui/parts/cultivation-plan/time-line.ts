import type { PersonCultivation } from '../../cultivation-plan.ts'
import { plainNumber } from '../../format.ts'
import { t } from '../../words/index.ts'

export const TIMELINE_KINDS = ['plan', 'item', 'session', 'training', 'trial', 'check'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Something that happened in a person's cultivation. */
export type TimelineEvent = {
  /** Tells it from all others of the person. */
  id: string
  kind: TimelineKind
  /** Day in China. */
  on: string
  title: string
  text?: string | undefined
}

/** Plans made and closed, items reported or done, courses. */
export function planEvents(answer: PersonCultivation): TimelineEvent[] {
  const { plan, earlier, items, training } = answer
  const plans = plan ? [plan, ...earlier] : earlier
  return [...plans.flatMap(eventsOfPlan), ...items.flatMap(ofItem), ...training.map(ofCourse)]
}

/** The latest first; of one day in the order in which they were given. */
export function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  return events.toSorted((a, b) => b.on.localeCompare(a.on))
}

type Plan = PersonCultivation['earlier'][number]

function eventsOfPlan(plan: Plan): TimelineEvent[] {
  const words = t().cultivationPlan
  const made: TimelineEvent = {
    ...{ id: `${plan.id}-made`, kind: 'plan', on: plan.createdAt.slice(0, 10) },
    title: words.timeline.planMade,
    text: [
      plan.posts.map((post) => t().shortlist.postName[post]).join(t().comma),
      words.plan.span(plan.startsOn, plan.endsOn),
    ]
      .filter(Boolean)
      .join(t().separator),
  }
  if (plan.closedAt === null) return [made]
  const closed: TimelineEvent = {
    ...{ id: `${plan.id}-closed`, kind: 'plan', on: plan.closedAt.slice(0, 10) },
    title: words.timeline.planClosed(plan.closedReason ?? ''),
  }
  return [made, closed]
}

function ofCourse(course: PersonCultivation['training'][number]): TimelineEvent {
  const words = t().cultivationPlan.timeline
  const { course: id, on, name, hours, result } = course
  return {
    ...{ id, kind: 'training', on, title: words.training(name, plainNumber(hours)) },
    text: result === null ? undefined : words.result[result],
  }
}

function ofItem(item: PersonCultivation['items'][number]): TimelineEvent[] {
  const words = t().cultivationPlan
  const { id, aim, state, doneOn, result, grade } = item
  if ((state !== 'done' && state !== 'reported') || doneOn === null) return []
  const title = state === 'done' ? words.timeline.itemDone : words.timeline.itemReported
  const text = [result, grade && words.item.graded(words.grade[grade])]
  return [
    {
      ...{ id, kind: 'item', on: doneOn, title: title(aim) },
      text: text.filter(Boolean).join(t().separator),
    },
  ]
}
