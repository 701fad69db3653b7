import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findPlan } from '../db/plans.ts'
import { namesOfPlaces } from '../db/villages.ts'
import { type Move, movesBetween, type Sitting, sittingsIn } from '../matching/index.ts'
import type { Plan } from '../matching/types.ts'
import { may } from './access.ts'
import { record, recordMiss } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { policyDifferences } from './plan-policies.ts'
import type { PlanRequest } from './plan-requests.ts'
import type { StoredPlan } from './plan-solving.ts'
import { Problem } from './problem.ts'
import { PlanComparison } from './shapes/plan-comparison.ts'
import { invalid, valid } from './validate.ts'

const MOST = 4
const Query = z.object({
  ids: z
    .string()
    .max(400)
    .meta({ description: 'ids of two to four finished plans of one extent, with commas between' }),
})

export const planComparison = new Hono<Env>().get(
  '/comparison',
  describe(
    'Plans side by side; the first is what the others are compared with',
    {
      schema: PlanComparison,
    },
    404,
    409,
    422,
  ),
  may('plan.read'),
  valid('query', Query),
  async (c) => {
    const plans = await plansOf(c, c.req.valid('query').ids)
    const [first] = plans
    const sittings = plans.map(({ result }) => sittingsIn(result.plan))
    const moves = sittings.map((sitting) => movesBetween(sittings[0]!, sitting))
    const villages = differing(first!.result.villages, sittings)
    const county = await c.var.county()
    const named = [
      ...moves.flatMap((some) => some.map(({ talent }) => talent)),
      ...villages.flatMap(({ teams }) => teams.flatMap((team) => team.map(({ talent }) => talent))),
    ]
    const people = peopleOf(county, named)
    const names = await namesOfPlaces(c.var.db, c.var.scope)
    const subjects = [...plans.map(({ id }) => id), ...people.map(({ id }) => id)]
    await record(c, { action: 'plan.compared', subjects })
    const { townshipCode } = first!
    return c.json({
      township:
        townshipCode === null
          ? null
          : { code: townshipCode, name: names.get(townshipCode) ?? townshipCode },
      villages,
      count: first!.result.villages.length,
      plans: plans.map((plan, at) => summaryOf(plan, moves[at]!)),
      moves,
      policies: await policyDifferences(c.var, plans),
      people,
    })
  },
)

type Compared = NonNullable<Awaited<ReturnType<typeof findPlan>>> & {
  result: Extract<StoredPlan, { status: 'solved' }>
}
type Solved = Compared['result']
type Sittings = ReadonlyMap<string, Sitting>

/** The plans in the order in which they are asked for; finished, solved and of one extent, or a refusal. */
async function plansOf(c: Context<Env>, text: string): Promise<Compared[]> {
  const ids = [...new Set(text.split(',').filter(Boolean))]
  if (ids.length < 2 || ids.length > MOST) throw invalid([twoToFour(ids.length)])
  const plans: Compared[] = []
  for (const id of ids) {
    const plan = await findPlan(c.var.db, c.var.scope, id)
    if (!plan) throw await missing(c, id)
    const result = plan.result as Solved | null
    if (plan.status !== 'done' || result?.status !== 'solved') throw notComparable(id)
    plans.push({ ...plan, result })
  }
  const [first, ...others] = plans
  if (others.some(({ townshipCode }) => townshipCode !== first!.townshipCode))
    throw invalid([ONE_EXTENT])
  return plans
}

/** Villages whose team is not the same in all plans, with who sits there in each. */
function differing(villages: Solved['villages'], plans: readonly Sittings[]) {
  const byVillage = plans.map((sittings) => Map.groupBy(sittings, ([, { village }]) => village))
  return villages.flatMap(({ code, name, kind }) => {
    const teams = byVillage.map((plan) =>
      (plan.get(code) ?? []).map(([talent, { posts }]) => ({ talent, posts })),
    )
    const kinds = new Set(teams.map((team) => JSON.stringify(team.map(keyOf).sort())))
    return kinds.size > 1 ? [{ code, name, kind, teams }] : []
  })
}

const keyOf = ({ talent, posts }: { talent: string; posts: readonly string[] }) =>
  [talent, ...posts].join(' ')

function summaryOf({ result, ...plan }: Compared, moves: readonly Move[]) {
  const { slates, targets, tiers, objective, bound, gap, before, after } = result.plan
  const { pins = [], exclusions = [], draftPolicy } = plan.request as PlanRequest
  const { id, createdAt, policyVersion, reach } = plan
  return {
    ...{ id, createdAt, policyVersion, reach, isDraft: draftPolicy !== undefined },
    ...{ pins: pins.length, exclusions: exclusions.length },
    ...{ tiers, objective, bound, gap, before, after },
    targets: targets.map((target) => ({ ...target, carriers: NOBODY })),
    villageTargets: missedIn(slates),
    comes: moves.filter(({ from }) => from === null).length,
    goes: moves.filter(({ to }) => to === null).length,
    moves: moves.filter(({ from, to }) => from !== null && to !== null).length,
  }
}

/** Who carries a target of the whole is half of its people. */
const NOBODY: string[] = []

/** Targets of villages: where they apply, in how many villages they are missed, and by how much in all. */
function missedIn(slates: Plan['slates']) {
  const all = slates.flatMap(({ targets }) => targets.filter(({ met }) => met !== null))
  return [...Map.groupBy(all, ({ id }) => id)].map(([id, results]) => ({
    id,
    tier: results[0]!.tier,
    of: results.length,
    villages: results.filter(({ met }) => met === false).length,
    miss: results.reduce((sum, { miss }) => sum + miss, 0),
  }))
}

async function missing(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'plan.missed', id)
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的换届方案。`,
    en: `There is no plan ${id}.`,
  })
}

function notComparable(id: string): Problem {
  return new Problem('conflict', {
    zh: `方案 ${id} 尚未完成，或没有可比的结果。请选择已完成的方案。`,
    en: `Plan ${id} is not finished, or has no result to compare. Choose finished plans.`,
  })
}

function twoToFour(given: number) {
  return {
    pointer: '?ids',
    detail: {
      zh: `一次可对比 2 到 ${MOST} 个方案，现选了 ${given} 个。`,
      en: `Two to ${MOST} plans can be compared at once; ${given} were named.`,
    },
  }
}

const ONE_EXTENT = {
  pointer: '?ids',
  detail: {
    zh: '只能对比同一范围的方案（同一乡镇，或都是全县）。',
    en: 'Only plans of the same extent can be compared: of one township, or of the whole county.',
  },
}
