import { sql, type Transaction } from 'kysely'
import { moveCultivation } from './cultivation-people.ts'
import { moveRounds } from './round-merges.ts'
import type { Database } from './schema.ts'
import type { Scope } from './scope.ts'

type Tx = Transaction<Database>
/** `kept` stays; everything of `other` moves there. */
export type Merged = Pair & { at: string }
type Pair = { kept: string; other: string }

/** Rows of a person that have an id of their own. */
const WITH_ID = [
  'honours',
  'evidence',
  'relatives',
  'talentHistory',
  'departures',
  'reviewCases',
  'consents',
  'corrections',
  'listDecisions',
  'photographs',
] as const

/** Rows of which a person has one for each key; `wins` says which of two is worth more than the one of `kept`. */
const BY_KEY = [
  { table: 'talent_sources', key: ['source'] },
  {
    table: 'talent_skills',
    key: ['skill_id'],
    wins: `other.standing = 'proven' and kept.standing = 'claimed'`,
  },
  { table: 'talent_tags', key: ['tag'] },
  { table: 'list_members', key: ['list_id'] },
  { table: 'residence_consents', key: ['village_code'] },
  {
    table: 'mentorships',
    key: ['mentor_id'],
    wins: 'other.ended_on is null and kept.ended_on is not null',
  },
  { table: 'incumbents', key: ['term_id', 'post'] },
  {
    table: 'course_participants',
    key: ['course_id'],
    wins: `kept.certificate is null and (other.certificate is not null
      or (kept.result is null and other.result is not null))`,
  },
  {
    table: 'course_attendances',
    key: ['course_session_id'],
    wins: `other.status = 'present' and kept.status <> 'present'`,
  },
  { table: 'attendances', key: ['month'] },
] as const

/**
 * Moves what hangs on one record to another of the same human being: each thing once, the better of two. Private
 * values and appointment forms are bound to their record and move elsewhere; both records are in the scope, and
 * `updateTalent` comes after.
 */
export async function moveBelongings(db: Tx, { countyCode }: Scope, merged: Merged): Promise<void> {
  await moveRounds(db, countyCode, merged)
  await moveCultivation(db, countyCode, merged)
  for (const rows of BY_KEY) await moveByKey(db, countyCode, merged, rows)
  await dropTheSame(db, countyCode, merged)
  await removePhotograph(db, countyCode, merged)
  for (const table of WITH_ID)
    await db
      .updateTable(table)
      .set({ talentId: merged.kept })
      .where('countyCode', '=', countyCode)
      .where('talentId', '=', merged.other)
      .execute()
  await moveLinks(db, countyCode, merged)
  await moveAnswers(db, countyCode, merged)
  await moveMentions(db, countyCode, merged)
}

type ByKey = { table: string; key: readonly string[]; wins?: string }

async function moveByKey(db: Tx, countyCode: string, { kept, other }: Pair, rows: ByKey) {
  const { table, key, wins } = rows
  const same = sql.raw(key.map((column) => `kept.${column} = other.${column}`).join(' and '))
  const drop = (side: 'kept' | 'other', condition: string) => sql`
    delete from ${sql.raw(table)} as ${sql.raw(side)}
    where ${sql.raw(side)}.county_code = ${countyCode}
      and ${sql.raw(side)}.talent_id = ${side === 'kept' ? kept : other} and exists (
      select 1 from ${sql.raw(table)} as ${sql.raw(side === 'kept' ? 'other' : 'kept')}
      where kept.county_code = other.county_code and ${same} and kept.talent_id = ${kept}
        and other.talent_id = ${other} and ${sql.raw(condition)})`
  if (wins) await drop('kept', wins).execute(db)
  await drop('other', '1 = 1').execute(db)
  await sql`update ${sql.raw(table)} set talent_id = ${kept}
    where county_code = ${countyCode} and talent_id = ${other}`.execute(db)
}

/** The record that stays keeps its photograph; the other's counts as removed. */
async function removePhotograph(db: Tx, countyCode: string, { kept, other, at }: Merged) {
  const own = await db
    .selectFrom('photographs')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', kept)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!own) return
  await db
    .updateTable('photographs')
    .set({ removedAt: at })
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', other)
    .where('removedAt', 'is', null)
    .execute()
}

/** The same honour, evidence or relative, entered in both. */
async function dropTheSame(db: Tx, countyCode: string, { kept, other }: Pair) {
  for (const [table, columns] of Object.entries(SAME)) {
    const same = columns.map((it) => `mine.${it} is not distinct from ${table}.${it}`).join(' and ')
    await sql`delete from ${sql.raw(table)} where county_code = ${countyCode} and talent_id = ${other}
      and exists (select 1 from ${sql.raw(table)} as mine where mine.county_code = ${countyCode}
        and mine.talent_id = ${kept} and ${sql.raw(same)})`.execute(db)
  }
}

const SAME = {
  honours: ['name', 'awarded_on', 'level'],
  evidence: ['criterion', 'dated_on', 'source', 'note', 'value', 'standing'],
  relatives: ['relation', 'name', 'born_on', 'linked_id'],
}

/** A pair is linked once; what bars stays barred. */
async function moveLinks(db: Tx, countyCode: string, { kept, other }: Pair) {
  const links = await db
    .selectFrom('familyLinks')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', '=', other), eb('relativeId', '=', other)]))
    .execute()
  await db
    .deleteFrom('familyLinks')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', '=', other), eb('relativeId', '=', other)]))
    .execute()
  for (const link of links) {
    const relative = link.talentId === other ? link.relativeId : link.talentId
    if (relative === kept) continue
    const [talentId, relativeId] = [kept, relative].sort() as [string, string]
    const { relation, isBarred } = link
    await db
      .insertInto('familyLinks')
      .values({ countyCode, talentId, relativeId, relation, isBarred })
      .onConflict((it) => {
        const conflict = it.columns(['countyCode', 'talentId', 'relativeId'])
        return isBarred === 1 ? conflict.doUpdateSet({ relation, isBarred }) : conflict.doNothing()
      })
      .execute()
  }
}

async function moveAnswers(db: Tx, countyCode: string, { kept, other }: Pair) {
  const answers = await db
    .selectFrom('duplicateAnswers')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', '=', other), eb('otherId', '=', other)]))
    .execute()
  await db
    .deleteFrom('duplicateAnswers')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', '=', other), eb('otherId', '=', other)]))
    .execute()
  for (const { at, accountId, ...pair } of answers) {
    const third = pair.talentId === other ? pair.otherId : pair.talentId
    if (third === kept) continue
    const [talentId, otherId] = [kept, third].sort() as [string, string]
    await db
      .insertInto('duplicateAnswers')
      .values({ countyCode, talentId, otherId, at, accountId })
      .onConflict((it) => it.columns(['countyCode', 'talentId', 'otherId']).doNothing())
      .execute()
  }
}

/** Where others speak of the record that goes: relatives, rows of imports that wait, records merged into it before. */
async function moveMentions(db: Tx, countyCode: string, { kept, other }: Pair) {
  await db
    .updateTable('relatives')
    .set({ linkedId: kept })
    .where('countyCode', '=', countyCode)
    .where('linkedId', '=', other)
    .execute()
  // Nobody is a relative of themselves.
  await db
    .updateTable('relatives')
    .set({ linkedId: null })
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', kept)
    .where('linkedId', '=', kept)
    .execute()
  await db
    .updateTable('importRows')
    .set({ talentId: kept })
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', other)
    .execute()
  await db
    .updateTable('talents')
    .set({ mergedInto: kept })
    .where('countyCode', '=', countyCode)
    .where('mergedInto', '=', other)
    .execute()
  await mentionInPlans(db, countyCode, { kept, other })
  for (const table of ['privateFields', 'invitations', 'appointmentForms'] as const)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', '=', other)
      .execute()
}

/** Plans name the one who stays; one in which both have a place holds no more. */
async function mentionInPlans(db: Tx, countyCode: string, { kept, other }: Pair) {
  const [mine, others] = [`%${kept}%`, `%${other}%`]
  await sql`update plans set result = null where county_code = ${countyCode}
    and result like ${mine} and result like ${others}`.execute(db)
  await sql`update plans set result = replace(result, ${other}, ${kept}),
      request = replace(request, ${other}, ${kept})
    where county_code = ${countyCode} and (result like ${others} or request like ${others})`.execute(
    db,
  )
}
