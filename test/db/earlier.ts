import { Migrator } from 'kysely/migration'
import type { Db } from '../../db/connect.ts'
import { migrations } from '../../db/migrations/index.ts'
import type { Rows } from './county.ts'

const FIRST = '2026-11-23-first'

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

/** Columns that came later. */
const LATER = [
  'isDemonstration',
  'isRetired',
  'revision',
  'keepUntil',
  'basis',
  'noticeVersion',
  'erasedAt',
  'poolRevision',
  'poolRebuiltAt',
  'isFree',
  'document',
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
]

/** The tables of the first migration alone, with the rows that they can hold. */
export async function fillEarlier(
  db: Db,
  rows: Pick<Rows, (typeof EARLIER)[number]>,
): Promise<void> {
  const known = { [FIRST]: migrations[FIRST]! }
  const provider = { getMigrations: async () => known }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
  for (const table of EARLIER) await insertPlain(db, table, rows[table].map(withoutLater))
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

function withoutLater(row: object) {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !LATER.includes(column)))
}
