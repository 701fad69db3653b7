import type { Db } from './connect.ts'
import type { WarningTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

export type Warning = Omit<WarningTable, 'countyCode' | 'words'> & { words: unknown }

/** What warns in a village, and what did, the latest first. */
export async function listWarningsOf(
  db: Db,
  scope: Scope,
  villageCode: string,
): Promise<Warning[]> {
  const rows = await warnings(db, scope)
    .selectAll()
    .where('villageCode', '=', villageCode)
    .orderBy('raisedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

/** Open warnings of some villages, or of all of the scope. */
export async function listOpenWarnings(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null,
): Promise<Warning[]> {
  const rows = await warnings(db, scope)
    .selectAll()
    .where('closedAt', 'is', null)
    .$if(codes !== null, (it) => it.where('villageCode', 'in', [...codes!, '']))
    .execute()
  return rows.map(parsed).sort(byVillage)
}

/** The latest closed warning of each indicator of some villages: what comes back reopens it. */
export async function listLastClosedWarnings(
  db: Db,
  scope: Scope,
  codes: readonly string[],
): Promise<Pick<WarningTable, 'id' | 'villageCode' | 'indicator'>[]> {
  const rows = await warnings(db, scope)
    .select(['id', 'villageCode', 'indicator', 'closedAt'])
    .where('closedAt', 'is not', null)
    .where('villageCode', 'in', [...codes, ''])
    .orderBy('closedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const key = `${row.villageCode} ${row.indicator}`
    if (!latest.has(key)) latest.set(key, row)
  }
  return [...latest.values()].map(({ closedAt: _, ...row }) => row)
}

export async function insertWarnings(
  db: Db,
  { countyCode }: Scope,
  rows: readonly Warning[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const values = rows.slice(at, at + AT_ONCE)
    await db
      .insertInto('warnings')
      .values(values.map((row) => ({ ...row, words: JSON.stringify(row.words), countyCode })))
      .execute()
  }
}

/** Eleven values each, of the 32,766 that SQLite takes. */
const AT_ONCE = 1_000

export type WarningUpdate = Partial<
  Pick<WarningTable, 'colour' | 'clearedAt' | 'closedAt' | 'closedBy'>
> & { words?: unknown }

export async function updateWarning(
  db: Db,
  scope: Scope,
  id: string,
  { words, ...change }: WarningUpdate,
): Promise<void> {
  await db
    .updateTable('warnings')
    .set({ ...change, ...(words !== undefined && { words: JSON.stringify(words) }) })
    .where(atVillagesIn(scope, 'warnings'))
    .where('id', '=', id)
    .execute()
}

function warnings(db: Db, scope: Scope) {
  return db.selectFrom('warnings').where(atVillagesIn(scope, 'warnings'))
}

function parsed({ countyCode: _, words, ...row }: WarningTable): Warning {
  return { ...row, words: JSON.parse(words) as unknown }
}

const byVillage = (a: Warning, b: Warning) =>
  a.villageCode < b.villageCode ? -1 : a.villageCode > b.villageCode ? 1 : a.id < b.id ? -1 : 1
