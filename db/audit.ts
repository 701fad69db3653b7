import { createHash } from 'node:crypto'
import type { Selectable, Transaction } from 'kysely'
import type { Db } from './connect.ts'
import type { Keyring } from './keyring.ts'
import type { AuditEntryTable, Database } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

export type AuditEntry = Omit<
  AuditEntryTable,
  'countyCode' | 'sequence' | 'subjectSet' | 'scope' | 'detail' | 'keyVersion' | 'hash'
> & {
  /** Ids, never a personal value. */
  subjects: readonly string[]
  scope: Record<string, unknown>
  detail: Record<string, unknown>
}
type Row = Selectable<AuditEntryTable>

/** What stands before the first entry of a county. */
export const BEGINNING = ''

/**
 * Adds the next entries of the county in the transaction of the change they tell of, so that both stand or neither,
 * and answers the last sequence. Each is sealed with the one before it; there is no way to change or remove one.
 */
export async function appendAudit(
  transaction: Transaction<Database>,
  keyring: Keyring,
  scope: Scope,
  entries: readonly AuditEntry[],
): Promise<number> {
  const { countyCode } = scope
  const head = await holdHead(transaction, countyCode)
  let { sequence, hash } = head
  const sets = new Map<string, readonly string[]>()
  const rows = entries.map(({ subjects, ...entry }): Row => {
    sequence += 1
    const subjectSet = subjects.length === 0 ? null : setOf(subjects)
    if (subjectSet !== null) sets.set(subjectSet, subjects)
    const row = {
      ...entry,
      countyCode,
      sequence,
      subjectSet,
      scope: JSON.stringify(entry.scope),
      detail: JSON.stringify(entry.detail),
      keyVersion: keyring.version,
      hash,
    }
    hash = keyring.seal(contentOf(row, hash))
    return { ...row, hash }
  })
  await storeSubjects(transaction, countyCode, sets)
  await transaction.insertInto('auditEntries').values(rows).execute()
  await transaction
    .updateTable('auditHeads')
    .set({ sequence, hash })
    .where('countyCode', '=', countyCode)
    .execute()
  return sequence
}

/** Where the chain ends; undefined before the first entry. */
export function findAuditHead(db: Db, scope: Scope) {
  return db
    .selectFrom('auditHeads')
    .select(['sequence', 'hash'])
    .where(ofCounty(scope, 'auditHeads'))
    .executeTakeFirst()
}

/** What kind of entry stands at a sequence, with its seal. */
export function findAuditEntry(db: Db, scope: Scope, sequence: number) {
  return db
    .selectFrom('auditEntries')
    .select(['sequence', 'action', 'hash'])
    .where(ofCounty(scope, 'auditEntries'))
    .where('sequence', '=', sequence)
    .executeTakeFirst()
}

export type AuditHead = { sequence: number; hash: string }

/** Stores some ids of a long set before its entry, so that the entry itself is quick. */
export async function keepSubjects(
  db: Db,
  { countyCode }: Scope,
  subjectSet: string,
  subjects: readonly string[],
): Promise<void> {
  await db
    .insertInto('auditSubjects')
    .values(subjects.map((subject) => ({ countyCode, subjectSet, subject })))
    .onConflict((it) => it.doNothing())
    .execute()
}

/** The name of a set of ids: SHA-256 of the sorted list. */
export function setOf(subjects: readonly string[]): string {
  const sorted = [...new Set(subjects)].sort()
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

/** Writers of one county wait for each other here; `for update` would be PostgreSQL's alone. */
export async function holdHead(transaction: Transaction<Database>, countyCode: string) {
  const hold = () =>
    transaction
      .updateTable('auditHeads')
      .set(({ ref }) => ({ sequence: ref('sequence') }))
      .where('countyCode', '=', countyCode)
      .returning(['sequence', 'hash'])
      .executeTakeFirst()
  const head = await hold()
  if (head) return head
  await transaction
    .insertInto('auditHeads')
    .values({ countyCode, sequence: 0, hash: BEGINNING })
    .onConflict((it) => it.doNothing())
    .execute()
  return (await hold())!
}

async function storeSubjects(
  transaction: Transaction<Database>,
  countyCode: string,
  sets: Map<string, readonly string[]>,
): Promise<void> {
  if (sets.size === 0) return
  const known = await transaction
    .selectFrom('auditSubjects')
    .select(({ fn }) => ['subjectSet', fn.countAll().as('count')])
    .where('countyCode', '=', countyCode)
    .where('subjectSet', 'in', [...sets.keys()])
    .groupBy('subjectSet')
    .execute()
  // A long set is stored in parts beforehand, which may have been cut short.
  for (const { subjectSet, count } of known)
    if (Number(count) === new Set(sets.get(subjectSet)).size) sets.delete(subjectSet)
  const rows = [...sets].flatMap(([subjectSet, subjects]) =>
    [...new Set(subjects)].map((subject) => ({ countyCode, subjectSet, subject })),
  )
  for (let start = 0; start < rows.length; start += 5_000)
    await transaction
      .insertInto('auditSubjects')
      .values(rows.slice(start, start + 5_000))
      .onConflict((it) => it.doNothing())
      .execute()
}

/** Everything that an entry says, in a fixed order, after the seal of the one before it. */
export function contentOf(row: Row, previous: string): string {
  const { countyCode, sequence, at, actor, role, action, outcome, subjectSet, scope } = row
  const { reason, policyVersion, ruleBook, requestId, detail, keyVersion } = row
  return JSON.stringify([
    ...[previous, countyCode, sequence, at, actor, role, action, outcome, subjectSet, scope],
    ...[reason, policyVersion, ruleBook, requestId, detail, keyVersion],
  ])
}
