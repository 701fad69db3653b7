import { listSecondFactors, updateAccount } from '../db/accounts.ts'
import { hasFormsOfOtherKey } from '../db/appointment-forms.ts'
import { appendAudit } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { listCorrections, updateProposed } from '../db/corrections.ts'
import { listKeyChecks } from '../db/key-checks.ts'
import { type Keyring, type Keys, newKey } from '../db/keyring.ts'
import { hasNotesOfOtherKey } from '../db/mentor-notes.ts'
import { hasFieldsOfOtherKey, pageOfPrivateFields, putPrivateField } from '../db/private-fields.ts'
import type { Scope } from '../db/scope.ts'
import { clearAllFailures } from '../db/sign-in-failures.ts'
import { hasApplicationsOfOtherKey, renewApplications } from './applications/rotation.ts'
import { renewAttachments } from './attachments/renewing.ts'
import type { AttachmentStore } from './attachments/store.ts'
import { entryBy } from './auditing.ts'
import { proposalPlace } from './corrected.ts'
import type { Source } from './database.ts'
import { renewImports } from './imports/rotation.ts'
import { keysAsText, openKeyring, readKeys, writeKeyFile } from './keys.ts'
import { renewForms } from './lrmx/rotation.ts'
import { renewNotes } from './mentoring/rotation.ts'
import { placeOf } from './private-values.ts'
import { StartFailure } from './start-failure.ts'

export type RotatingFrom = {
  db: Db
  keyring: Keyring
  countyCode: string
  attachments: AttachmentStore
}
export type Renewed = { version: number; values: number; secondFactors: number; files: number }
export type Rotation =
  | ({ kind: 'rotated' | 'finished' } & Renewed)
  /** The keys stand in the environment, which is the operator's to change. */
  | { kind: 'to-set'; version: number; keys: string }

/**
 * Takes the next version of the key into use. The key file has it first and keeps the old ones; all values follow in
 * one transaction, then the papers file by file. Whatever ends the program in between, the next start or rotation
 * finishes what was begun.
 */
export async function rotate(
  { db, countyCode, attachments }: Omit<RotatingFrom, 'keyring'>,
  source: Source,
): Promise<Rotation> {
  const checks = await listKeyChecks(db, { countyCode })
  const keyring = await openKeyring(db, countyCode, source)
  const isBegun = checks.length > 0 && checks.every(({ version }) => version < keyring.version)
  const from = { db, keyring, countyCode, attachments }
  if (isBegun || (await isUnfinished(db, keyring, countyCode)))
    return { kind: 'finished', ...(await renewAll(from, 'terminal')) }
  const files = await renewFiles(from, 'terminal')
  if (files > 0)
    return { kind: 'finished', version: keyring.version, values: 0, secondFactors: 0, files }
  const version = keyring.version + 1
  const keys: Keys = new Map([...readKeys(source)!, [version, newKey()]])
  if (source.keys !== undefined) return { kind: 'to-set', version, keys: keysAsText(keys) }
  await requireReadable(db, keyring, countyCode)
  writeKeyFile(source.keyFile, keys)
  const next = await openKeyring(db, countyCode, source)
  return { kind: 'rotated', ...(await renewAll({ ...from, keyring: next }, 'terminal')) }
}

/** Goes on with a change of keys that was cut short: a look-up finds only what the newest key wrote. */
export async function finishRotation(from: RotatingFrom): Promise<Renewed | null> {
  const { db, keyring, countyCode } = from
  if (await isUnfinished(db, keyring, countyCode)) return renewAll(from, 'system')
  const files = await renewFiles(from, 'system')
  return files > 0 ? { version: keyring.version, values: 0, secondFactors: 0, files } : null
}

async function isUnfinished(db: Db, keyring: Keyring, countyCode: string): Promise<boolean> {
  const { version } = keyring
  const factors = await listSecondFactors(db, { countyCode })
  if (factors.some(({ totpSecret }) => !totpSecret.startsWith(`${version}.`))) return true
  if (await hasApplicationsOfOtherKey(db, keyring, { countyCode })) return true
  if (await hasNotesOfOtherKey(db, { countyCode }, version)) return true
  if (await hasFormsOfOtherKey(db, { countyCode }, version)) return true
  return hasFieldsOfOtherKey(db, { countyCode }, version)
}

type Actor = 'terminal' | 'system'

async function renewAll(from: RotatingFrom, actor: Actor): Promise<Renewed> {
  const values = await renewValues(from, actor)
  return { ...values, files: await renewFiles(from, actor) }
}

/** Papers are too large for one transaction: each is by one key or the other. */
async function renewFiles(from: RotatingFrom, actor: Actor): Promise<number> {
  const { db, keyring, countyCode } = from
  const files = await renewAttachments(from)
  if (files === 0) return 0
  const detail = { version: keyring.version, files }
  const entry = entryBy(actor, { action: 'keys.rotated', detail })
  await db
    .transaction()
    .execute((transaction) => appendAudit(transaction, keyring, { countyCode }, [entry]))
  return files
}

function renewValues({ db, keyring, countyCode }: RotatingFrom, actor: Actor) {
  const scope = { countyCode }
  return db.transaction().execute(async (transaction): Promise<Omit<Renewed, 'files'>> => {
    let [values, secondFactors] = [0, 0]
    for await (const { talentId, field, place, value } of fieldsOf(transaction, keyring, scope)) {
      const hidden = { cipher: keyring.encrypt(value, place), digest: keyring.digest(field, value) }
      await putPrivateField(transaction, scope, { talentId, field, ...hidden })
      values += 1
    }
    for await (const { id, place, secret } of factorsOf(transaction, keyring, scope)) {
      await updateAccount(transaction, scope, id, { totpSecret: keyring.encrypt(secret, place) })
      secondFactors += 1
    }
    for await (const { id, place, value } of proposalsOf(transaction, keyring, scope)) {
      await updateProposed(transaction, scope, id, keyring.encrypt(value, place))
      values += 1
    }
    const renewal = { isWritten: true, read: readable }
    values += await renewImports(transaction, keyring, scope, renewal)
    values += await renewApplications(transaction, keyring, scope, renewal)
    values += await renewNotes(transaction, keyring, scope, renewal)
    values += await renewForms(transaction, keyring, scope, renewal)
    // They are counted under a keyed hash of the name, which is another one now.
    await clearAllFailures(transaction, scope)
    const renewed = { version: keyring.version, values, secondFactors }
    const entry = entryBy(actor, { action: 'keys.rotated', detail: renewed })
    await appendAudit(transaction, keyring, scope, [entry])
    return renewed
  })
}

/** A value that cannot be read must not come to light when the new key is in the file already. */
async function requireReadable(db: Db, keyring: Keyring, countyCode: string): Promise<void> {
  for await (const _ of fieldsOf(db, keyring, { countyCode }));
  for await (const _ of factorsOf(db, keyring, { countyCode }));
  for await (const _ of proposalsOf(db, keyring, { countyCode }));
  const reading = { isWritten: false, read: readable }
  await renewImports(db, keyring, { countyCode }, reading)
  await renewApplications(db, keyring, { countyCode }, reading)
  await renewNotes(db, keyring, { countyCode }, reading)
  await renewForms(db, keyring, { countyCode }, reading)
}

const PAGE = 1_000

async function* fieldsOf(db: Db, keyring: Keyring, scope: Scope) {
  let after: { talentId: string; field: string } | null = null
  do {
    const rows: Awaited<ReturnType<typeof pageOfPrivateFields>> = await pageOfPrivateFields(
      ...([db, scope, after, PAGE] as const),
    )
    for (const { talentId, field, cipher } of rows) {
      const place = placeOf(scope, talentId, field)
      const value = readable(`${talentId} ${field}`, () => keyring.decrypt(cipher, place))
      yield { talentId, field, place, value }
    }
    after = rows.at(-1) ?? null
  } while (after !== null)
}

/** Telephone numbers that wait in requests for a correction. */
async function* proposalsOf(db: Db, keyring: Keyring, scope: Scope) {
  for (const { id, field, proposed } of await listCorrections(db, scope)) {
    if (field !== 'phone' || proposed === '') continue
    const place = proposalPlace(scope.countyCode, id)
    yield {
      ...{ id, place },
      value: readable(`correction ${id}`, () => keyring.decrypt(proposed, place)),
    }
  }
}

async function* factorsOf(db: Db, keyring: Keyring, scope: Scope) {
  for (const { id, totpSecret } of await listSecondFactors(db, scope)) {
    const place = `totp ${id}`
    yield { id, place, secret: readable(`account ${id}`, () => keyring.decrypt(totpSecret, place)) }
  }
}

function readable<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw new StartFailure({
      zh: `有一个加密值无法解密（${what}）：它被改动过，或是用别的密钥写的。数据未改动。请在该人的画像中重新登记号码（账号则运行 npm run yanzhen -- account reset），或从备份恢复数据库，再更换密钥。`,
      en: `An encrypted value cannot be read (${what}): it was altered, or written with another key. The data is as it was. Enter the number of that person again (of an account: npm run yanzhen -- account reset), or restore the database from a backup, then rotate the keys.`,
    })
  }
}
