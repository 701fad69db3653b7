import { sql, type Transaction } from 'kysely'
import { withdrawNominees } from './round-merges.ts'
import type { Database } from './schema.ts'
import type { Scope } from './scope.ts'

type Tx = Transaction<Database>

/**
 * What rounds hold of a person: who proposed them and why, what was said of them and their papers go; an open
 * nomination withdraws. Of an act stay its kind, stage, account, time and hash, which prove that it was signed.
 */
export async function eraseFromRounds(
  db: Tx,
  countyCode: string,
  { ids, at }: { ids: readonly string[]; at: string },
): Promise<void> {
  await blankNominees(db, countyCode, ids, at)
  await blankNominations(db, countyCode, ids)
  await blankActs(db, countyCode, ids)
  for (const table of ['attachments', 'nominationDrafts'] as const)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', 'in', ids)
      .execute()
  await blankApplications(db, countyCode, ids)
}

/** What the person handed in on the public page and nobody has decided, by the keyed hash of their number. */
export async function withdrawApplications(
  db: Tx,
  { countyCode }: Scope,
  { digest, at }: { digest: string; at: string },
): Promise<void> {
  await db
    .updateTable('applications')
    .set({ state: 'withdrawn', cipher: null, decidedAt: at })
    .where('countyCode', '=', countyCode)
    .where('digest', '=', digest)
    .where('state', '=', 'waiting')
    .execute()
  await db
    .updateTable('applications')
    .set({ ...BLANK_APPLICATION })
    .where('countyCode', '=', countyCode)
    .where('digest', '=', digest)
    .execute()
}

const BLANK_APPLICATION = { cipher: null, digest: '', answer: null }

async function blankNominees(db: Tx, countyCode: string, ids: readonly string[], at: string) {
  const rows = await db
    .selectFrom('nominees')
    .select(['id', 'state'])
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
  const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id)
  await withdrawNominees(db, countyCode, open, at)
  const all = rows.map(({ id }) => id)
  await db
    .updateTable('nominees')
    .set({ asked: 0, passed: 0, objections: 0, validUntil: null })
    .where('countyCode', '=', countyCode)
    .where('id', 'in', [...all, ''])
    .execute()
  // They lead to a file that nobody can open any more.
  await db
    .deleteFrom('messages')
    .where('countyCode', '=', countyCode)
    .where('nomineeId', 'in', [...all, ''])
    .execute()
}

async function blankNominations(db: Tx, countyCode: string, ids: readonly string[]) {
  await db
    .updateTable('nominations')
    .set({ nominator: '', relation: '', reason: '' })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
}

/** The name that stands beside an act is the signer's; where the person acted themselves, theirs. */
async function blankActs(db: Tx, countyCode: string, ids: readonly string[]) {
  await db
    .updateTable('reviewActs')
    .set({ body: sql<string>`'{"kind":"' || kind || '"}'` })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
  await db
    .updateTable('reviewActs')
    .set({ accountName: '', position: null })
    .where('countyCode', '=', countyCode)
    .where((eb) =>
      eb.or([
        eb(
          'accountId',
          'in',
          eb
            .selectFrom('accounts')
            .select('accounts.id')
            .where('accounts.countyCode', '=', countyCode)
            .where('accounts.talentId', 'in', ids),
        ),
        // By receipt, without an account (`api/applications/withdrawing.ts`).
        eb.and([eb('accountId', '=', 'nobody'), eb('talentId', 'in', ids)]),
      ]),
    )
    .execute()
}

async function blankApplications(db: Tx, countyCode: string, ids: readonly string[]) {
  await db
    .updateTable('applications')
    .set({ ...BLANK_APPLICATION })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
}
