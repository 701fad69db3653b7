import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Policy } from '../../matching/types.ts'
import { may } from '../access.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { fewAtOnce } from '../few-at-once.ts'
import type { Person } from '../people.ts'
import { PreviewAnswer, PreviewRequest } from '../shapes/policy-work.ts'
import { valid } from '../validate.ts'
import { targetsBetween } from './applied-targets.ts'
import { changesOf } from './changes.ts'
import { eligibilityBetween } from './eligible.ts'
import { firstRankedBetween } from './first-ranked.ts'
import { departmentsOf, judgePolicy } from './sound-policy.ts'
import { weightsBetween } from './weights-between.ts'

/** What a policy would change, worked out on the county's people as they are; nothing is kept. */
export const preview = new Hono<Env>().post(
  '/',
  describe('What this policy would change', { schema: PreviewAnswer }, 422, 429),
  may('policy.write'),
  fewAtOnce,
  valid('json', PreviewRequest),
  async (c) => {
    const { policy: body } = c.req.valid('json')
    const { policy: inForce } = await c.var.county()
    const departments = await departmentsOf(c.var.db, c.var.scope)
    const changes = changesOf(inForce, body, departments)
    const { policy, errors } = judgePolicy(body, inForce.version + 1, departments)
    const effect = policy === null ? null : await effectOf(c, inForce, policy)
    return c.json({ errors, changes, effect })
  },
)

async function effectOf(c: Context<Env>, before: Policy, after: Policy) {
  const started = performance.now()
  const county = await c.var.county()
  const eligibility = eligibilityBetween(county, before, after)
  const first = await firstRankedBetween(county, before, after)
  const targets = targetsBetween(county, before, after)
  const weights = weightsBetween(before, after)
  const named = [
    ...Object.values(eligibility).flatMap((it) => [it.newlyBarred, it.newlyEligible]),
  ].flatMap(({ people }) => people)
  const moved = Object.values(first).flatMap(({ examples }) =>
    examples.flatMap((it) => [it.before, it.after]),
  )
  const isPerson = (person: Person | null) => person !== null
  const subjects = [...named, ...moved.filter(isPerson)].map(({ id }) => id)
  await record(c, { action: 'policy.previewed', subjects })
  const seconds = (performance.now() - started) / 1000
  const people = county.talents.size
  return { eligibility, first, targets, weights, people, seconds }
}
