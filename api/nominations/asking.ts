import type { Context } from 'hono'
import type { z } from 'zod'
import { findPlan } from '../../db/plans.ts'
import type { Seat } from '../../matching/index.ts'
import { rankOne } from '../../matching/index.ts'
import { recordMiss } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { openRoundOf } from '../nominees/opening.ts'
import { solvedOf } from '../plan-requests.ts'
import { Problem } from '../problem.ts'
import { villageOf } from '../requests.ts'
import type { FromPlanRequest, FromSlateRequest } from '../shapes/nominations.ts'
import type { Seated } from './proposals.ts'
import type { Turning } from './turning.ts'

/** The slates of a stored plan, or of some of its villages. */
export async function turningOfPlan(
  c: Context<Env>,
  { round, plan: id, villages, isPreview }: z.infer<typeof FromPlanRequest>,
): Promise<Turning> {
  const row = await findPlan(c.var.db, c.var.scope, id)
  if (!row) {
    await recordMiss(c, 'plan.missed', id)
    throw new Problem('not-found', noPlan(id))
  }
  const plan = solvedOf(row.result)
  if (plan === null) throw new Problem('conflict', UNSOLVED)
  const county = await c.var.county()
  const wanted = villages && new Set(villages.map((code) => villageOf(county, code).code))
  const slates = plan.slates
    .filter(({ village }) => (wanted ? wanted.has(village) : county.villages.has(village)))
    .map(({ village, seats }) => ({
      village: county.villages.get(village)!,
      seated: seatedIn(seats),
    }))
  const seats = plan.slates.flatMap((slate) => slate.seats)
  const planned = new Set(seats.map(({ talent }) => talent))
  return { round: await openRoundOf(c, round), isPreview, planId: id, slates, planned }
}

/** A slate as it stands on the page of the village. */
export async function turningOfSlate(
  c: Context<Env>,
  { round, village: code, seats, isPreview }: z.infer<typeof FromSlateRequest>,
): Promise<Turning> {
  const county = await c.var.county()
  const village = villageOf(county, code)
  const seated = seats.map(({ talent, posts }): Seated => {
    const reasons = reasonsOf(county, code, talent, posts)
    return { talent, posts: posts as Seated['posts'], reasons }
  })
  const planned = new Set(seats.map(({ talent }) => talent))
  const slates = [{ village, seated }]
  return { round: await openRoundOf(c, round), isPreview, planId: null, slates, planned }
}

/** Each person once, with the posts that they hold together. */
function seatedIn(seats: readonly Seat[]): Seated[] {
  const byTalent = Map.groupBy(seats, ({ talent }) => talent)
  return [...byTalent].map(([talent, own]) => ({
    ...{ talent, posts: own.map(({ post }) => post), reasons: own[0]!.reasons },
  }))
}

function reasonsOf(
  county: County,
  village: string,
  talent: string,
  [post]: readonly Seated['posts'][number][],
) {
  const known = county.talents.get(talent)
  if (!known || post === undefined) return []
  const place = county.villages.get(village)!.matching
  return rankOne(known, { village: place, post, policy: county.policy }).reasons
}

const noPlan = (id: string) => ({
  zh: `本范围内没有编号为 ${id} 的换届方案。`,
  en: `There is no plan ${id} of this scope.`,
})
const UNSOLVED = {
  zh: '该方案没有测算完成，或其中有人的信息已按规定删除，不能转为提名。请选择另一稿。',
  en: 'That plan has no result, or lost it because data of somebody in it were erased: choose another.',
}
