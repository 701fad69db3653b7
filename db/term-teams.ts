import type { Insertable } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { Database, IncumbentTable, SettledTermTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

/** Who held which post in every term of some villages, the latest term first. */
export function listTermTeams(db: Db, scope: Scope, codes: readonly string[]) {
  return db
    .selectFrom('incumbents')
    .innerJoin('terms', (join) =>
      join
        .onRef('terms.countyCode', '=', 'incumbents.countyCode')
        .onRef('terms.id', '=', 'incumbents.termId'),
    )
    .selectAll('incumbents')
    .select('terms.startedOn')
    .where(atVillagesIn(scope, 'incumbents'))
    .where('incumbents.villageCode', 'in', [...codes, ''])
    .orderBy('terms.startedOn', 'desc')
    .orderBy('incumbents.post')
    .orderBy('incumbents.talentId')
    .execute()
}

export type NewTerm = Omit<Insertable<Database['terms']>, 'countyCode'>
export type NewIncumbent = Omit<IncumbentTable, 'countyCode'>

/** Terms with whoever holds office in them. */
export async function insertTerms(
  db: Db,
  scope: Scope,
  { terms, incumbents }: { terms: readonly NewTerm[]; incumbents: readonly NewIncumbent[] },
): Promise<void> {
  const { countyCode } = scope
  await insertRows(
    db,
    scope,
    'terms',
    terms.map((it) => ({ ...it, countyCode })),
  )
  await insertRows(
    db,
    scope,
    'incumbents',
    incumbents.map((it) => ({ ...it, countyCode })),
  )
}

export async function removeTerm(db: Db, scope: Scope, termId: string): Promise<void> {
  await db
    .deleteFrom('incumbents')
    .where(atVillagesIn(scope, 'incumbents'))
    .where('termId', '=', termId)
    .execute()
  await db
    .deleteFrom('terms')
    .where(atVillagesIn(scope, 'terms'))
    .where('id', '=', termId)
    .execute()
}

export type SettledTerm = Omit<SettledTermTable, 'countyCode'>

/** Terms that results of a round became, the latest first; what was taken back stands there, too. */
export function listSettledTerms(db: Db, scope: Scope, roundId: string) {
  return db
    .selectFrom('settledTerms')
    .selectAll()
    .where(atVillagesIn(scope, 'settledTerms'))
    .where('roundId', '=', roundId)
    .orderBy('enteredAt', 'desc')
    .orderBy('villageCode')
    .execute()
}

export function findSettledTerm(db: Db, scope: Scope, id: string) {
  return db
    .selectFrom('settledTerms')
    .selectAll()
    .where(atVillagesIn(scope, 'settledTerms'))
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertSettledTerms(
  db: Db,
  scope: Scope,
  rows: readonly Omit<SettledTerm, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>[],
): Promise<void> {
  const { countyCode } = scope
  const open = { takenBackAt: null, takenBackBy: null, takenBackReason: null }
  await insertRows(
    db,
    scope,
    'settledTerms',
    rows.map((it) => ({ ...it, ...open, countyCode })),
  )
}

/** False when it was taken back before. */
export async function takeBackSettledTerm(
  db: Db,
  scope: Scope,
  id: string,
  takingBack: Pick<SettledTerm, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('settledTerms')
    .set(takingBack)
    .where(atVillagesIn(scope, 'settledTerms'))
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
