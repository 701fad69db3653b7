import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { caseCount, numbers } from './nominee-lists.ts'
import type { CultivationItemTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type CultivationItem = Omit<CultivationItemTable, 'countyCode' | 'criteria' | 'rules'> & {
  criteria: string[]
  rules: string[]
}
/** What an item begins with. */
export type NewItem = Pick<
  CultivationItem,
  | 'id'
  | 'talentId'
  | 'planId'
  | 'sessionId'
  | 'kind'
  | 'aim'
  | 'dueOn'
  | 'evidence'
  | 'criteria'
  | 'rules'
  | 'createdAt'
  | 'createdBy'
>
export type ItemChange = Partial<Omit<CultivationItem, 'id' | 'talentId' | 'revision'>>

export const ITEM_TABS = ['reported', 'late', 'due', 'open', 'done'] as const
export type ItemTab = (typeof ITEM_TABS)[number]
export type ItemFilter = {
  townshipCode?: string | undefined
  villageCode?: string | undefined
  kind?: CultivationItem['kind'] | undefined
  /** Of the name as it is written, its pinyin or initials. */
  q?: string | undefined
  today: string
  /** Open items that are due by then are `due`. */
  soon: string
}

/** Items of one person: what goes on by the day it is due, then what has ended, the latest first. */
export async function listItemsOf(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<CultivationItem[]> {
  const rows = await items(db, scope)
    .where('talentId', '=', talentId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

export async function findItem(db: Db, scope: Scope, id: string) {
  const row = await items(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** One item, of a plan or agreed at a meeting. */
export function insertItem(db: Db, scope: Scope, item: NewItem): Promise<void> {
  return insertItems(db, scope, [item])
}

export async function insertItems(db: Db, scope: Scope, list: readonly NewItem[]): Promise<void> {
  const rows = list.map((item) => ({
    ...{ ...item, ...BEGUN, countyCode: scope.countyCode },
    ...{ criteria: JSON.stringify(item.criteria), rules: JSON.stringify(item.rules) },
  }))
  await insertRows(db, scope, 'cultivationItems', rows)
}

/** Changes an item and counts its revision up; false when there is none of that revision in the scope. */
export async function updateItem(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  { criteria, rules, ...change }: ItemChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cultivationItems')
    .set({
      ...{ ...change, revision: revision + 1 },
      ...(criteria && { criteria: JSON.stringify(criteria) }),
      ...(rules && { rules: JSON.stringify(rules) }),
    })
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A page of items of many people: what is due first comes first, of those that are done the latest. */
export async function pageOfItems(
  db: Db,
  scope: Scope,
  filter: ItemFilter,
  { tab, offset, limit }: { tab: ItemTab; offset: number; limit: number },
) {
  const rows = await filtered(db, scope, filter)
    .selectAll('cultivationItems')
    .select(['talents.name', 'talents.homeVillageCode'])
    .where(conditionOf(tab, filter))
    .$call((query) =>
      tab === 'done'
        ? query.orderBy('cultivationItems.doneOn', 'desc').orderBy('cultivationItems.id', 'desc')
        : query.orderBy('cultivationItems.dueOn').orderBy('cultivationItems.id'),
    )
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ name, homeVillageCode, ...row }) => ({
    ...parsed(row),
    ...{ name, homeVillageCode },
  }))
}

/** How many items each tab would show. */
export async function countItems(
  db: Db,
  scope: Scope,
  filter: ItemFilter,
): Promise<Record<ItemTab, number>> {
  const count = (tab: ItemTab) => caseCount(conditionOf(tab, filter)).as(tab)
  const row = await filtered(db, scope, filter).select(ITEM_TABS.map(count)).executeTakeFirst()
  return numbers(
    Object.fromEntries(ITEM_TABS.map((tab) => [tab, row?.[tab] ?? 0])) as Record<ItemTab, number>,
  )
}

const BEGUN = {
  ...({ state: 'open', result: '', grade: null, doneOn: null, reason: null } as const),
  ...{ reportedAt: null, reportedBy: null, confirmedAt: null, confirmedBy: null, revision: 1 },
} as const

function items(db: Db, scope: Scope) {
  return db
    .selectFrom('cultivationItems')
    .selectAll()
    .where(aboutTalentsIn(scope, 'cultivationItems'))
}

/** Nobody who was erased or merged into another record. */
function filtered(db: Db, scope: Scope, { townshipCode, villageCode, kind, q }: ItemFilter) {
  return db
    .selectFrom('cultivationItems')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'cultivationItems.countyCode')
        .onRef('talents.id', '=', 'cultivationItems.talentId'),
    )
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('talents.erasedAt', 'is', null)
    .where('talents.mergedInto', 'is', null)
    .$if(kind !== undefined, (it) => it.where('cultivationItems.kind', '=', kind!))
    .$if(townshipCode !== undefined, (it) =>
      it.where('talents.homeTownshipCode', '=', townshipCode!),
    )
    .$if(villageCode !== undefined, (it) => it.where('talents.homeVillageCode', '=', villageCode!))
    .$if(q !== undefined, (it) => it.where(isNamed(q!)))
}

const state = sql.ref('cultivationItems.state')
const dueOn = sql.ref('cultivationItems.dueOn')

function conditionOf(tab: ItemTab, { today, soon }: ItemFilter): RawBuilder<SqlBool> {
  switch (tab) {
    case 'late':
      return sql`(${state} = 'open' and ${dueOn} < ${today})`
    case 'due':
      return sql`(${state} = 'open' and ${dueOn} >= ${today} and ${dueOn} <= ${soon})`
    default:
      return sql`(${state} = ${tab})`
  }
}

/** A part of the name as it is written, or the beginning of its pinyin or initials. */
function isNamed(q: string): RawBuilder<SqlBool> {
  const written = q.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const typed = `${written.toLowerCase().replace(/[\s']/g, '')}%`
  return sql`(${sql.ref('talents.name')} like ${`%${written}%`} escape '\\'
    or ${sql.ref('talents.pinyin')} like ${typed} escape '\\'
    or ${sql.ref('talents.initials')} like ${typed} escape '\\')`
}

function parsed({ countyCode: _, ...row }: CultivationItemTable): CultivationItem {
  return {
    ...row,
    criteria: JSON.parse(row.criteria) as string[],
    rules: JSON.parse(row.rules) as string[],
  }
}
