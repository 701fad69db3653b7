import Table from 'cli-table3'
import { type Account, listAccounts } from '../../db/accounts.ts'
import { findFailures } from '../../db/sign-in-failures.ts'
import { resetAccount, unlockAccount } from '../account-repair.ts'
import { keepHead } from '../audit-heads.ts'
import { readConfiguration } from '../configuration.ts'
import { type ExistingDatabase, openExisting } from '../existing-database.ts'
import { oneTimePasswordText } from '../one-time-password.ts'
import { wrongUse } from '../start-failure.ts'
import { defineCommand } from './command.ts'

/** `account list`, `account reset NAME`, `account unlock NAME`; the name may follow `--username`. */
export const account = defineCommand(
  { options: { username: { type: 'string' } }, words: 2 },
  async ({ username }, env, [act, word]) => {
    const name = username ?? word
    const work = workOf(act, name)
    const configuration = readConfiguration(env)
    const opened = await openExisting(configuration)
    try {
      process.stdout.write(await work(opened))
      await keepHead(opened.db, opened.countyCode, configuration.auditHeads)
    } finally {
      await opened.db.destroy()
    }
  },
)

type Work = (opened: ExistingDatabase) => Promise<string>

function workOf(act: string | undefined, name: string | undefined): Work {
  if (act === 'list') return list
  if ((act === 'reset' || act === 'unlock') && name)
    return (opened) => (act === 'reset' ? reset(opened, name) : unlock(opened, name))
  throw wrongUse(
    '请写明：account list、account reset 用户名 或 account unlock 用户名。',
    'Say which: account list, account reset NAME or account unlock NAME.',
  )
}

async function list({ db, countyCode, keyring }: ExistingDatabase): Promise<string> {
  const scope = { countyCode }
  const now = new Date().toISOString()
  const table = new Table({ head: HEAD, style: { head: [], border: [] } })
  for (const one of await listAccounts(db, scope)) {
    const found = await findFailures(db, scope, keyring.digest('username', one.username))
    const isLocked = (found?.lockedUntil ?? '') > now
    table.push(rowOf(one, isLocked))
  }
  return `${table.toString()}\n`
}

async function reset(opened: ExistingDatabase, name: string): Promise<string> {
  const { hadSecondFactor, ...made } = await resetAccount(opened, name)
  const factor = hadSecondFactor
    ? '动态验证码已移除，登录后请重新设置。The second factor is removed; set it up again.\n'
    : ''
  return `${oneTimePasswordText('账号已重置，原有登录全部退出 the account is reset and signed out everywhere', made)}${factor}`
}

async function unlock(opened: ExistingDatabase, name: string): Promise<string> {
  const { username } = await unlockAccount(opened, name)
  return `账号“${username}”已解除锁定 the account is unlocked\n`
}

const HEAD = [
  '用户名 user name',
  '姓名 name',
  '角色 role',
  '状态 state',
  '动态验证码 code',
  '最近登录 last sign-in',
]

const STATES = { pending: '待确认 pending', active: '有效 active', closed: '停用 closed' }

function rowOf(
  { username, name, role, state, totpSecret, signedInAt }: Account,
  isLocked: boolean,
) {
  const shown = isLocked ? `${STATES[state]}，锁定 locked` : STATES[state]
  const factor = totpSecret === null ? '—' : '✓'
  return [username, name, role, shown, factor, signedInAt ?? '—']
}
