import { findPlan, updatePlan } from '../db/plans.ts'
import { findPolicyVersion } from '../db/policies.ts'
import { poolRevisionOf } from '../db/pool.ts'
import type { Scope } from '../db/scope.ts'
import type { Pin, Plan, Policy, Progress, Words } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import type { Dependencies } from './context.ts'
import { type PlanChanges, pinsLetGo, samePlace, villageChanges } from './plan-changes.ts'
import { countyUnder } from './plan-county.ts'
import { reachOf } from './plan-records.ts'
import { type PlanRequest, solvedOf } from './plan-requests.ts'
import { type Repeat, type StoredPlan, solveExtent } from './plan-solving.ts'
import { Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'
import { canonical } from './solver/hash.ts'
import { policyOf } from './stored-policy.ts'

type Watch = {
  signal: AbortSignal
  stop: AbortSignal
  onProgress: (progress: Progress) => void
  onRestart: (reason: Words) => void
}
type Stored = { request: PlanRequest; policyVersion: number }
type Solved = Extract<StoredPlan, { status: 'solved' }>

/** Marks a plan as running and solves what it asked for, among the people of its reach. */
export async function startPlan(
  { db, countyCode, solver }: Dependencies,
  id: string,
  watch: Watch,
): Promise<StoredPlan> {
  const scope = { countyCode }
  const plan = await findPlan(db, scope, id)
  if (!plan) throw new Error(`Plan ${id} is gone.`)
  const isWanted = await updatePlan(db, scope, id, { status: 'running' })
  if (!isWanted) throw new Cancelled()
  const request = plan.request as PlanRequest
  const { poolRevision } = await poolRevisionOf(db, scope)
  const policy = await policyFor(db, scope, { ...plan, request })
  const county = await countyUnder(db, reachOf(countyCode, plan), policy)
  const base = request.basedOn === undefined ? null : await planBefore(db, scope, request.basedOn)
  const { letGo, ...asked } = questionOf(county, request, base)
  const extent =
    plan.townshipCode === null ? { county: countyCode } : { township: plan.townshipCode }
  const isDraft = request.draftPolicy !== undefined
  const { people: _, ...solved } = await solveExtent({
    ...{ county, solver, extent, isDraft, poolRevision },
    ...asked,
    ...watch,
  })
  if (solved.status === 'impossible') return solved
  requireTeams(solved.plan, request.pins)
  const changes = base && changesOf(county, { ...base, after: solved.plan, letGo }, request)
  const repeat = await repeatOf(db, scope, request, solved as Solved)
  return { ...solved, changes, repeat }
}

/** The version that was asked for, whatever came since; or the draft as it was then. */
export async function policyFor(
  db: Dependencies['db'],
  scope: Scope,
  stored: Stored,
): Promise<Policy> {
  const { draftPolicy } = stored.request
  if (draftPolicy) return policyOf({ version: stored.policyVersion, body: draftPolicy })
  const row = await findPolicyVersion(db, scope, stored.policyVersion)
  if (!row) throw new Error(`Version ${stored.policyVersion} of the policy is gone.`)
  return policyOf(row)
}

type Base = { id: string; before: Plan; inherited: Pin[] }

async function planBefore(db: Dependencies['db'], scope: Scope, id: string): Promise<Base> {
  const plan = await findPlan(db, scope, id)
  const before = solvedOf(plan?.result)
  if (!plan || !before) throw new Problem('conflict', BASE_GONE)
  return { id, before, inherited: (plan.request as PlanRequest).pins }
}

/** A pin of the plan before gives way when nobody could keep it; one that was asked for now does not. */
function questionOf(county: County, request: PlanRequest, base: Base | null) {
  const { pins, exclusions, gap, timeLimitSeconds } = request
  const letGo = base ? pinsLetGo(county, county.policy, pins, base.inherited) : []
  const kept = pins.filter((pin) => !letGo.some((one) => samePlace(one.pin, pin)))
  if (kept.some(({ talent }) => !county.talents.has(talent)))
    throw new Problem('conflict', PINNED_GONE)
  const incumbents = base ? incumbentsOf(county, base.before) : undefined
  return { pins: kept, exclusions, gap, timeLimitSeconds, incumbents, letGo }
}

/** Seats of the plan before whose people are still in the pool. */
function incumbentsOf({ talents }: County, { slates }: Plan): Pin[] {
  return slates.flatMap(({ village, seats }) =>
    seats.flatMap(({ talent, post }) => (talents.has(talent) ? [{ village, talent, post }] : [])),
  )
}

type Teams = Pick<Plan, 'stopped'> & { slates: { seats: { talent: string }[] }[] }

/** Stopped before the first teams were found: what there is would be taken for an answer. */
export function requireTeams({ stopped, slates }: Teams, pins: readonly Pin[]): void {
  if (stopped !== 'asked') return
  const pinned = new Set(pins.map(({ talent }) => talent))
  const isFound = slates.some(({ seats }) => seats.some(({ talent }) => !pinned.has(talent)))
  if (!isFound) throw new Problem('stopped-early', STOPPED_EARLY)
}

function changesOf(
  county: County,
  { id, before, after, letGo }: Base & { after: Plan; letGo: PlanChanges['letGo'] },
  { pins, exclusions }: PlanRequest,
): PlanChanges {
  const { pricePerChange } = county.policy.replan
  return {
    basedOn: id,
    seats: after.changes,
    price: after.changes * pricePerChange,
    letGo,
    villages: villageChanges({ before, after, county, pins, exclusions }),
  }
}

/** Compares with the plan that is asked again: the whole question by its hash, the teams sign by sign. */
async function repeatOf(
  db: Dependencies['db'],
  scope: Scope,
  { repeats }: PlanRequest,
  solved: Solved,
): Promise<Repeat | null> {
  if (repeats === undefined) return null
  const first = (await findPlan(db, scope, repeats))?.result as Solved | null
  const isSameQuestion = first?.certificate?.data.hash === solved.certificate?.data.hash
  const isSameAnswer = canonical(first?.plan?.slates) === canonical(solved.plan.slates)
  return { of: repeats, isSameQuestion, isSameAnswer }
}

export const STOPPED_EARLY = {
  zh: '测算在得出第一个方案之前就结束了，没有可以采用的结果。',
  en: 'The plan was ended before its first answer was found: there is nothing to keep.',
}
const PINNED_GONE = {
  zh: '固定的人选中有人已不在本范围内（迁出、合并或已删除）。请取消对其固定后重新测算。',
  en: 'Somebody who is pinned is not in reach any more (moved away, merged or erased). Take the pin back and run the plan again.',
}
const BASE_GONE = {
  zh: '所依据的方案已没有结果（其中有人的信息已按规定删除）。请重新测算。',
  en: 'The plan that this one builds on has lost its result (data of somebody in it were erased). Run a new plan.',
}
