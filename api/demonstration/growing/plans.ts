import { v7 as newId } from 'uuid'
import { PRESET_TEMPLATES } from '../../../db/preset-templates.ts'
import type { Database } from '../../../db/schema.ts'
import { daysAfter } from '../../days.ts'
import { type Around, at, before, type Grower } from './people.ts'

type Plan = Database['cultivationPlans']
type Item = Database['cultivationItems']

/** A plan of this year for two in three, from the county's templates, as far along as the days are. */
export function plansOf({ countyCode, today, growers, accounts }: Around) {
  const office = accounts.get('demo-township')!.id
  const made = growers.flatMap((grower, at) => {
    if (!grower.random.chance(grower.mentorId === 'demo-mentor' ? 1 : 0.67)) return []
    const template = PRESET_TEMPLATES[at % PRESET_TEMPLATES.length]!
    const startsOn = before(today, grower.random.integer(150, 290))
    return [{ grower, template, plan: planOf(grower, template, startsOn) }]
  })
  function planOf(grower: Grower, template: (typeof PRESET_TEMPLATES)[number], startsOn: string) {
    return {
      ...{ countyCode, id: newId(), talentId: grower.id, templateId: template.id },
      ...{ villageCode: grower.village, posts: JSON.stringify(template.posts.slice(0, 1)) },
      ...{ startsOn, endsOn: daysAfter(startsOn, 365), state: 'active' as const },
      ...{ closedReason: null, closedAt: null, createdAt: at(startsOn), createdBy: office },
      revision: 1,
    } satisfies Plan
  }
  const items = made.flatMap(({ grower, template, plan }) =>
    template.items.map((item): Item => {
      const dueOn = daysAfter(plan.startsOn, item.dueInDays)
      return {
        ...{ countyCode, id: newId(), talentId: grower.id, planId: plan.id, sessionId: null },
        ...{ kind: item.kind as Item['kind'], aim: item.aim, dueOn, evidence: item.evidence },
        ...{ criteria: JSON.stringify(item.criteria), rules: JSON.stringify(item.rules) },
        ...stateOf(grower, dueOn, today, office),
        ...{ reason: null, createdAt: plan.createdAt, createdBy: office, revision: 1 },
      }
    }),
  )
  return { cultivationPlans: made.map(({ plan }) => plan), cultivationItems: items }
}

type State = Pick<
  Item,
  | 'state'
  | 'result'
  | 'grade'
  | 'doneOn'
  | 'reportedAt'
  | 'reportedBy'
  | 'confirmedAt'
  | 'confirmedBy'
>

/** What was due is mostly done, some of it late; some is reported and waits for the office, some nobody did. */
function stateOf({ random, zeal }: Grower, dueOn: string, today: string, office: string): State {
  const open = { state: 'open' as const, result: '', grade: null, doneOn: null }
  const unsigned = { reportedAt: null, reportedBy: null, confirmedAt: null, confirmedBy: null }
  const isLate = random.chance(0.15)
  const doneOn = daysAfter(dueOn, isLate ? random.integer(1, 20) : -random.integer(0, 15))
  if (doneOn >= today || !random.chance(0.55 + 0.4 * zeal)) return { ...open, ...unsigned }
  const reported = { ...unsigned, reportedAt: at(doneOn), reportedBy: office, doneOn }
  const result = '已按要求完成，材料齐全。'
  if (random.chance(0.12)) return { ...reported, state: 'reported', result, grade: null }
  const mark = random.normal(zeal, 0.12, 0, 1)
  const grade = mark > 0.78 ? 'excellent' : mark > 0.5 ? 'good' : 'fair'
  const confirmed = { confirmedAt: at(daysAfter(doneOn, 1)), confirmedBy: office }
  return { ...reported, ...confirmed, state: 'done', result, grade }
}
