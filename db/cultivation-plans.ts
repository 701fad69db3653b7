import type { Db } from './connect.ts'
import type { CultivationPlanTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type CultivationPlan = Omit<CultivationPlanTable, 'countyCode' | 'posts'> & {
  posts: string[]
}
type Facts = Pick<CultivationPlan, 'posts' | 'villageCode' | 'startsOn' | 'endsOn'>
type Closing = { reason: string; at: string }

/** Plans of one person, the active one first, then the latest. */
export async function listCultivationPlansOf(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<CultivationPlan[]> {
  const rows = await plans(db, scope)
    .where('talentId', '=', talentId)
    .orderBy('state')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

export async function findCultivationPlan(db: Db, scope: Scope, id: string) {
  const row = await plans(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** Who of these people has a plan that is active. */
export async function listPlannedAmong(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('cultivationPlans')
    .select('talentId')
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('state', '=', 'active')
    .where('talentId', 'in', [...ids, ''])
    .execute()
  return new Set(rows.map(({ talentId }) => talentId))
}

/** False when the person has a plan that is active. */
export async function insertCultivationPlan(
  db: Db,
  { countyCode }: Scope,
  { posts, ...plan }: Omit<CultivationPlan, 'state' | 'closedReason' | 'closedAt' | 'revision'>,
): Promise<boolean> {
  const open = { state: 'active', closedReason: null, closedAt: null, revision: 1 } as const
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('cultivationPlans')
    .values({ ...plan, ...open, countyCode, posts: JSON.stringify(posts) })
    // The index that allows one active plan a person; ids are of chance.
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when there is no such plan of that revision that is active. */
export async function updateCultivationPlan(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  { posts, ...facts }: Facts,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cultivationPlans')
    .set({ ...facts, posts: JSON.stringify(posts), revision: revision + 1 })
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Closes one plan; false when it is not active, or of another revision. */
export async function closeCultivationPlan(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  { reason, at }: Closing,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cultivationPlans')
    .set({ state: 'closed', closedReason: reason, closedAt: at, revision: revision + 1 })
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await dropOpenItems(db, scope, { planId: id, reason })
  return true
}

/** The active plan of somebody who leaves is closed, and whatever they still had to do is dropped. */
export async function closeCultivationOf(
  db: Db,
  scope: Scope,
  talentId: string,
  { reason, at }: Closing,
): Promise<void> {
  await db
    .updateTable('cultivationPlans')
    .set((eb) => ({
      ...{ state: 'closed', closedReason: reason, closedAt: at },
      revision: eb('revision', '+', 1),
    }))
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('talentId', '=', talentId)
    .where('state', '=', 'active')
    .execute()
  await dropOpenItems(db, scope, { talentId, reason })
}

type Dropped = { planId?: string; talentId?: string; reason: string }

/** What was only begun; what somebody reported still waits for an office. */
async function dropOpenItems(db: Db, scope: Scope, { planId, talentId, reason }: Dropped) {
  await db
    .updateTable('cultivationItems')
    .set((eb) => ({ state: 'dropped', reason, revision: eb('revision', '+', 1) }))
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', '=', 'open')
    .$if(planId !== undefined, (it) => it.where('planId', '=', planId!))
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .execute()
}

function plans(db: Db, scope: Scope) {
  return db
    .selectFrom('cultivationPlans')
    .selectAll()
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
}

function parsed({ countyCode: _, posts, ...row }: CultivationPlanTable): CultivationPlan {
  return { ...row, posts: JSON.parse(posts) as string[] }
}
