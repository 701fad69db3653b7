import type { Selectable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { AccountTable, Database } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

export type Account = Selectable<AccountTable> & { villageCodes: string[] }
export type NewAccount = Omit<AccountTable, 'countyCode' | 'revision' | 'signsAs'> & {
  villageCodes: readonly string[]
  signsAs?: string | null
}
export type AccountChange = Omit<
  Updateable<Database['accounts']>,
  'countyCode' | 'id' | 'revision'
> & { villageCodes?: readonly string[] }

/** Accounts are the county's: whoever may see any at all sees those of the whole county. */
export async function findAccount(db: Db, scope: Scope, id: string) {
  const row = await accounts(db, scope).where('id', '=', id).executeTakeFirst()
  return row && (await withVillages(db, scope, [row])).at(0)
}

export async function findAccountByName(db: Db, scope: Scope, username: string) {
  const row = await accounts(db, scope).where('username', '=', username).executeTakeFirst()
  return row && (await withVillages(db, scope, [row])).at(0)
}

/** The accounts of a person who signs in, closed ones too; one at most is not closed. */
export function listAccountsOfTalent(db: Db, scope: Scope, talentId: string) {
  return accounts(db, scope).where('talentId', '=', talentId).orderBy('createdAt').execute()
}

export async function listAccounts(db: Db, scope: Scope) {
  return withVillages(db, scope, await accounts(db, scope).orderBy('username').execute())
}

/** Who signed or wrote something, by id; closed accounts too. */
export async function listAccountsAmong(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'position', 'role'])
    .where(ofCounty(scope, 'accounts'))
    .where('id', 'in', [...new Set(ids), ''])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertAccount(db: Db, scope: Scope, account: NewAccount): Promise<void> {
  const { villageCodes, ...row } = account
  const { countyCode } = scope
  await db
    .insertInto('accounts')
    .values({ ...row, countyCode, revision: 1 })
    .execute()
  await putVillages(db, scope, account.id, villageCodes)
}

/**
 * Changes an account and counts its revision up; false when it is not there, or is not of the revision that the
 * author saw.
 */
export async function updateAccount(
  db: Db,
  scope: Scope,
  id: string,
  { villageCodes, ...change }: AccountChange,
  revision?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(ofCounty(scope, 'accounts'))
    .where('id', '=', id)
    .$if(revision !== undefined, (it) => it.where('revision', '=', revision!))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (villageCodes) await putVillages(db, scope, id, villageCodes)
  return true
}

/** Remembers a sign-in or a used code, which is no change that an author must have seen. */
export async function noteAccount(
  db: Db,
  scope: Scope,
  id: string,
  note: Pick<Updateable<Database['accounts']>, 'signedInAt' | 'totpStep'>,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set(note)
    .where(ofCounty(scope, 'accounts'))
    .where('id', '=', id)
    .execute()
}

/** Takes a code's time step once; false when it, or a later one, was used already. */
export async function takeStep(db: Db, scope: Scope, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ totpStep: step })
    .where(ofCounty(scope, 'accounts'))
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totpStep', 'is', null), eb('totpStep', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Encrypted secrets of every second factor of the county. */
export function listSecondFactors(db: Db, scope: Scope) {
  return db
    .selectFrom('accounts')
    .select(['id', 'totpSecret'])
    .where(ofCounty(scope, 'accounts'))
    .where('totpSecret', 'is not', null)
    .orderBy('id')
    .$narrowType<{ totpSecret: string }>()
    .execute()
}

function accounts(db: Db, scope: Scope) {
  return db.selectFrom('accounts').selectAll().where(ofCounty(scope, 'accounts'))
}

async function withVillages(db: Db, scope: Scope, rows: Selectable<AccountTable>[]) {
  const ids = rows.filter(({ role }) => role === 'village').map(({ id }) => id)
  const villages =
    ids.length === 0
      ? []
      : await db
          .selectFrom('accountVillages')
          .select(['accountId', 'villageCode'])
          .where(ofCounty(scope, 'accountVillages'))
          .where('accountId', 'in', ids)
          .orderBy('villageCode')
          .execute()
  const byAccount = Map.groupBy(villages, ({ accountId }) => accountId)
  return rows.map(
    (row): Account => ({
      ...row,
      villageCodes: (byAccount.get(row.id) ?? []).map(({ villageCode }) => villageCode),
    }),
  )
}

async function putVillages(db: Db, scope: Scope, accountId: string, codes: readonly string[]) {
  const { countyCode } = scope
  await db
    .deleteFrom('accountVillages')
    .where(ofCounty(scope, 'accountVillages'))
    .where('accountId', '=', accountId)
    .execute()
  const rows = codes.map((villageCode) => ({ countyCode, accountId, villageCode }))
  if (rows.length > 0) await db.insertInto('accountVillages').values(rows).execute()
}
