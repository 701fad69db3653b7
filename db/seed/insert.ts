import type { Insertable } from 'kysely'
import type { Db } from '../connect.ts'
import { syllablesOf } from '../pinyin.ts'
import { followTalents } from '../pool.ts'
import type { Database } from '../schema.ts'
import { type DemonstrationRows, demonstration } from './demonstration.ts'
import { COUNTY } from './places.ts'

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535; smaller statements are as fast. */
const VALUES_AT_ONCE = 10_000

/** Fills an empty database with the demonstration county, all of it or nothing. `policyBody` is the JSON of version 1. */
export async function insertDemonstration(
  db: Db,
  policyBody: string,
  rows: DemonstrationRows = demonstration(),
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of Object.keys(rows) as (keyof DemonstrationRows)[])
      await insertAll(
        transaction,
        table,
        table === 'talents' ? numbered(rows.talents) : rows[table],
      )
    await followTalents(
      transaction,
      COUNTY,
      rows.talents.map(({ id }) => id),
    )
    await insertAll(transaction, 'policies', [policyRow(policyBody)])
  })
}

/** As search numbers them, which is done here since these are many. */
function numbered(talents: readonly Database['talents'][]) {
  return talents.map((row, at) => ({
    ...row,
    searchRow: at + 1,
    syllables: syllablesOf(row.name),
  }))
}

function policyRow(body: string): Insertable<Database['policies']> {
  const { countyCode } = COUNTY
  return { countyCode, version: 1, body, createdAt: '2026-11-22T01:10:00.000Z', createdBy: 'seed' }
}

async function insertAll<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length
  const step = Math.max(1, Math.floor(VALUES_AT_ONCE / width))
  for (let start = 0; start < rows.length; start += step) {
    const part = rows.slice(start, start + step)
    await db.insertInto(table).values(part).execute()
  }
}
