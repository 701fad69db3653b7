import { type Account, findAccountByName, updateAccount } from '../db/accounts.ts'
import { appendAudit } from '../db/audit.ts'
import { removeSessions } from '../db/sessions.ts'
import { clearFailures } from '../db/sign-in-failures.ts'
import { entryBy } from './auditing.ts'
import type { ExistingDatabase } from './existing-database.ts'
import { hashPassword, newCode } from './passwords.ts'
import { normalName } from './sign-in.ts'
import { StartFailure } from './start-failure.ts'

type Opened = Pick<ExistingDatabase, 'db' | 'countyCode' | 'keyring'>

/**
 * Lets the holder of an account in again when nobody is left to do so in the program: a new one-time password, no
 * second factor, no lock, no other session, and in effect without a confirmation.
 */
export async function resetAccount({ db, countyCode, keyring }: Opened, typed: string) {
  const scope = { countyCode }
  const account = await accountOf({ db, countyCode, keyring }, typed)
  const { id, username, state } = account
  if (state === 'closed') throw isClosed(username)
  const oneTimePassword = newCode()
  const passwordHash = await hashPassword(oneTimePassword)
  const confirmed = { confirmedAt: new Date().toISOString(), confirmedBy: 'terminal' }
  const change = {
    ...{ passwordHash, mustChangePassword: 1 as const, totpSecret: null, totpStep: null },
    ...(state === 'pending' && { state: 'active' as const, ...confirmed }),
  }
  await db.transaction().execute(async (transaction) => {
    await updateAccount(transaction, scope, id, change)
    const ended = await removeSessions(transaction, scope, id)
    await clearFailures(transaction, scope, keyring.digest('username', username))
    const detail = { fields: Object.keys(change), ended, before: state }
    await appendAudit(transaction, keyring, scope, [
      entryBy('terminal', { action: 'account.reset', subjects: [id], detail }),
    ])
  })
  return { username, oneTimePassword, hadSecondFactor: account.totpSecret !== null }
}

/** Forgets the failed sign-ins of an account. */
export async function unlockAccount({ db, countyCode, keyring }: Opened, typed: string) {
  const scope = { countyCode }
  const { id, username } = await accountOf({ db, countyCode, keyring }, typed)
  await db.transaction().execute(async (transaction) => {
    await clearFailures(transaction, scope, keyring.digest('username', username))
    await appendAudit(transaction, keyring, scope, [
      entryBy('terminal', { action: 'account.unlocked', subjects: [id] }),
    ])
  })
  return { username }
}

async function accountOf({ db, countyCode }: Opened, typed: string): Promise<Account> {
  const account = await findAccountByName(db, { countyCode }, normalName(typed))
  if (account) return account
  throw new StartFailure({
    zh: `没有用户名为“${typed}”的账号。用 npm run yanzhen -- account list 查看全部账号。`,
    en: `There is no account “${typed}”. npm run yanzhen -- account list shows them all.`,
  })
}

function isClosed(username: string) {
  return new StartFailure({
    zh: `账号“${username}”已停用，不能恢复。请改用其他账号，或重置一个系统管理员账号后另建。`,
    en: `The account “${username}” is closed for good. Use another, or reset an administrator and make a new one.`,
  })
}
