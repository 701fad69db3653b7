import { Migrator } from 'kysely/migration'
import type { Db } from '../../db/connect.ts'
import { migrations } from '../../db/migrations/index.ts'
import type { Rows } from './county.ts'

const FIRST = '2026-11-23-first'
const SECOND = '2026-11-25-accounts'
const THIRD = '2026-11-25-pool'
const FOURTH = '2026-11-26-policies'
const FIFTH = '2026-11-27-nominations'
const SIXTH = '2026-11-28-cultivation'
const SEVENTH = '2026-11-29-term-change'

/** Tables of the first release in the order of what refers to what. */
export const EARLIER = [
  'counties',
  'townships',
  'villages',
  'posts',
  'skills',
  'needs',
  'policies',
  'talents',
  'talentSources',
  'talentSkills',
  'honours',
  'evidence',
  'familyLinks',
  'residenceConsents',
  'terms',
  'incumbents',
] as const

/** Columns that the seventh release brought, by table. */
const SINCE_SIXTH: Columns = { villages: ['mergedInto', 'mergedOn'] }

/** Those of the sixth. */
const SINCE_FIFTH: Columns = {
  counties: ['countedByPolicy'],
  evidence: ['entryKind', 'entryId'],
}

/** Those of the fifth. */
const SINCE_FOURTH: Columns = {
  accounts: ['signsAs'],
  reviewCases: ['id', 'nomineeId', 'dueOn', 'factsHash', 'answer', 'answeredAt', 'validUntil'],
}

/** Those of the fourth. */
const SINCE_THIRD: Columns = { policies: ['note', 'contentHash'] }

/** Those of the third. */
const SINCE_SECOND: Columns = {
  counties: ['poolRevision', 'poolRebuiltAt'],
  skills: ['isFree'],
  evidence: ['document'],
  talents: [
    'fullTimeEducation',
    'fullTimeSchool',
    'inServiceEducation',
    'inServiceSchool',
    'degree',
    'ethnicity',
    'nativePlace',
    'residence',
    'partyJoinedOn',
    'resume',
    'remarks',
    'syllables',
    'createdAt',
    'updatedAt',
    'importId',
    'mergedInto',
    'searchRow',
    'poolRevision',
  ],
}

/** Those of the second. */
const SINCE_FIRST: Columns = {
  counties: ['isDemonstration'],
  skills: ['isRetired'],
  talents: ['revision', 'keepUntil', 'basis', 'noticeVersion', 'erasedAt'],
}

type Columns = Record<string, string[]>

/** Tables that the third and later releases brought. */
const THIRD_TABLES = ['talentTags', 'relatives']
const FOURTH_TABLES = ['policyDrafts']
const FIFTH_TABLES = [
  ...['rounds', 'nominees', 'nominations', 'nominationDrafts', 'reviewActs', 'attachments'],
  ...['applications', 'calendarDays', 'messages', 'departures'],
]
const SIXTH_TABLES = [
  ...['mentorProfiles', 'mentorshipProposals', 'mentoringSessions', 'mentorNotes'],
  ...['entryAdditions', 'entryFiles', 'planTemplates', 'cultivationPlans', 'cultivationItems'],
  ...['courses', 'courseSessions', 'courseParticipants', 'courseAttendances', 'trialPosts'],
  ...['evaluations', 'evaluationCodes', 'evaluationAnswers', 'appraisals', 'attendances'],
  'movements',
]
const SEVENTH_TABLES = [
  ...['villageEntries', 'villageFiles', 'listDecisions', 'readinessActions', 'warnings'],
  ...['villageStandings', 'standingChanges', 'villageTeams', 'paperTemplates'],
  ...['appointmentForms', 'photographs', 'villageMergers', 'settledTerms'],
]

/** The tables of the first migration alone, with the rows that they can hold. */
export async function fillEarlier(
  db: Db,
  rows: Pick<Rows, (typeof EARLIER)[number]>,
): Promise<void> {
  await upTo(db, [FIRST])
  for (const table of EARLIER)
    await insertPlain(
      db,
      table,
      without(table, rows[table], [
        SINCE_FIRST,
        SINCE_SECOND,
        SINCE_THIRD,
        SINCE_FIFTH,
        SINCE_SIXTH,
      ]),
    )
}

/** The tables of the first two migrations, with the rows that they can hold. */
export async function fillSecond(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND])
  const later = [
    ...THIRD_TABLES,
    ...FOURTH_TABLES,
    ...FIFTH_TABLES,
    ...SIXTH_TABLES,
    ...SEVENTH_TABLES,
  ]
  for (const [table, list] of Object.entries(rows))
    if (!later.includes(table))
      await insertPlain(
        db,
        table,
        without(table, list, [SINCE_SECOND, SINCE_THIRD, SINCE_FOURTH, SINCE_FIFTH, SINCE_SIXTH]),
      )
}

/** The tables of the first three migrations, with the rows that they can hold. */
export async function fillThird(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND, THIRD])
  for (const [table, list] of Object.entries(rows))
    if (![...FOURTH_TABLES, ...FIFTH_TABLES, ...SIXTH_TABLES, ...SEVENTH_TABLES].includes(table))
      await insertPlain(
        db,
        table,
        without(table, list, [SINCE_THIRD, SINCE_FOURTH, SINCE_FIFTH, SINCE_SIXTH]),
      )
}

/** The tables of the first four migrations, with the rows that they can hold. */
export async function fillFourth(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND, THIRD, FOURTH])
  for (const [table, list] of Object.entries(rows))
    if (![...FIFTH_TABLES, ...SIXTH_TABLES, ...SEVENTH_TABLES].includes(table))
      await insertPlain(db, table, without(table, list, [SINCE_FOURTH, SINCE_FIFTH, SINCE_SIXTH]))
}

/** The tables of the first five migrations, with the rows that they can hold. */
export async function fillFifth(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND, THIRD, FOURTH, FIFTH])
  // Cases name nominees, who come after the offices.
  const tables = Object.entries(rows).sort(
    ([a], [b]) => Number(a === 'reviewCases') - Number(b === 'reviewCases'),
  )
  for (const [table, list] of tables)
    if (![...SIXTH_TABLES, ...SEVENTH_TABLES].includes(table))
      await insertPlain(db, table, without(table, list, [SINCE_FIFTH, SINCE_SIXTH]))
}

/** The tables of the first six migrations, with the rows that they can hold. */
export async function fillSixth(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH])
  const tables = Object.entries(rows).sort(
    ([a], [b]) => Number(a === 'reviewCases') - Number(b === 'reviewCases'),
  )
  for (const [table, list] of tables)
    if (!SEVENTH_TABLES.includes(table))
      await insertPlain(db, table, without(table, list, [SINCE_SIXTH]))
}

/** The tables of the first seven migrations, with all rows: the eighth brought indexes alone. */
export async function fillSeventh(db: Db, rows: Rows): Promise<void> {
  await upTo(db, [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH])
  const tables = Object.entries(rows).sort(
    ([a], [b]) => Number(a === 'reviewCases') - Number(b === 'reviewCases'),
  )
  for (const [table, list] of tables) await insertPlain(db, table, list)
}

async function upTo(db: Db, names: string[]) {
  const known = Object.fromEntries(names.map((name) => [name, migrations[name]!]))
  const provider = { getMigrations: async () => known }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
}

/** Rows as they are, whatever the schema of today says; few enough for one statement at a time. */
export async function insertPlain(db: Db, table: string, rows: object[]): Promise<void> {
  const tables = db.withTables<Record<string, object>>()
  for (let start = 0; start < rows.length; start += 500)
    await tables
      .insertInto(table)
      .values(rows.slice(start, start + 500))
      .execute()
}

function without(table: string, rows: readonly object[], releases: Columns[]) {
  const later = releases.flatMap((columns) => columns[table] ?? [])
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !later.includes(column))),
  )
}
