import { v7 as newId } from 'uuid'
import { appendAudit } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { findPlan, insertPlan, listPlans, listUnfinishedPlans, updatePlan } from '../db/plans.ts'
import type { Exclusion, Pin, Progress, Words } from '../matching/index.ts'
import { countyOf } from './candidacies.ts'
import type { Dependencies } from './context.ts'
import { type SolvedPlan, solveExtent } from './plan-solving.ts'
import type { ProblemType } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

export type PlanRequest = { township: string | null; pins: Pin[]; exclusions: Exclusion[] }
export type Failure = { type: ProblemType; detail: Words }
export type Finish =
  | { status: 'done'; result: SolvedPlan }
  | { status: 'cancelled' }
  | { status: 'failed'; failure: Failure }

type Store = Pick<Dependencies, 'db' | 'countyCode'>
/** Until accounts exist whoever sits at this machine acts. */
const ACTOR = 'local'

/** Stores a plan as queued and its audit entry with it. */
export async function queuePlan(
  { db, countyCode, requestId }: Store & { requestId: string },
  request: PlanRequest,
  policyVersion: number,
): Promise<string> {
  const id = newId()
  const { township: townshipCode } = request
  const createdAt = now()
  await db.transaction().execute(async (transaction) => {
    await insertPlan(
      transaction,
      { countyCode },
      { id, townshipCode, policyVersion, createdAt, request },
    )
    const detail = { township: townshipCode, policyVersion, requestId }
    await appendAudit(transaction, { countyCode }, entry('plan.queued', id, detail))
  })
  return id
}

/** Marks a plan as running and solves what it asked for. */
export async function startPlan(
  given: Dependencies,
  id: string,
  watch: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<SolvedPlan> {
  const { db, countyCode, solver } = given
  const plan = await findPlan(db, { countyCode }, id)
  if (!plan) throw new Error(`Plan ${id} is gone.`)
  const isWanted = await updatePlan(db, { countyCode }, id, { status: 'running' })
  if (!isWanted) throw new Cancelled()
  const county = await countyOf(db, countyCode)
  const { pins, exclusions } = plan.request as PlanRequest
  const { townshipCode } = plan
  const extent = townshipCode === null ? { county: countyCode } : { township: townshipCode }
  return solveExtent({ county, solver, extent, pins, exclusions, ...watch })
}

/** Stores how a plan ended and its audit entry with it; false when it was finished already, which stays as it is. */
export async function finishPlan(
  { db, countyCode }: Store,
  id: string,
  finish: Finish,
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const change = { status: finish.status, finishedAt: now(), ...outcomeOf(finish) }
    const isChanged = await updatePlan(transaction, { countyCode }, id, change)
    if (isChanged) {
      await appendAudit(transaction, { countyCode }, entry(`plan.${finish.status}`, id, {}))
    }
    return isChanged
  })
}

/** Back to queued: the next start takes it up again. */
export async function requeuePlan({ db, countyCode }: Store, id: string): Promise<void> {
  await updatePlan(db, { countyCode }, id, { status: 'queued' })
}

export async function listUnfinished({ db, countyCode }: Store): Promise<string[]> {
  return (await listUnfinishedPlans(db, { countyCode })).map(({ id }) => id)
}

/** A plan as it is shown; undefined when there is none of that id. */
export async function findPlanRecord({ db, countyCode }: Store, id: string) {
  const plan = await findPlan(db, { countyCode }, id)
  if (!plan) return undefined
  const { status, createdAt, finishedAt, policyVersion } = plan
  const stored = plan.result as SolvedPlan | { failure: Failure } | null
  const isFailure = stored !== null && 'failure' in stored
  return {
    id,
    township: await placeOf(db, countyCode, plan.townshipCode),
    status,
    createdAt,
    finishedAt,
    policyVersion,
    request: plan.request as PlanRequest,
    result: isFailure ? null : stored,
    failure: isFailure ? stored.failure : null,
  }
}

/** Plans without their results, the newest first. */
export async function listPlanRecords({ db, countyCode }: Store, townshipCode?: string) {
  const query = townshipCode === undefined ? {} : { townshipCode }
  const plans = await listPlans(db, { countyCode }, query)
  return Promise.all(
    plans.map(async ({ townshipCode, ...plan }) => ({
      ...plan,
      township: await placeOf(db, countyCode, townshipCode),
    })),
  )
}

function outcomeOf(finish: Finish) {
  if (finish.status === 'cancelled') return {}
  if (finish.status === 'failed') return { result: { failure: finish.failure } }
  const { result } = finish
  if (result.status === 'impossible') return { result }
  return { result, objective: result.plan.objective, gap: result.plan.gap }
}

async function placeOf(db: Db, countyCode: string, code: string | null) {
  if (code === null) return null
  const { townships } = await countyOf(db, countyCode)
  return { code, name: townships.get(code)?.name ?? code }
}

function entry(action: string, id: string, detail: Record<string, unknown>) {
  return { at: now(), actor: ACTOR, action, subjects: [id], detail }
}

function now(): string {
  return new Date().toISOString()
}
