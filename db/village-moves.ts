import type { Transaction } from 'kysely'
import type { Database } from './schema.ts'
import { ofCounty, type Scope, talentsIn } from './scope.ts'
import { updateTalent } from './talents.ts'
import { listOpenAt } from './village-closings.ts'

type Tx = Transaction<Database>
type Home = { village: string; township: string }

/** What hangs on a village and goes along, or is closed, when it becomes part of another. */
export type Moved = {
  /** People at home there; those that nobody sees, such as records merged into others, apart. */
  people: string[]
  hidden: string[]
  accounts: string[]
  /** Of them those that look after the other village as well. */
  accountsOfBoth: string[]
  /** Open nominees with the revision that the move gave them. */
  nominees: { id: string; revision: number }[]
  applications: string[]
  cultivationPlans: string[]
  consents: string[]
  /** Closed with the reason. */
  decisions: string[]
  actions: string[]
  warnings: string[]
  /** Villages that had become part of it before. */
  former: string[]
}

/** Everything of the county that a merger of a village would move or close. */
export async function listMovedBy(
  db: Tx,
  scope: Scope,
  { code, into }: { code: string; into: string },
): Promise<Moved> {
  const { countyCode } = scope
  const at = (table: 'nominees' | 'applications' | 'cultivationPlans') =>
    db
      .selectFrom(table)
      .select('id')
      .where(ofCounty(scope, table))
      .where('villageCode', '=', code)
      .orderBy('id')
  const atHome = db
    .selectFrom('talents')
    .select('id')
    .where('talents.countyCode', '=', countyCode)
    .where('homeVillageCode', '=', code)
    .orderBy('id')
  const people = idsOf(await atHome.where(talentsIn(scope)).execute())
  const all = idsOf(await atHome.execute())
  const accounts = await accountsOf(db, scope, code)
  const others = new Set(await accountsOf(db, scope, into))
  const consents = await db
    .selectFrom('residenceConsents')
    .select('talentId as id')
    .where('countyCode', '=', countyCode)
    .where('villageCode', '=', code)
    .orderBy('talentId')
    .execute()
  const nominees = await at('nominees').select('revision').where('state', '=', 'open').execute()
  return {
    people,
    hidden: all.filter((id) => !people.includes(id)),
    accounts,
    accountsOfBoth: accounts.filter((id) => others.has(id)),
    nominees: nominees.map(({ id, revision }) => ({ id, revision: revision + 1 })),
    applications: idsOf(await at('applications').where('state', '=', 'waiting').execute()),
    cultivationPlans: idsOf(await at('cultivationPlans').where('state', '=', 'active').execute()),
    consents: idsOf(consents),
    ...(await listOpenAt(db, scope, code)),
    former: await formerOf(db, scope, code),
  }
}

/** Moves people and what they are on the way to; the counterpart of itself the other way round. */
export async function moveVillage(
  db: Tx,
  scope: Scope,
  moved: Moved,
  { from, to, updatedAt }: { from: string; to: Home; updatedAt: string },
): Promise<void> {
  const { countyCode } = scope
  const home = { homeVillageCode: to.village, homeTownshipCode: to.township }
  for (const id of moved.people) await updateTalent(db, scope, id, { ...home, updatedAt })
  await db
    .updateTable('talents')
    .set(home)
    .where('countyCode', '=', countyCode)
    .where('id', 'in', [...moved.hidden, ''])
    .execute()
  await moveAccounts(db, scope, moved.accounts, { from, to: to.village })
  const place = { villageCode: to.village, townshipCode: to.township }
  for (const { id } of moved.nominees)
    await db
      .updateTable('nominees')
      .set((eb) => ({ ...place, revision: eb('revision', '+', 1) }))
      .where(ofCounty(scope, 'nominees'))
      .where('id', '=', id)
      .execute()
  await db
    .updateTable('applications')
    .set(place)
    .where(ofCounty(scope, 'applications'))
    .where('id', 'in', [...moved.applications, ''])
    .execute()
  await db
    .updateTable('cultivationPlans')
    .set((eb) => ({ villageCode: to.village, revision: eb('revision', '+', 1) }))
    .where(ofCounty(scope, 'cultivationPlans'))
    .where('id', 'in', [...moved.cultivationPlans, ''])
    .execute()
  await moveConsents(db, scope, moved.consents, { from, to: to.village })
}

async function accountsOf(db: Tx, scope: Scope, village: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accountVillages')
    .select('accountId')
    .where(ofCounty(scope, 'accountVillages'))
    .where('villageCode', '=', village)
    .orderBy('accountId')
    .execute()
  return rows.map(({ accountId }) => accountId)
}

async function formerOf(db: Tx, scope: Scope, code: string): Promise<string[]> {
  const rows = await db
    .selectFrom('villages')
    .select('code')
    .where(ofCounty(scope, 'villages'))
    .where('mergedInto', '=', code)
    .orderBy('code')
    .execute()
  return rows.map((row) => row.code)
}

type Way = { from: string; to: string }

/** Accounts that look after both villages keep the one that goes on, and have both again when it is undone. */
export async function giveAccountsVillage(
  db: Tx,
  { countyCode }: Scope,
  ids: readonly string[],
  villageCode: string,
): Promise<void> {
  const rows = ids.map((accountId) => ({ countyCode, accountId, villageCode }))
  if (rows.length > 0) await db.insertInto('accountVillages').values(rows).execute()
}

/** An account may look after both villages already. */
async function moveAccounts(db: Tx, scope: Scope, ids: readonly string[], { from, to }: Way) {
  for (const accountId of ids) {
    const own = { countyCode: scope.countyCode, accountId }
    await db
      .deleteFrom('accountVillages')
      .where(ofCounty(scope, 'accountVillages'))
      .where('accountId', '=', accountId)
      .where('villageCode', 'in', [from, to])
      .execute()
    await db
      .insertInto('accountVillages')
      .values({ ...own, villageCode: to })
      .execute()
    await db
      .updateTable('accounts')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where(ofCounty(scope, 'accounts'))
      .where('id', '=', accountId)
      .execute()
  }
}

/** Consents of the old village go along, unless the person has one of the new one. */
async function moveConsents(
  db: Tx,
  { countyCode }: Scope,
  ids: readonly string[],
  { from, to }: Way,
) {
  const own = (villageCode: string) =>
    db
      .selectFrom('residenceConsents')
      .select('talentId')
      .where('countyCode', '=', countyCode)
      .where('villageCode', '=', villageCode)
      .where('talentId', 'in', [...ids, ''])
      .execute()
  const has = new Set((await own(to)).map(({ talentId }) => talentId))
  await db
    .updateTable('residenceConsents')
    .set({ villageCode: to })
    .where('countyCode', '=', countyCode)
    .where('villageCode', '=', from)
    .where('talentId', 'in', [...ids.filter((id) => !has.has(id)), ''])
    .execute()
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
