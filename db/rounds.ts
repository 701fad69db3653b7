import type { Insertable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database, RoundTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

export type Round = Omit<RoundTable, 'countyCode' | 'procedure'> & { procedure: unknown }
export type NewRound = Omit<
  Insertable<Database['rounds']>,
  'countyCode' | 'revision' | 'procedure'
> & {
  procedure: unknown
}

/** Rounds of the county, the latest first; everybody in it may know them. */
export async function listRounds(db: Db, scope: Scope): Promise<Round[]> {
  const rows = await rounds(db, scope).orderBy('opensOn', 'desc').orderBy('id', 'desc').execute()
  return rows.map(parsed)
}

/** Open rounds of a kind without their procedures, which would be most of what is read. */
export async function listOpenRoundIds(
  db: Db,
  scope: Scope,
  kind: RoundTable['kind'],
): Promise<string[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('id')
    .where(ofCounty(scope, 'rounds'))
    .where('state', '=', 'open')
    .where('kind', '=', kind)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function findRound(db: Db, scope: Scope, id: string): Promise<Round | undefined> {
  const row = await rounds(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export async function insertRound(db: Db, { countyCode }: Scope, round: NewRound): Promise<void> {
  const procedure = JSON.stringify(round.procedure)
  await db
    .insertInto('rounds')
    .values({ ...round, procedure, countyCode, revision: 1 })
    .execute()
}

/** False when somebody changed the round since that revision. */
export async function updateRound(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  change: Omit<Updateable<Database['rounds']>, 'countyCode' | 'id' | 'revision' | 'procedure'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(ofCounty(scope, 'rounds'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps whoever closes the round waiting until the transaction ends; false when it is closed. */
export async function holdOpenRound(db: Db, scope: Scope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set({ state: 'open' })
    .where(ofCounty(scope, 'rounds'))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function rounds(db: Db, scope: Scope) {
  return db.selectFrom('rounds').selectAll().where(ofCounty(scope, 'rounds'))
}

function parsed({ countyCode: _, procedure, ...row }: RoundTable): Round {
  return { ...row, procedure: JSON.parse(procedure) }
}
