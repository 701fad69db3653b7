import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertAccount, type NewAccount } from '../db/accounts.ts'
import { appendAudit } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { insertConsent } from '../db/consents.ts'
import { insertDefaults } from '../db/defaults.ts'
import { insertRows } from '../db/insert.ts'
import type { Keyring } from '../db/keyring.ts'
import type { Database } from '../db/schema.ts'
import { privateValues } from '../db/seed/index.ts'
import { defaultPolicy, type Policy, SEVEN_SIGNERS } from '../matching/index.ts'
import { entryBy } from './auditing.ts'
import { HOLDERS, HONGMEN, type Holder } from './demonstration/holders.ts'
import { hashPassword } from './passwords.ts'
import { placeOf } from './private-values.ts'

/** The default policy, with the seven signatures of S3.5 for the combined role. */
export const demonstrationPolicy: Policy = {
  ...defaultPolicy,
  review: {
    ...defaultPolicy.review,
    stages: defaultPolicy.review.stages.map((stage) =>
      stage.id === 'township-review'
        ? { ...stage, signers: SEVEN_SIGNERS.map(({ id }) => id), signersFor: 'combined' }
        : stage,
    ),
  },
}

/** Stands on the sign-in page of a demonstration county, and nowhere else opens anything. */
export const DEMONSTRATION_PASSWORD = 'wild-geese-fly-south'

/** Of 洪门村, whom the mentor looks after and the department is asked about; the first has an account. */
const PEOPLE = ['李文博', '宋雅楠', '刘思敏']

/** Fills what the demonstration has besides places and people: private values, dictionaries, an account a role. */
export async function completeDemonstration(
  db: Db,
  keyring: Keyring,
  countyCode: string,
): Promise<void> {
  const scope = { countyCode }
  // One hash for all: what everybody may read on the sign-in page needs no salt of its own.
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  await db.transaction().execute(async (transaction) => {
    await insertDefaults(transaction, scope)
    await insertPrivateValues(transaction, keyring, countyCode)
    const people = await transaction
      .selectFrom('talents')
      .select(['id', 'name'])
      .where('countyCode', '=', countyCode)
      .where('homeVillageCode', '=', HONGMEN)
      .where('name', 'in', PEOPLE)
      .orderBy('id')
      .execute()
    const ids = PEOPLE.flatMap((name) => people.find((one) => one.name === name)?.id ?? [])
    const accounts = HOLDERS.map((holder) => accountOf(holder, passwordHash, ids[0]))
    for (const account of accounts) await insertAccount(transaction, scope, account)
    const mentorId = accounts.find(({ role }) => role === 'mentor')!.id
    const links = ids.map((talentId) => ({ countyCode, mentorId, talentId, ...STARTED }))
    await insertRows(transaction, scope, 'mentorships', links)
    const departmentId = 'discipline-inspection'
    const cases = ids.map((talentId) => ({
      ...{ countyCode, id: `${departmentId}/${talentId}`, departmentId, talentId, ...OPENED },
    }))
    await insertRows(transaction, scope, 'reviewCases', cases)
    const own = accounts.find(({ talentId }) => talentId !== null)
    if (own?.talentId) await insertConsent(transaction, scope, consentOf(own.id, own.talentId))
    const subjects = accounts.map(({ id }) => id)
    await appendAudit(transaction, keyring, scope, [
      entryBy('system', { action: 'demonstration.filled', subjects }),
    ])
  })
}

const STARTED = { startedOn: '2026-03-02', endedOn: null }
const OPENED = {
  ...{ openedAt: '2026-11-20T01:00:00.000Z', closedAt: null, nomineeId: null, dueOn: null },
  ...{ factsHash: null, answer: null, answeredAt: null, validUntil: null },
}

/** 李文博 agreed when he was registered; the first notice was read to him. */
function consentOf(accountId: string, talentId: string) {
  const given = { act: 'given', channel: 'self', noticeVersion: 1 } as const
  return { id: newId(), accountId, talentId, at: '2026-03-02T02:00:00.000Z', ...given }
}

function accountOf(holder: Holder, passwordHash: string, talentId: string | undefined): NewAccount {
  const at = '2026-11-20T00:30:00.000Z'
  return {
    ...{ townshipCode: null, departmentId: null, villageCodes: [], ...holder },
    talentId: holder.role === 'talent' ? (talentId ?? null) : null,
    ...{ id: newId(), state: 'active', passwordHash, mustChangePassword: 0 },
    ...{ totpSecret: null, totpStep: null, isDemonstration: 1, createdAt: at },
    ...{ createdBy: 'system', confirmedAt: at, confirmedBy: 'system', signedInAt: null },
  }
}

async function insertPrivateValues(
  transaction: Transaction<Database>,
  keyring: Keyring,
  countyCode: string,
): Promise<void> {
  const scope = { countyCode }
  const talents = await transaction
    .selectFrom('talents')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .orderBy('id')
    .execute()
  const rows = privateValues(talents).map(({ talentId, field, value }) => ({
    ...{ countyCode, talentId, field, digest: keyring.digest(field, value) },
    cipher: keyring.encrypt(value, placeOf(scope, talentId, field)),
  }))
  await insertRows(transaction, scope, 'privateFields', rows)
}
