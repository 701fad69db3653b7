import { setImmediate as pause } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import { type AuditHead, BEGINNING, contentOf, findAuditHead, holdHead, setOf } from './audit.ts'
import type { Db } from './connect.ts'
import { isSame, type Keyring } from './keyring.ts'
import type { AuditEntryTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

type Row = Selectable<AuditEntryTable>

/** Seals what an earlier program wrote before there was a chain; answers how many entries. */
export async function sealEarlier(db: Db, keyring: Keyring, scope: Scope): Promise<number> {
  const { countyCode } = scope
  return db.transaction().execute(async (transaction) => {
    const head = await holdHead(transaction, countyCode)
    let { hash } = head
    if (head.sequence > 0) return 0
    const earlier = await entriesAfter(transaction, scope, 0, 1_000_000)
    for (const row of earlier) {
      hash = keyring.seal(contentOf({ ...row, keyVersion: keyring.version }, hash))
      await transaction
        .updateTable('auditEntries')
        .set({ hash, keyVersion: keyring.version })
        .where('countyCode', '=', countyCode)
        .where('sequence', '=', row.sequence)
        .execute()
    }
    const sequence = earlier.at(-1)?.sequence ?? 0
    await transaction
      .updateTable('auditHeads')
      .set({ sequence, hash })
      .where('countyCode', '=', countyCode)
      .execute()
    return earlier.length
  })
}

export type AuditFault = {
  sequence: number
  why: 'missing' | 'altered' | 'subjects' | 'head' | 'kept-head' | 'key'
}

const PAGE = 2_000

/**
 * Walks the chain from its beginning and names the first entry that is missing, altered, or other than the heads that
 * were kept outside the database; null when all of it stands. Grows with the entries.
 */
export async function verifyAudit(
  db: Db,
  keyring: Keyring,
  scope: Scope,
  kept: readonly AuditHead[] = [],
): Promise<{ entries: number; fault: AuditFault | null }> {
  const expected = new Map(kept.map((head) => [head.sequence, head.hash]))
  const knownSets = new Set<string>()
  let [sequence, hash] = [0, BEGINNING]
  const fault = (why: AuditFault['why'], at = sequence + 1) => ({
    entries: sequence,
    fault: { sequence: at, why },
  })
  // Read before each page, so that what is added meanwhile is no fault: with nothing after it, it is the end.
  let end = await findAuditHead(db, scope)
  for (;;) {
    const rows = await entriesAfter(db, scope, sequence, PAGE)
    if (rows.length === 0) break
    const wrongSets = await wrongSetsIn(db, scope, rows, knownSets)
    for (const row of rows) {
      if (row.sequence !== sequence + 1) return fault('missing')
      if (row.keyVersion === null || row.hash === null) return fault('altered')
      if (!keyring.versions.includes(row.keyVersion)) return fault('key')
      const sealed = keyring.seal(contentOf(row, hash), row.keyVersion)
      if (!isSame(sealed, row.hash)) return fault('altered')
      if (row.subjectSet !== null && wrongSets.has(row.subjectSet)) return fault('subjects')
      const head = expected.get(row.sequence)
      if (head !== undefined && head !== row.hash) return fault('kept-head')
      sequence = row.sequence
      hash = row.hash
    }
    end = await findAuditHead(db, scope)
    // SQLite answers at once: without a pause nobody else would be served until the last page.
    await pause()
  }
  const last = kept.reduce((most, head) => Math.max(most, head.sequence), 0)
  if (last > sequence) return fault('missing')
  if ((end?.sequence ?? 0) !== sequence || (end?.hash ?? BEGINNING) !== hash) return fault('head')
  return { entries: sequence, fault: null }
}

function entriesAfter(db: Db, scope: Scope, sequence: number, limit: number): Promise<Row[]> {
  return db
    .selectFrom('auditEntries')
    .selectAll()
    .where(ofCounty(scope, 'auditEntries'))
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
}

async function wrongSetsIn(db: Db, scope: Scope, rows: Row[], known: Set<string>) {
  const fresh = setsIn(rows).filter((set) => !known.has(set))
  const members = await membersOf(db, scope, fresh)
  const wrong = fresh.filter((set) => setOf(members.get(set) ?? []) !== set)
  for (const set of fresh) if (!wrong.includes(set)) known.add(set)
  return new Set(wrong)
}

async function membersOf(db: Db, { countyCode }: Scope, sets: string[]) {
  if (sets.length === 0) return new Map<string, string[]>()
  const rows = await db
    .selectFrom('auditSubjects')
    .select(['subjectSet', 'subject'])
    .where('countyCode', '=', countyCode)
    .where('subjectSet', 'in', sets)
    .orderBy('subject')
    .execute()
  const grouped = Map.groupBy(rows, ({ subjectSet }) => subjectSet)
  return new Map([...grouped].map(([set, list]) => [set, list.map(({ subject }) => subject)]))
}

function setsIn(rows: Row[]): string[] {
  return [...new Set(rows.flatMap(({ subjectSet }) => subjectSet ?? []))]
}
