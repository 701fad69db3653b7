import { type SqlBool, sql, type Transaction } from 'kysely'
import { BLANK_FACTS } from './blank.ts'
import type { Db } from './connect.ts'
import { eraseFromCultivation } from './cultivation-people.ts'
import { followTalents } from './pool.ts'
import { eraseFromRounds } from './round-erasure.ts'
import type { Database } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

/** What says anything about a person and goes with them. Offices held stay, by id alone: they are the village's record. */
const ABOUT = [
  'talentSources',
  'talentSkills',
  'talentTags',
  'relatives',
  'listMembers',
  'honours',
  'evidence',
  'residenceConsents',
  'departures',
  'privateFields',
  'talentHistory',
  'mentorships',
  'reviewCases',
  'invitations',
  'importRows',
  'appointmentForms',
  'photographs',
] as const

/**
 * Blanks a person: the row keeps its id and its place, everything else about them goes, also of records that were
 * merged into it and where relatives named them. The consents stay, which prove what was allowed when; results of
 * plans that name them are emptied. False when nobody of that id is in the scope.
 */
export async function eraseTalent(
  transaction: Transaction<Database>,
  scope: Scope,
  id: string,
  at: string,
): Promise<boolean> {
  const { countyCode } = scope
  const row = await transaction
    .selectFrom('talents')
    .select('name')
    .where(talentsIn(scope))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return false
  const ids = [id, ...(await idsMergedInto(transaction, countyCode, id))]
  await transaction
    .updateTable('talents')
    .set((eb) => ({ ...BLANK, erasedAt: at, revision: eb('revision', '+', 1) }))
    .where('countyCode', '=', countyCode)
    .where('id', 'in', ids)
    .execute()
  await eraseFromRounds(transaction, countyCode, { ids, at })
  await eraseFromCultivation(transaction, countyCode, ids)
  for (const table of ABOUT)
    await transaction
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', 'in', ids)
      .execute()
  await blankDecisions(transaction, countyCode, ids)
  await eraseReminders(transaction, countyCode, ids)
  await eraseMentions(transaction, countyCode, { ids, name: row.name })
  await eraseSearches(transaction, countyCode, { ids, name: row.name })
  await transaction
    .updateTable('importChanges')
    .set({ before: null })
    .where('countyCode', '=', countyCode)
    .where('subject', 'in', ids)
    .execute()
  await transaction
    .updateTable('corrections')
    .set({ proposed: '', note: '', answer: null })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
  for (const one of ids) await emptyPlans(transaction, scope, one)
  await followTalents(transaction, { countyCode }, ids)
  return true
}

async function idsMergedInto(db: Db, countyCode: string, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('mergedInto', '=', id)
    .execute()
  return rows.map((one) => one.id)
}

/** That a list was decided stays, with the id; what was said of the person goes. */
async function blankDecisions(db: Db, countyCode: string, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('listDecisions')
    .set({ reason: '', takenBackReason: null })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
}

/** Messages to mentors that name the person by id. */
async function eraseReminders(db: Db, countyCode: string, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await db
      .deleteFrom('messages')
      .where('countyCode', '=', countyCode)
      .where('kind', '=', 'meeting-late')
      .where('detail', 'like', `%"${id}"%`)
      .execute()
}

/** Links, answers, and what relatives told of the person: the entry that is linked, and lines of their history. */
async function eraseMentions(
  db: Db,
  countyCode: string,
  { ids, name }: { ids: readonly string[]; name: string },
): Promise<void> {
  const relatives = await db
    .selectFrom('familyLinks')
    .select(['talentId', 'relativeId'])
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', 'in', ids), eb('relativeId', 'in', ids)]))
    .execute()
  const family = relatives.flatMap(({ talentId, relativeId }) => [talentId, relativeId])
  const named = `%${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const isNamed = (column: string) => sql<SqlBool>`${sql.ref(column)} like ${named} escape '\\'`
  await db
    .deleteFrom('talentHistory')
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', [...family, ''])
    .where('field', 'in', ['relatives', 'family', 'refusedNamesakes'])
    .where((eb) => eb.or([isNamed('before'), isNamed('after')]))
    .execute()
  await db
    .deleteFrom('relatives')
    .where('countyCode', '=', countyCode)
    .where('linkedId', 'in', ids)
    .execute()
  await db
    .deleteFrom('familyLinks')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', 'in', ids), eb('relativeId', 'in', ids)]))
    .execute()
  await db
    .deleteFrom('duplicateAnswers')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', 'in', ids), eb('otherId', 'in', ids)]))
    .execute()
}

/** Searches that somebody kept for the name, or for people like this one. */
async function eraseSearches(
  db: Db,
  countyCode: string,
  { ids, name }: { ids: readonly string[]; name: string },
): Promise<void> {
  const kept = await db
    .selectFrom('savedSearches')
    .select(['id', 'name', 'query'])
    .where('countyCode', '=', countyCode)
    .execute()
  const sought = [...ids, ...(name === '' ? [] : [name])]
  const about = kept.filter((search) => {
    const said = [search.name, ...new URLSearchParams(search.query).values()].join(' ')
    return sought.some((one) => said.replace(/\s/g, '').includes(one.replace(/\s/g, '')))
  })
  for (const { id } of about) {
    await db
      .deleteFrom('searchLooks')
      .where('countyCode', '=', countyCode)
      .where('searchId', '=', id)
      .execute()
    await db
      .deleteFrom('savedSearches')
      .where('countyCode', '=', countyCode)
      .where('id', '=', id)
      .execute()
  }
}

/** Empties plans that speak of a person: remedies and conflicts name people in words. */
export async function emptyPlans(db: Db, { countyCode }: Scope, id: string): Promise<void> {
  await db
    .updateTable('plans')
    .set({ result: null, request: '{"township":null,"pins":[],"exclusions":[]}' })
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('result', 'like', `%${id}%`), eb('request', 'like', `%${id}%`)]))
    .execute()
}

const BLANK = {
  name: '',
  pinyin: '',
  initials: '',
  syllables: null,
  ...BLANK_FACTS,
  status: 'left',
  consent: 'withdrawn',
  keepUntil: null,
  basis: null,
} as const
