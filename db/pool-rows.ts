import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { TalentTable } from './schema.ts'
import { listsIn, ofWholeCounty, type Scope, talentsIn } from './scope.ts'

/** Of which people: all, those of a later `poolRevision`, or a stretch of them in the order of `searchRow`. */
export type PoolQuery = { changedAfter?: number; afterRow?: number; limit?: number }

/** What search keeps of a person in memory. */
export type PoolRow = Pick<
  TalentTable,
  | 'id'
  | 'name'
  | 'sex'
  | 'bornOn'
  | 'education'
  | 'partyStatus'
  | 'status'
  | 'channel'
  | 'willingness'
  | 'occupation'
  | 'homeTownshipCode'
  | 'homeVillageCode'
  | 'createdAt'
  | 'updatedAt'
> & {
  searchRow: number
  pinyin: string
  syllables: string
  /** Of the latest piece of evidence. */
  evidenceOn: string | null
  sources: string[]
  skills: string[]
  tags: string[]
}

/** People whom search knows, in the order of `searchRow`; nobody who was erased. Five statements, however many. */
export async function listPoolRows(db: Db, scope: Scope, query: PoolQuery = {}) {
  const who = asked(scope, query)
  const people = await peopleOf(db, who, query.limit)
  const first = people.at(0)?.searchRow
  const last = people.at(-1)?.searchRow
  if (first === undefined || last === undefined) return []
  const about = { db, scope, first, last }
  const sources = await valuesOf(about, 'talent_sources', 'source')
  const skills = await valuesOf(about, 'talent_skills', 'skill_id')
  const tags = await valuesOf(about, 'talent_tags', 'tag')
  const latest = await latestEvidence(about)
  return people.map(
    (row): PoolRow => ({
      ...row,
      evidenceOn: latest.get(row.searchRow) ?? null,
      sources: sources.get(row.searchRow) ?? [],
      skills: skills.get(row.searchRow) ?? [],
      tags: tags.get(row.searchRow) ?? [],
    }),
  )
}

/** `searchRow` of everybody whom a scope sees. */
export async function listSearchRows(db: Db, scope: Scope): Promise<number[]> {
  const { rows } = await plain<{ row: number }>(
    db,
    sql`select search_row as "row" from talents where ${asked(scope, {})}`,
  )
  return rows.map(({ row }) => row)
}

/** `searchRow` of everybody who changed after a revision, those among them whom nobody sees any more too. */
export async function listChangedRows(db: Db, scope: Scope, revision: number): Promise<number[]> {
  const { rows } = await plain<{ row: number }>(
    db,
    sql`select search_row as "row" from talents where ${ofWholeCounty(scope, 'talents')}
      and pool_revision > ${revision} and search_row is not null`,
  )
  return rows.map(({ row }) => row)
}

/** The same by id, those among them who were never searched for too. */
export async function listChangedIds(db: Db, scope: Scope, revision: number): Promise<string[]> {
  const { rows } = await plain<{ id: string }>(
    db,
    sql`select id from talents where ${ofWholeCounty(scope, 'talents')}
      and pool_revision > ${revision}`,
  )
  return rows.map(({ id }) => id)
}

/** Who is on which named list, as far as the scope sees lists and people. */
export async function listRowsOfLists(db: Db, scope: Scope) {
  const { rows } = await plain<{ list: string; row: number }>(
    db,
    sql`select m.list_id as "list", talents.search_row as "row" from list_members m
      join talents on talents.county_code = m.county_code and talents.id = m.talent_id
      where ${asked(scope, {})} and m.list_id in (select lists.id from lists where ${listsIn(scope)})`,
  )
  return rows
}

const COLUMNS = {
  searchRow: 'search_row',
  id: 'id',
  name: 'name',
  sex: 'sex',
  bornOn: 'born_on',
  education: 'education',
  partyStatus: 'party_status',
  status: 'status',
  channel: 'channel',
  willingness: 'willingness',
  occupation: 'occupation',
  homeTownshipCode: 'home_township_code',
  homeVillageCode: 'home_village_code',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  pinyin: 'pinyin',
} as const

type Person = Omit<PoolRow, 'evidenceOn' | 'sources' | 'skills' | 'tags'>
type About = { db: Db; scope: Scope; first: number; last: number }

async function peopleOf(db: Db, who: RawBuilder<SqlBool>, limit: number | undefined) {
  const columns = Object.entries(COLUMNS).map(([name, column]) => sql.raw(`${column} as "${name}"`))
  const most = limit === undefined ? sql`` : sql`limit ${limit}`
  const { rows } = await plain<Person>(
    db,
    sql`select ${sql.join(columns)}, coalesce(syllables, '') as "syllables"
      from talents where ${who} order by search_row ${most}`,
  )
  return rows
}

function asked(scope: Scope, { changedAfter, afterRow }: PoolQuery): RawBuilder<SqlBool> {
  return sql`(${talentsIn(scope)} and talents.erased_at is null and talents.search_row is not null
    ${changedAfter === undefined ? sql`` : sql`and talents.pool_revision > ${changedAfter}`}
    ${afterRow === undefined ? sql`` : sql`and talents.search_row > ${afterRow}`})`
}

/** Values of a table about people, of a stretch of them; who is not in the list of people is nobody's business. */
async function valuesOf(about: About, table: string, column: string) {
  const { rows } = await plain<{ row: number; value: string }>(
    about.db,
    sql`select t.search_row as "row", v.${sql.raw(column)} as "value" ${joined(about, table)}
      order by t.search_row, v.${sql.raw(column)}`,
  )
  const values = new Map<number, string[]>()
  for (const { row, value } of rows) {
    const known = values.get(row)
    if (known) known.push(value)
    else values.set(row, [value])
  }
  return values
}

async function latestEvidence(about: About) {
  const { rows } = await plain<{ row: number; latest: string }>(
    about.db,
    sql`select t.search_row as "row", max(v.dated_on) as "latest" ${joined(about, 'evidence')}
      group by t.search_row`,
  )
  return new Map(rows.map(({ row, latest }) => [row, latest]))
}

function joined({ scope, first, last }: About, table: string) {
  return sql`from talents t join ${sql.raw(table)} v
    on v.county_code = t.county_code and v.talent_id = t.id
    where t.county_code = ${scope.countyCode} and t.search_row between ${first} and ${last}`
}

/** The plugin would rename the keys of each row anew, which doubles the time for tens of thousands of rows. */
function plain<Row>(db: Db, statement: RawBuilder<Row>) {
  return db.withoutPlugins().executeQuery<Row>(statement.compile(db))
}
