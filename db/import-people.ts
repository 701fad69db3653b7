import { type Insertable, sql } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { insertMany } from './insert-many.ts'
import type { Database, TalentTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope, talentsIn } from './scope.ts'
import { putTexts, removeTexts } from './texts.ts'

/** People as spreadsheets meet them: who is known already, and many at once in and out again. */

/** Whose identity number has one of these keyed hashes. */
export function listByDigests(db: Db, scope: Scope, digests: readonly string[]) {
  if (digests.length === 0) return Promise.resolve([])
  return db
    .selectFrom('privateFields')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'privateFields.countyCode')
        .onRef('talents.id', '=', 'privateFields.talentId'),
    )
    .select(['privateFields.talentId', 'privateFields.digest'])
    .where(talentsIn(scope))
    .where('privateFields.countyCode', '=', scope.countyCode)
    .where('privateFields.field', '=', 'id-number')
    .where('privateFields.digest', 'in', digests)
    .execute()
}

/** People of these names, with what tells them apart. */
export async function listPeopleNamed(db: Db, scope: Scope, names: readonly string[]) {
  if (names.length === 0) return []
  // Put in order here: by the statement, SQLite would walk through the whole county.
  const rows = await db
    .selectFrom('talents')
    .leftJoin('privateFields', (join) =>
      join
        .onRef('privateFields.countyCode', '=', 'talents.countyCode')
        .onRef('privateFields.talentId', '=', 'talents.id')
        .on('privateFields.field', '=', 'id-number'),
    )
    .select(['talents.id', 'talents.name', 'talents.bornOn', 'talents.homeVillageCode', 'digest'])
    .where(talentsIn(scope))
    .where('talents.erasedAt', 'is', null)
    .where('talents.name', 'in', names)
    .execute()
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export type KnownPerson = Awaited<ReturnType<typeof listKnownPeople>>[number]

/** All that a spreadsheet can change of people; nobody who was erased. */
export async function listKnownPeople(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('talents')
    .selectAll()
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const of = <Row extends { talentId: string }>(list: Row[]) =>
    Map.groupBy(list, ({ talentId }) => talentId)
  const sources = of(await about(db, scope, 'talentSources', ids))
  const skills = of(await about(db, scope, 'talentSkills', ids))
  const tags = of(await about(db, scope, 'talentTags', ids))
  const numbers = of(await about(db, scope, 'privateFields', ids))
  return rows.map((row) => ({
    ...row,
    sources: (sources.get(row.id) ?? []).map(({ source }) => source).sort(),
    skills: (skills.get(row.id) ?? []).map(({ skillId, level, standing }) => ({
      skillId,
      level,
      standing,
    })),
    tags: (tags.get(row.id) ?? []).map(({ tag }) => tag).sort(),
    private: (numbers.get(row.id) ?? []).map(({ field, cipher, digest }) => ({
      field,
      cipher,
      digest,
    })),
  }))
}

const OF_A_PERSON = ['talentSources', 'talentSkills', 'talentTags', 'privateFields'] as const
const OF_NEW = [...OF_A_PERSON, 'consents'] as const
type OfAPerson = (typeof OF_A_PERSON)[number]
export type PeopleRows = { talents: Database['talents'][] } & {
  [Table in (typeof OF_NEW)[number]]: Database[Table][]
}

/** Writers of people of one county wait for each other, since they number them. */
export async function holdCounty(db: Db, scope: Scope): Promise<void> {
  await db
    .updateTable('counties')
    .set(({ ref }) => ({ poolRevision: ref('poolRevision') }))
    .where(ofCounty(scope, 'counties'))
    .execute()
}

/** Enters people with what belongs to them and their words for search. */
export async function insertPeople(
  db: Db,
  scope: Scope,
  rows: PeopleRows,
  texts: readonly { searchRow: number; text: string }[],
): Promise<void> {
  for (const table of ['talents', ...OF_NEW] as const) {
    if (rows[table].some(({ countyCode }) => countyCode !== scope.countyCode))
      throw new RangeError(`${table}: a row of another county`)
    await insertMany(db, table, rows[table])
  }
  await putTexts(db, scope, texts)
}

/** Puts what belongs to a person in one table in place of what is there. */
export async function replaceOfPerson<Table extends OfAPerson>(
  db: Db,
  scope: Scope,
  table: Table,
  talentId: string,
  rows: readonly (Insertable<Database[Table]> & { countyCode: string })[],
): Promise<void> {
  await db
    .deleteFrom(table as OfAPerson)
    .where(aboutTalentsIn(scope, table))
    .where('talentId', '=', talentId)
    .execute()
  await insertRows(db, scope, table, rows)
}

/** Everything that may stand beside a person whom nobody has used; in the order in which rows go. */
export const BESIDE = [
  'talentSources',
  'talentSkills',
  'talentTags',
  'relatives',
  'honours',
  'evidence',
  'residenceConsents',
  'privateFields',
  'talentHistory',
  'invitations',
  'consents',
  'incumbents',
] as const

/** Takes people out of the database whom an import brought, with all that stands beside them. */
export async function removePeople(db: Db, scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { countyCode } = scope
  const rows = await db
    .selectFrom('talents')
    .select('searchRow')
    .where(ofCounty(scope, 'talents'))
    .where('id', 'in', ids)
    .execute()
  await removeTexts(
    db,
    scope,
    rows.flatMap(({ searchRow }) => searchRow ?? []),
  )
  for (const table of BESIDE)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', 'in', ids)
      .execute()
  await db
    .deleteFrom('duplicateAnswers')
    .where('countyCode', '=', countyCode)
    .where((eb) => eb.or([eb('talentId', 'in', ids), eb('otherId', 'in', ids)]))
    .execute()
  await db
    .deleteFrom('talents')
    .where('countyCode', '=', countyCode)
    .where('id', 'in', ids)
    .execute()
}

/** People of an import whom somebody uses: in a list, an office, an account, a tie to somebody else. */
export async function listUsedOfImport(db: Db, scope: Scope, importId: string): Promise<string[]> {
  const { countyCode } = scope
  const uses = USES.map(
    ([table, column]) =>
      sql`select ${sql.ref(column)} as "id" from ${sql.table(table)}
        where ${sql.ref('countyCode')} = ${countyCode} and ${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref('importChanges.subject')} as "id" from ${sql.table('importChanges')}
    where ${ofCounty(scope, 'importChanges')}
      and ${sql.ref('importChanges.importId')} = ${importId} and act = 'created'
      and ${sql.ref('importChanges.subject')} in (${sql.join(uses, sql` union `)})`.execute(db)
  return rows.map(({ id }) => id)
}

/** Where a person can be named who then cannot go. Offices that the import gave itself are taken back before. */
export const USES = [
  ['listMembers', 'talentId'],
  ['incumbents', 'talentId'],
  ['accounts', 'talentId'],
  ['corrections', 'talentId'],
  ['familyLinks', 'talentId'],
  ['familyLinks', 'relativeId'],
  ['relatives', 'linkedId'],
  ['talents', 'mergedInto'],
  ...inTables('nominees', 'nominations', 'nominationDrafts', 'reviewActs', 'reviewCases'),
  ...inTables('attachments', 'applications', 'departures', 'movements'),
  ...inTables('mentorships', 'mentorProfiles', 'mentorshipProposals', 'mentoringSessions'),
  ...inTables('mentorNotes', 'entryAdditions', 'entryFiles', 'cultivationPlans'),
  ...inTables('cultivationItems', 'courseParticipants', 'courseAttendances', 'trialPosts'),
  ...inTables('evaluations', 'appraisals', 'attendances', 'appointmentForms', 'photographs'),
  ...inTables('listDecisions'),
] as const

function inTables<T extends keyof Database>(...tables: T[]) {
  return tables.map((table) => [table, 'talentId'] as const)
}

/** Ids that requests and results of plans name. */
export async function listIdsInPlans(db: Db, scope: Scope): Promise<Set<string>> {
  const rows = await db
    .selectFrom('plans')
    .select(['request', 'result'])
    .where(ofCounty(scope, 'plans'))
    .execute()
  const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
  return new Set(rows.flatMap((row) => `${row.request} ${row.result ?? ''}`.match(uuids) ?? []))
}

/** Whom an import brought stays, whatever becomes of the import. */
export async function keepPeople(db: Db, scope: Scope, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += 5_000)
    await db
      .updateTable('talents')
      .set({ importId: null })
      .where(ofCounty(scope, 'talents'))
      .where('id', 'in', ids.slice(start, start + 5_000))
      .execute()
}

function about<Table extends OfAPerson>(
  db: Db,
  scope: Scope,
  table: Table,
  ids: readonly string[],
): Promise<Database[Table][]> {
  return db
    .selectFrom(table as OfAPerson)
    .selectAll()
    .where(ofCounty(scope, table))
    .where('talentId', 'in', ids)
    .execute() as unknown as Promise<Database[Table][]>
}

/** Changes columns of a person and counts the revision up, as `updateTalent`, but for many: `followTalents` comes after. */
export async function changePerson(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Omit<TalentTable, 'countyCode' | 'id' | 'revision'>>,
): Promise<number | undefined> {
  const row = await db
    .updateTable('talents')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(talentsIn(scope))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision
}

/** Words that came into the dictionary of skills with an import and that nobody has. */
export async function removeFreeSkills(
  db: Db,
  { countyCode }: Scope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('skills')
    .where('countyCode', '=', countyCode)
    .where('isFree', '=', 1)
    .where('id', 'in', ids)
    .where('id', 'not in', (eb) =>
      eb.selectFrom('talentSkills').select('skillId').where('countyCode', '=', countyCode),
    )
    .where('id', 'not in', (eb) =>
      eb.selectFrom('needs').select('skillId').where('countyCode', '=', countyCode),
    )
    .execute()
}

/** History that tells of changes which were taken back. */
export async function removeHistory(
  db: Db,
  { countyCode }: Scope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('talentHistory')
    .where('countyCode', '=', countyCode)
    .where('id', 'in', ids)
    .execute()
}
