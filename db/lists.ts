import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { ListTable } from './schema/pool.ts'
import { aboutTalentsIn, listsIn, type Scope, talentsIn } from './scope.ts'

/** Named lists that the account keeps, by name: a county's office sees those of its townships as well. */
export function listLists(db: Db, scope: Scope) {
  return lists(db, scope).orderBy('name').orderBy('id').execute()
}

export function findList(db: Db, scope: Scope, id: string) {
  return lists(db, scope).where('id', '=', id).executeTakeFirst()
}

/** The lists of the scope that one person is on. */
export async function listListsOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('lists')
    .innerJoin('listMembers', (join) =>
      join
        .onRef('listMembers.countyCode', '=', 'lists.countyCode')
        .onRef('listMembers.listId', '=', 'lists.id'),
    )
    .select(['lists.id', 'lists.name'])
    .where(listsIn(scope))
    .where(aboutTalentsIn(scope, 'listMembers'))
    .where('talentId', '=', talentId)
    .orderBy('lists.name')
    .orderBy('lists.id')
    .execute()
}

/** How many people each list has: in the scope, and in all of the county. */
export async function countListMembers(db: Db, scope: Scope) {
  const seen = sql<number>`count(case when ${aboutPeople(scope)} then 1 end)`
  const rows = await db
    .selectFrom('listMembers')
    .innerJoin('lists', (join) =>
      join
        .onRef('lists.countyCode', '=', 'listMembers.countyCode')
        .onRef('lists.id', '=', 'listMembers.listId'),
    )
    .select(({ fn }) => ['listId', fn.countAll().as('all'), seen.as('seen')])
    .where(listsIn(scope))
    .groupBy('listId')
    .execute()
  return new Map(
    rows.map(({ listId, all, seen }) => [listId, { all: Number(all), seen: Number(seen) }]),
  )
}

/** A page of a list in the order of pinyin: nobody out of the scope. */
export async function listMembersOf(
  db: Db,
  scope: Scope,
  listId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const rows = await db
    .selectFrom('listMembers')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'listMembers.countyCode')
        .onRef('talents.id', '=', 'listMembers.talentId'),
    )
    .innerJoin('lists', (join) =>
      join
        .onRef('lists.countyCode', '=', 'listMembers.countyCode')
        .onRef('lists.id', '=', 'listMembers.listId'),
    )
    .select(['talentId', 'pinyin', 'listMembers.note', 'addedAt'])
    .where(listsIn(scope))
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('listId', '=', listId)
    .$if(after !== undefined, (it) => it.where(following(after!)))
    .orderBy('pinyin')
    .orderBy('talentId')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    members: page,
    next: rows.length > limit && last ? `${last.pinyin}~${last.talentId}` : null,
  }
}

export async function insertList(
  db: Db,
  { countyCode }: Scope,
  list: Omit<ListTable, 'countyCode' | 'revision'>,
): Promise<void> {
  await db
    .insertInto('lists')
    .values({ ...list, countyCode, revision: 1 })
    .execute()
}

/** False when there is no such list of that revision in the scope. */
export async function updateList(
  db: Db,
  scope: Scope,
  id: string,
  change: Pick<ListTable, 'name' | 'note'>,
  revision: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('lists')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(listsIn(scope))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A list with its members, whoever they are; the people stay. */
export async function removeList(db: Db, scope: Scope, id: string): Promise<boolean> {
  if (!(await findList(db, scope, id))) return false
  const { countyCode } = scope
  await db
    .deleteFrom('listMembers')
    .where('countyCode', '=', countyCode)
    .where('listId', '=', id)
    .execute()
  await db.deleteFrom('lists').where(listsIn(scope)).where('id', '=', id).execute()
  return true
}

/** Who of these is on the list already. */
export async function listMembersAmong(
  db: Db,
  scope: Scope,
  listId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('listMembers')
    .select('talentId')
    .where(aboutTalentsIn(scope, 'listMembers'))
    .where('listId', '=', listId)
    .where('talentId', 'in', [...ids, ''])
    .execute()
  return new Set(rows.map(({ talentId }) => talentId))
}

type Membership = { note: string; addedAt: string; addedBy: string }

/** Puts people on a list who are not on it yet. */
export async function insertMembers(
  db: Db,
  scope: Scope,
  listId: string,
  ids: readonly string[],
  membership: Membership,
): Promise<void> {
  const { countyCode } = scope
  const rows = ids.map((talentId) => ({ countyCode, listId, talentId, ...membership }))
  await insertRows(db, scope, 'listMembers', rows)
}

export async function updateMember(
  db: Db,
  scope: Scope,
  { listId, talentId }: { listId: string; talentId: string },
  note: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('listMembers')
    .set({ note })
    .where(aboutTalentsIn(scope, 'listMembers'))
    .where('listId', '=', listId)
    .where('talentId', '=', talentId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeMember(
  db: Db,
  scope: Scope,
  { listId, talentId }: { listId: string; talentId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('listMembers')
    .where(aboutTalentsIn(scope, 'listMembers'))
    .where('listId', '=', listId)
    .where('talentId', '=', talentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function lists(db: Db, scope: Scope) {
  return db.selectFrom('lists').selectAll().where(listsIn(scope))
}

const aboutPeople = (scope: Scope) =>
  sql<SqlBool>`${sql.ref('listMembers.talentId')} in (select ${sql.ref('talents.id')} from ${sql.table('talents')} where ${talentsIn(scope)})`

/** Row values, so that the index gives the page. */
function following(after: string) {
  const at = after.indexOf('~')
  const pinyin = after.slice(0, Math.max(at, 0))
  return sql<SqlBool>`(${sql.ref('pinyin')}, ${sql.ref('talentId')}) > (${pinyin}, ${after.slice(at + 1)})`
}
