import type { Db } from './connect.ts'
import type { PlanTable } from './schema.ts'
import { isWholeCounty, plansIn, type Scope } from './scope.ts'

export type NewPlan = Pick<PlanTable, 'id' | 'townshipCode' | 'policyVersion' | 'createdAt'> & {
  /** Account. */
  askedBy: string | null
  request: unknown
}
export type PlanChange = Partial<Pick<PlanTable, 'status' | 'finishedAt' | 'objective' | 'gap'>> & {
  result?: unknown
}

export async function insertPlan(db: Db, scope: Scope, plan: NewPlan): Promise<void> {
  const { countyCode } = scope
  const { townshipCode, ...narrower } = scope
  const isTownship = townshipCode !== undefined && townshipCode === plan.townshipCode
  if (!isWholeCounty(narrower) || (townshipCode !== undefined && !isTownship))
    throw new RangeError('a plan outside its scope')
  const reach = isTownship ? ('township' as const) : ('county' as const)
  const request = JSON.stringify(plan.request)
  const unfinished = { result: null, objective: null, gap: null, finishedAt: null }
  await db
    .insertInto('plans')
    .values({ ...plan, ...unfinished, countyCode, request, reach, status: 'queued' })
    .execute()
}

export async function findPlan(db: Db, scope: Scope, id: string) {
  const row = await db
    .selectFrom('plans')
    .selectAll()
    .where(plansIn(scope))
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      request: JSON.parse(row.request) as unknown,
      result: row.result === null ? null : (JSON.parse(row.result) as unknown),
    }
  )
}

/** Plans without their results, the newest first; `townshipCode` null asks for those of the county. */
export function listPlans(db: Db, scope: Scope, query: { townshipCode?: string | null } = {}) {
  const { townshipCode } = query
  return db
    .selectFrom('plans')
    .select(['id', 'townshipCode', 'status', 'objective', 'gap', 'policyVersion', 'reach'])
    .select(['createdAt', 'finishedAt'])
    .where(plansIn(scope))
    .$if(townshipCode === null, (it) => it.where('townshipCode', 'is', null))
    .$if(typeof townshipCode === 'string', (it) => it.where('townshipCode', '=', townshipCode!))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** How many plans of an account wait or run. */
export async function countUnfinishedPlans(db: Db, scope: Scope, askedBy: string) {
  const { count } = await db
    .selectFrom('plans')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(plansIn(scope))
    .where('askedBy', '=', askedBy)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What an earlier process left queued or running, the oldest first. */
export async function listUnfinishedPlans(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('plans')
    .select(['id', 'townshipCode', 'status', 'request', 'policyVersion', 'createdAt', 'reach'])
    .where(plansIn(scope))
    .where('status', 'in', ['queued', 'running'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, request: JSON.parse(row.request) as unknown }))
}

/** false when the plan is unknown, or finished already: what is finished stays as it is. */
export async function updatePlan(
  db: Db,
  scope: Scope,
  id: string,
  { result, ...change }: PlanChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plans')
    .set({ ...change, ...(result === undefined ? {} : { result: JSON.stringify(result) }) })
    .where(plansIn(scope))
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
