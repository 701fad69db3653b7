import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listEvidenceOf } from '../db/evidence.ts'
import { listMentorships } from '../db/mentorships.ts'
import { listTrialPostsOf } from '../db/trial-posts.ts'
import {
  type Day,
  endOfLastQuarter,
  fitOver,
  growthOf,
  lastDayOf,
  type Policy,
  quarterBefore,
  quarterOf,
  type Talent,
  weightsOf,
} from '../matching/index.ts'
import { may, mayRole } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changeOf } from './growth-since.ts'
import { oneVillage } from './one-village.ts'
import { peopleById, policyInForce } from './people-by-id.ts'
import { Growth, type GrowthOfCriterion } from './shapes/growth.ts'
import { Seat } from './shapes/portrait-input.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Query = Seat.extend({ quarters: z.coerce.number().int().min(1).max(20).default(4) })

export const growth = new Hono<Env>().get(
  '/:id/growth',
  describe(
    'How the criteria and the fit of a person went from quarter to quarter, with what caused each step',
    { schema: Growth },
    404,
    422,
  ),
  may('growth.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('query', Query),
  async (c) => {
    const { id } = c.req.valid('param')
    const { quarters, ...seat } = c.req.valid('query')
    const { homeVillageCode: home } = await talentOf(c, id)
    const policy = await policyInForce(c)
    const { talent } = (await peopleById(c, [id])).get(id)!
    const span = spanOf(c.var.today(), quarters)
    const answer = {
      ...span,
      fit: await fitOfSeat(c, talent, policy, { span, seat, home }),
      criteria: await criteriaGrowth(c, talent, policy, span),
      events: await eventsOf(c, id, span),
    }
    await record(c, { action: 'growth.read', subjects: [id] })
    return c.json(answer)
  },
)

type Span = { from: Day; to: Day }

/** From the end of a quarter, so many quarters before the last full one, until today. */
export function spanOf(today: Day, quarters: number): Span {
  let quarter = quarterBefore(quarterOf(today))
  for (let back = 0; back < quarters; back++) quarter = quarterBefore(quarter)
  return { from: lastDayOf(quarter), to: today }
}

/** The series of each criterion; each step says which entry it comes from. */
export async function criteriaGrowth(
  c: Context<Env>,
  talent: Talent,
  policy: Policy,
  span: Span,
): Promise<GrowthOfCriterion[]> {
  const rows = await listEvidenceOf(c.var.db, c.var.scope, talent.id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return growthOf(talent, policy, span).map(({ criterion, points, steps, faded }) => ({
    ...{ criterion, points, faded },
    change: points.at(-1)!.value - points[0]!.value,
    steps: steps.map(({ on, change, evidence }) => {
      const { source, note, entryKind: kind, entryId } = byId.get(evidence)!
      const entry = kind && entryId ? { kind, id: entryId } : null
      return { on, change, source, note, entry }
    }),
  }))
}

/** What began for the person in the span, for the reader to see beside the curve. */
async function eventsOf(c: Context<Env>, talentId: string, { from, to }: Span) {
  const { db, scope } = c.var
  const mentors = await listMentorships(db, scope, { talentId })
  const trials = await listTrialPostsOf(db, scope, talentId)
  return [
    ...mentors.map(({ startedOn: on }) => ({ on, kind: 'mentorship' as const })),
    ...trials.map(({ startsOn: on, kind }) => ({ on, kind })),
  ]
    .filter(({ on }) => on > from && on <= to)
    .sort((a, b) => a.on.localeCompare(b.on))
}

type Asked = {
  span: Span
  seat: Pick<z.infer<typeof Query>, 'village' | 'post'>
  home: string
}

/** For the seat that is asked about, as the criteria are shown; a mentor reads no fit. */
async function fitOfSeat(
  c: Context<Env>,
  talent: Talent,
  policy: Policy,
  { span, seat: { village: asked, post = 'committee-member' }, home }: Asked,
) {
  if (!mayRole(c.var.session.account.role, 'criteria.read')) return null
  const village = await oneVillage(c, { asked, home })
  const { weights } = weightsOf(policy.weights[post])
  const since = endOfLastQuarter(span.to)
  return {
    ...{ village: { code: village.code, name: village.name }, post },
    points: fitOver(talent, village, weights, policy, span),
    since: { since, ...changeOf(talent, { weights, policy, since }) },
  }
}
