import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { type AuditEntry, appendAudit } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { findPlan, insertPlan, listPlans, listUnfinishedPlans, updatePlan } from '../db/plans.ts'
import type { Database } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { namesOfPlaces } from '../db/villages.ts'
import type { Words } from '../matching/index.ts'
import { entryBy } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Dependencies } from './context.ts'
import { toldChanges } from './plan-change-words.ts'
import type { PlanRequest } from './plan-requests.ts'
import { peopleIn, type StoredPlan } from './plan-solving.ts'
import type { ProblemType } from './problem.ts'
import { countyOf } from './remembered.ts'

export type Failure = { type: ProblemType; detail: Words }
export type Finish =
  | { status: 'done'; result: StoredPlan }
  /** `failure` says why nothing was kept, where a reader asked to keep it. */
  | { status: 'cancelled'; failure?: Failure }
  | { status: 'failed'; failure: Failure }

type Store = Pick<Dependencies, 'db' | 'countyCode' | 'keyring'>
type Asked = { request: PlanRequest; policyVersion: number; askedBy: string; createdAt: string }

/** Stores a plan as queued, of the reach of the scope that asks. */
export async function queuePlan(
  transaction: Transaction<Database>,
  scope: Scope,
  { request, ...asked }: Asked,
): Promise<string> {
  const id = newId()
  await insertPlan(transaction, scope, { id, townshipCode: request.township, request, ...asked })
  return id
}

/** Stores how a plan ended and its audit entry with it; false when it was finished already, which stays as it is. */
export async function finishPlan(
  { db, countyCode, keyring }: Store,
  id: string,
  finish: Finish,
  entry: AuditEntry = entryBy('system', { action: `plan.${finish.status}`, subjects: [id] }),
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const change = { status: finish.status, finishedAt: entry.at, ...outcomeOf(finish) }
    const isChanged = await updatePlan(transaction, { countyCode }, id, change)
    if (isChanged) await appendAudit(transaction, keyring, { countyCode }, [entry])
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

type Reader = { db: Db; scope: Scope }

/** A plan as it is shown, people as they are now; undefined when the scope sees none of that id. */
export async function findPlanRecord({ db, scope }: Reader, id: string) {
  const plan = await findPlan(db, scope, id)
  if (!plan) return undefined
  const { status, createdAt, finishedAt, policyVersion } = plan
  const stored = plan.result as StoredPlan | { failure: Failure } | null
  const isFailure = stored !== null && 'failure' in stored
  const county = await countyOf(db, reachOf(scope.countyCode, plan))
  const solved = isFailure || stored === null ? null : stored
  const beside = solved?.status === 'solved' ? solved : null
  return {
    id,
    township: placeOf(await namesOfPlaces(db, scope), plan.townshipCode),
    status,
    createdAt,
    finishedAt,
    policyVersion,
    request: shownRequest(plan.request as PlanRequest),
    certificate: beside?.certificate ?? null,
    changes: beside?.changes ? toldChanges(beside.changes, county) : null,
    repeat: beside?.repeat ?? null,
    restarted: beside?.restarted ?? null,
    result: solved && shownResult(county, solved, plan.request as PlanRequest),
    failure: isFailure ? stored.failure : null,
  }
}

/** Plans without their results, the newest first. */
export async function listPlanRecords({ db, scope }: Reader, townshipCode?: string) {
  const query = townshipCode === undefined ? {} : { townshipCode }
  const names = await namesOfPlaces(db, scope)
  const plans = await listPlans(db, scope, query)
  return plans.map(({ townshipCode, ...plan }) => ({
    ...plan,
    township: placeOf(names, townshipCode),
  }))
}

/** The teams with the people of today; what stands beside them in the record is left out. */
function shownResult(county: County, stored: StoredPlan, { pins, exclusions }: PlanRequest) {
  const asked = [...pins, ...exclusions].map(({ talent }) => talent)
  const people = peopleIn(county, stored, asked)
  if (stored.status === 'impossible') return { ...stored, people }
  const { certificate: _, changes: __, repeat: ___, restarted: ____, ...result } = stored
  return { ...result, progress: result.progress ?? [], people }
}

/** A draft of a policy is stored with the plan and named here, not repeated. */
function shownRequest({ draftPolicy, ...request }: PlanRequest) {
  const { gap = null, timeLimitSeconds = null, basedOn = null, repeats = null } = request
  const { township, pins, exclusions } = request
  const isDraft = draftPolicy !== undefined
  return { township, pins, exclusions, gap, timeLimitSeconds, basedOn, repeats, isDraft }
}

/** Whose people the plan looks at. */
export function reachOf(
  countyCode: string,
  { reach, townshipCode }: { reach: 'county' | 'township'; townshipCode: string | null },
): Scope {
  return reach === 'township' && townshipCode !== null
    ? { countyCode, townshipCode }
    : { countyCode }
}

function outcomeOf(finish: Finish) {
  if (finish.status === 'cancelled')
    return finish.failure === undefined ? {} : { result: { failure: finish.failure } }
  if (finish.status === 'failed') return { result: { failure: finish.failure } }
  const { result } = finish
  if (result.status === 'impossible') return { result }
  return { result, objective: result.plan.objective, gap: result.plan.gap }
}

function placeOf(names: ReadonlyMap<string, string>, code: string | null) {
  return code === null ? null : { code, name: names.get(code) ?? code }
}
