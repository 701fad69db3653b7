import { createHash } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import type { Selectable, Transaction } from 'kysely'
import type { Db } from './connect.ts'
import { isSame, type Keyring } from './keyring.ts'
import type { AuditEntryTable, Database } from './schema.ts'
import { aboutTalentsIn, ofCounty, ofWholeCounty, type Scope } from './scope.ts'

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
const BEGINNING = ''

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

export type AuditHead = { sequence: number; hash: string }
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

export type AuditQuery = {
  /** Entries before a sequence, the newest first; from the newest when not given. */
  before?: number | undefined
  limit?: number | undefined
  /** Any of these. */
  action?: readonly string[] | undefined
  actor?: string | undefined
  subject?: string | undefined
  outcome?: Row['outcome'] | undefined
  /** Instants, ISO text; `until` is not included. */
  from?: string | undefined
  until?: string | undefined
}

/** Entries, the newest first, with their first 20 subjects; only the county's own scope sees any. */
export async function listAudit(db: Db, scope: Scope, query: AuditQuery = {}) {
  const { before, limit = 100, action, actor, subject, outcome, from, until } = query
  const rows = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where(ofWholeCounty(withPeople(scope), 'auditEntries'))
    .$if(before !== undefined, (it) => it.where('sequence', '<', before!))
    .$if(action !== undefined, (it) => it.where('action', 'in', action!))
    .$if(actor !== undefined, (it) => it.where('actor', '=', actor!))
    .$if(outcome !== undefined, (it) => it.where('outcome', '=', outcome!))
    .$if(from !== undefined, (it) => it.where('at', '>=', from!))
    .$if(until !== undefined, (it) => it.where('at', '<', until!))
    .$if(subject !== undefined, (it) =>
      it.where('subjectSet', 'in', (eb) =>
        eb
          .selectFrom('auditSubjects')
          .select('auditSubjects.subjectSet')
          .where('auditSubjects.countyCode', '=', scope.countyCode)
          .where('auditSubjects.subject', '=', subject!),
      ),
    )
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  const sets = await shownSets(db, scope, setsIn(rows))
  return rows.map((row) => ({
    ...row,
    ...((row.subjectSet && sets.get(row.subjectSet)) || { subjects: [], subjectCount: 0 }),
    scope: JSON.parse(row.scope) as Record<string, unknown>,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }))
}

/**
 * What was done about one person of the scope, alone or among others, the newest first: who looked, and with how many
 * people (`people`) in the same entry. Actors in `but` are left out; what was denied shows nobody anything.
 */
export async function listAuditAbout(
  db: Db,
  scope: Scope,
  subject: string,
  { but = [], before, limit = 100 }: { but?: string[]; before?: number; limit?: number } = {},
) {
  const rows = await db
    .selectFrom('auditEntries')
    .select(['sequence', 'at', 'actor', 'role', 'action', 'reason', 'detail', 'subjectSet'])
    .where(ofCounty(scope, 'auditEntries'))
    .where('outcome', '=', 'done')
    .where('subjectSet', 'in', (eb) =>
      eb
        .selectFrom('auditSubjects')
        .select('auditSubjects.subjectSet')
        .where(aboutTalentsIn(scope, 'auditSubjects', 'subject'))
        .where('auditSubjects.subject', '=', subject),
    )
    .$if(but.length > 0, (it) => it.where('actor', 'not in', but))
    .$if(before !== undefined, (it) => it.where('sequence', '<', before!))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  const counts = await countPeople(db, scope, [...new Set(rows.map((row) => row.subjectSet!))])
  return rows.map(({ subjectSet, detail, ...row }) => ({
    ...row,
    detail: JSON.parse(detail) as Record<string, unknown>,
    people: counts.get(subjectSet!) ?? 0,
  }))
}

/** The name of a set of ids: SHA-256 of the sorted list. */
export function setOf(subjects: readonly string[]): string {
  const sorted = [...new Set(subjects)].sort()
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

/** An auditor sees no people, and yet the whole audit. */
function withPeople({ isWithoutPeople: _, ...scope }: Scope): Scope {
  return scope
}

/** Writers of one county wait for each other here; `for update` would be PostgreSQL's alone. */
async function holdHead(transaction: Transaction<Database>, countyCode: string) {
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
    .select('subjectSet')
    .distinct()
    .where('countyCode', '=', countyCode)
    .where('subjectSet', 'in', [...sets.keys()])
    .execute()
  for (const { subjectSet } of known) sets.delete(subjectSet)
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

/** People in each set; a set may hold ids of other things as well, such as a plan's. */
async function countPeople(db: Db, { countyCode }: Scope, sets: string[]) {
  if (sets.length === 0) return new Map<string, number>()
  const rows = await db
    .selectFrom('auditSubjects')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'auditSubjects.countyCode')
        .onRef('talents.id', '=', 'auditSubjects.subject'),
    )
    .select(({ fn }) => ['auditSubjects.subjectSet', fn.countAll().as('people')])
    .where('auditSubjects.countyCode', '=', countyCode)
    .where('auditSubjects.subjectSet', 'in', sets)
    .groupBy('auditSubjects.subjectSet')
    .execute()
  return new Map(rows.map(({ subjectSet, people }) => [subjectSet, Number(people)]))
}

const SHOWN = 20

/** The first ids of each set and how many it has: a ranking names a thousand people, a page a hundred rankings. */
async function shownSets(db: Db, { countyCode }: Scope, sets: string[]) {
  if (sets.length === 0) return new Map<string, { subjects: string[]; subjectCount: number }>()
  const placed = db
    .selectFrom('auditSubjects')
    .select(({ fn }) => [
      'subjectSet',
      'subject',
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('subjectSet').orderBy('subject'))
        .as('place'),
      fn
        .countAll()
        .over((over) => over.partitionBy('subjectSet'))
        .as('size'),
    ])
    .where('countyCode', '=', countyCode)
    .where('subjectSet', 'in', sets)
  const rows = await db
    .selectFrom(placed.as('placed'))
    .selectAll()
    .where('place', '<=', SHOWN)
    .orderBy('subject')
    .execute()
  const grouped = Map.groupBy(rows, ({ subjectSet }) => subjectSet)
  return new Map(
    [...grouped].map(([set, list]) => [
      set,
      { subjects: list.map(({ subject }) => subject), subjectCount: Number(list[0]!.size) },
    ]),
  )
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

/** Everything that an entry says, in a fixed order, after the seal of the one before it. */
function contentOf(row: Row, previous: string): string {
  const { countyCode, sequence, at, actor, role, action, outcome, subjectSet, scope } = row
  const { reason, policyVersion, ruleBook, requestId, detail, keyVersion } = row
  return JSON.stringify([
    ...[previous, countyCode, sequence, at, actor, role, action, outcome, subjectSet, scope],
    ...[reason, policyVersion, ruleBook, requestId, detail, keyVersion],
  ])
}
