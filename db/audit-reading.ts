import type { Selectable } from 'kysely'
import type { Db } from './connect.ts'
import type { AuditEntryTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, ofWholeCounty, type Scope } from './scope.ts'

type Row = Selectable<AuditEntryTable>

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

/** The last entry of one kind, without whom it is about. */
export async function findLastAudit(db: Db, scope: Scope, action: string) {
  const row = await db
    .selectFrom('auditEntries')
    .select(['sequence', 'at', 'actor', 'outcome', 'detail'])
    .where(ofCounty(scope, 'auditEntries'))
    .where('action', '=', action)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }
}

/** How often each account did any of this in a time; `until` is not included. */
export async function countAuditByActor(
  db: Db,
  scope: Scope,
  {
    action,
    outcome,
    from,
    until,
  }: Pick<AuditQuery, 'action' | 'outcome' | 'until'> & { from: string },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('auditEntries')
    .select(({ fn }) => ['actor', fn.countAll().as('count')])
    .where(ofWholeCounty(withPeople(scope), 'auditEntries'))
    .$if(action !== undefined, (it) => it.where('action', 'in', action!))
    .$if(outcome !== undefined, (it) => it.where('outcome', '=', outcome!))
    .where('at', '>=', from)
    .$if(until !== undefined, (it) => it.where('at', '<', until!))
    .groupBy('actor')
    .execute()
  return new Map(rows.map(({ actor, count }) => [actor, Number(count)]))
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

/** An auditor sees no people, and yet the whole audit. */
function withPeople({ isWithoutPeople: _, ...scope }: Scope): Scope {
  return scope
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

function setsIn(rows: Row[]): string[] {
  return [...new Set(rows.flatMap(({ subjectSet }) => subjectSet ?? []))]
}
