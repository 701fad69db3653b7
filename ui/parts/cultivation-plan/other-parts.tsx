import { createAsync } from '@solidjs/router'
import { appraisalsOf, sessionsOfPerson } from '../../cultivation-plan.ts'
import { personName, placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import { trialPostsOfPerson } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import type { TimelineEvent } from './time-line.ts'

type Source = (talent: string) => Promise<TimelineEvent[]>

/** Events of meetings, trial posts and checks, as far as the account may read them; what fails hides no others. */
export function useOtherEvents(talent: () => string): () => TimelineEvent[] {
  const has = useRoles()
  const sources: Source[] = [sessions, trials, ...(has('village') ? [] : [checks])]
  const events = createAsync(
    async () => {
      const found = await Promise.allSettled(sources.map((source) => source(talent())))
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    },
    { initialValue: [] },
  )
  return () => events.latest
}

const words = () => t().cultivationPlan.timeline

async function sessions(talent: string): Promise<TimelineEvent[]> {
  const { sessions: held } = await sessionsOfPerson(talent)
  return held
    .filter(({ takenBack }) => takenBack === null)
    .map(({ id, heldOn, mentor, way, minutes, agreed }) => ({
      ...{ id, kind: 'session', on: heldOn, text: agreed },
      title: words().session(
        personName(mentor.name),
        t().mentoring.way[way],
        t().mentoring.minutes(minutes),
      ),
    }))
}

async function trials(talent: string): Promise<TimelineEvent[]> {
  const { trialPosts } = await trialPostsOfPerson(talent)
  return trialPosts.flatMap(({ id, kind, village, duties, startsOn, endedOn, conclusion }) => {
    const named = [t().trialPosts.kinds[kind], placeName(village.name)] as const
    const started: TimelineEvent = {
      ...{ id: `${id}-started`, kind: 'trial', on: startsOn, text: duties },
      title: words().trialStarted(...named),
    }
    if (endedOn === null) return [started]
    const grade = conclusion?.grade
    const ended: TimelineEvent = {
      ...{ id: `${id}-ended`, kind: 'trial', on: endedOn, title: words().trialEnded(...named) },
      text: grade ? t().cultivationPlan.item.graded(t().cultivationPlan.grade[grade]) : undefined,
    }
    return [started, ended]
  })
}

async function checks(talent: string): Promise<TimelineEvent[]> {
  const { appraisals } = await appraisalsOf(talent)
  return appraisals
    .filter(({ isSuperseded }) => !isSuperseded)
    .map(({ id, kind, period, on, grade, remarks }) => ({
      ...{ id, kind: 'check', on, title: words().check(t().checks.kind[kind], period) },
      text: [grade && t().cultivationPlan.item.graded(t().cultivationPlan.grade[grade]), remarks]
        .filter(Boolean)
        .join(t().separator),
    }))
}
