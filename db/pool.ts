import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { pinyinOf, syllablesOf } from './pinyin.ts'
import { ofCounty, type Scope } from './scope.ts'
import { putTexts } from './texts.ts'

/**
 * What search reads has to follow what is written. `updateTalent`, `insertTalents` and `eraseTalent` call this in
 * their transaction; whoever changes skills, honours or other rows of a person calls `updateTalent` last.
 */
export async function followTalents(db: Db, scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const revision = await countUp(db, scope)
  await db
    .updateTable('talents')
    .set({ poolRevision: revision })
    .where(ofCounty(scope, 'talents'))
    .where('id', 'in', ids)
    .execute()
  await numberTalents(db, scope, ids)
  await putTexts(db, scope, await textsOf(db, scope, ids))
}

/** Places, offices or whole imports changed: what is kept of the county is read anew. */
export async function rebuildPool(db: Db, scope: Scope): Promise<void> {
  const poolRebuiltAt = await countUp(db, scope)
  await db
    .updateTable('counties')
    .set({ poolRebuiltAt })
    .where(ofCounty(scope, 'counties'))
    .execute()
}

/** How far the county's people have changed. */
export async function poolRevisionOf(db: Db, scope: Scope) {
  const row = await db
    .selectFrom('counties')
    .select(['poolRevision', 'poolRebuiltAt'])
    .where(ofCounty(scope, 'counties'))
    .executeTakeFirst()
  return row ?? { poolRevision: 0, poolRebuiltAt: 0 }
}

/** People whom search does not know yet, as those of a database of before there was one; how many there were. */
export async function followMissing(db: Db, scope: Scope): Promise<number> {
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where(ofCounty(scope, 'talents'))
    .where('searchRow', 'is', null)
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await db
      .transaction()
      .execute((transaction) =>
        followTalents(transaction, scope, ids.slice(start, start + AT_ONCE)),
      )
  return ids.length
}

const AT_ONCE = 500

async function countUp(db: Db, scope: Scope): Promise<number> {
  const { poolRevision } = await db
    .updateTable('counties')
    .set((eb) => ({ poolRevision: eb('poolRevision', '+', 1) }))
    .where(ofCounty(scope, 'counties'))
    .returning('poolRevision')
    .executeTakeFirstOrThrow()
  return poolRevision
}

/** The highest number that a person of the county has. */
export async function lastSearchRow(db: Db, scope: Scope): Promise<number> {
  const { last } = await db
    .selectFrom('talents')
    .select(({ fn }) => fn.max('searchRow').as('last'))
    .where(ofCounty(scope, 'talents'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

async function numberTalents(db: Db, scope: Scope, ids: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom('talents')
    .select(['id', 'name', 'syllables', 'searchRow'])
    .where(ofCounty(scope, 'talents'))
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  let last = rows.some(({ searchRow }) => searchRow === null) ? await lastSearchRow(db, scope) : 0
  for (const { id, name, syllables, searchRow } of rows) {
    const read = syllablesOf(name)
    if (searchRow !== null && syllables === read) continue
    await db
      .updateTable('talents')
      .set({ syllables: read, searchRow: searchRow ?? ++last, ...pinyinOf(name) })
      .where(ofCounty(scope, 'talents'))
      .where('id', '=', id)
      .execute()
  }
}

/** All that is written of people, for full text; nothing of who was erased. */
async function textsOf(db: Db, scope: Scope, ids: readonly string[]) {
  const { rows } = await sql<{ searchRow: number; text: string | null }>`
    select t.search_row as "searchRow", case when t.erased_at is null then
      coalesce(t.occupation, '') || ' ' || coalesce(t.full_time_school, '') || ' ' ||
      coalesce(t.in_service_school, '') || ' ' || coalesce(t.degree, '') || ' ' ||
      coalesce(t.native_place, '') || ' ' || coalesce(t.residence, '') || ' ' ||
      coalesce(t.resume, '') || ' ' || coalesce(t.remarks, '') || ' ' ||
      coalesce((select ${joined('h.name')} from honours h
        where h.county_code = t.county_code and h.talent_id = t.id), '') || ' ' ||
      coalesce((select ${joined('g.tag')} from talent_tags g
        where g.county_code = t.county_code and g.talent_id = t.id), '') || ' ' ||
      coalesce((select ${joined('d.zh')} from talent_skills s
        join skills d on d.county_code = s.county_code and d.id = s.skill_id
        where s.county_code = t.county_code and s.talent_id = t.id), '') || ' ' ||
      coalesce((select ${joined('e.note')} from evidence e
        where e.county_code = t.county_code and e.talent_id = t.id), '')
      else '' end as text
    from talents t where t.county_code = ${scope.countyCode} and t.id in (${sql.join(ids)})`.execute(
    db,
  )
  return rows.map(({ searchRow, text }) => ({ searchRow, text: text ?? '' }))
}

const joined = (column: string) => sql`string_agg(${sql.raw(column)}, ' ')`
