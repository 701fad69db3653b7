import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { anyCounty, anyScope, PROBES } from './any-county.ts'
import { insertCountyRows, type Rows } from './county.ts'
import { seenBy } from './oracle.ts'
import { PEOPLE, PLACES } from './readers.ts'

const [ONE, OTHER] = ['990001', '990002'] as const
/**
 * Of every 1,919 ways in which one query may forget one condition of the rule (the oracle without it, which names
 * somebody else) 1,907 are found in a run, 1,870 by 40 sparser counties with ten scopes each.
 */
const RUNS = 30
const SCOPES = 4

/** SQLite alone: `scope.test.ts` asks both engines, and this is the same SQL. */
const { open } = databases.find(({ engine }) => engine === 'SQLite')!
let opened: OpenDatabase
beforeAll(async () => {
  opened = await open()
})
afterAll(() => opened.close())

test('whatever the county and the scope, a query names exactly who and what is in it', async () => {
  const scopes = fc.array(fc.oneof(anyScope(ONE), anyScope(OTHER)), {
    minLength: SCOPES,
    maxLength: SCOPES,
  })
  await fc.assert(
    fc.asyncProperty(anyCounty(ONE), anyCounty(OTHER), scopes, async (one, other, asked) => {
      await holding([one, other], async (db) => {
        for (const scope of asked) {
          const seen = seenBy(scope.countyCode === ONE ? one : other, scope)
          for (const { name, read, expected } of [...PEOPLE, ...PLACES]) {
            const found = await read(db, scope, PROBES)
            expect(found.sort(), `${name} ${JSON.stringify(scope)}`).toEqual(expected(seen).sort())
          }
        }
      })
    }),
    { numRuns: RUNS },
  )
}, 300_000)

/** A database that holds the counties while something is asked of it, and nothing afterwards. */
async function holding(counties: Rows[], ask: (db: Db) => Promise<void>): Promise<void> {
  const transaction = await opened.db.startTransaction().execute()
  try {
    for (const rows of counties) await insertCountyRows(transaction, rows)
    await ask(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}
