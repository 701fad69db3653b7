import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { readConfiguration } from '../../api/configuration.ts'
import { openExisting } from '../../api/existing-database.ts'
import { readKeys, writeKeyFile } from '../../api/keys.ts'
import { createLog } from '../../api/log.ts'
import { hashPassword } from '../../api/passwords.ts'
import { placeOf } from '../../api/private-values.ts'
import { codeAt, newSecret } from '../../api/second-factor.ts'
import { startSolver } from '../../api/solver/index.ts'
import { insertAccount } from '../../db/accounts.ts'
import { newKey } from '../../db/keyring.ts'
import { putPrivateField } from '../../db/private-fields.ts'
import { cookieOf, send, withCookie } from './served.ts'
import {
  at,
  ciphersOf,
  copied,
  databaseOf,
  type Env,
  folder,
  keyIn,
  keysOf,
  reading,
  root,
  run,
  running,
  serving,
  tampering,
  verified,
  withCounty,
  writing,
} from './terminal.ts'

const PASSWORD = 'seven-storks-over-the-mill'
const SECRET = newSecret()
/** 990406 is nobody's area. */
const ID_NUMBER = '990406199003070012'

withCounty()

describe('verify-audit', () => {
  test.each([
    {
      sql: `update audit_entries set detail = '{}' where sequence = 2`,
      fault: { sequence: 2, why: 'altered' },
      says: /第 2 条被改动[\s\S]*Entry 2 was altered/,
    },
    {
      sql: 'delete from audit_entries where sequence = 2',
      fault: { sequence: 2, why: 'missing' },
      says: /第 2 条缺失[\s\S]*Entry 2 is missing/,
    },
    {
      sql: 'delete from audit_entries where sequence = 3',
      fault: { sequence: 3, why: 'missing' },
      says: /第 3 条缺失/,
    },
    {
      sql: `delete from audit_subjects`,
      fault: { sequence: 2, why: 'subjects' },
      says: /所涉人员名单被改动/,
    },
  ])('names the first entry after “$sql”', async ({ sql, fault, says }) => {
    const env = copied('base', `tampered ${newId()}`)
    await run(env, 'account', 'unlock', 'admin')
    tampering(env, (db) => db.exec(sql))
    expect((await verified(env)).fault).toEqual(fault)
    const told = await running(env, 'verify-audit')
    expect(told.status).toBe(1)
    expect(told.stdout).toMatch(says)
  })

  test('works beside a process that writes', async () => {
    const env = copied('base', 'moving')
    const writer = await writing(env)
    const { stdout, status } = await running(env, 'verify-audit', '--json')
    await writer.stop()
    expect(status, stdout).toBe(0)
  })

  test('says where there is no database', async () => {
    const { status, stderr } = await run(at('nothing'), 'verify-audit')
    expect(status).toBe(1)
    expect(stderr).toMatch(/没有数据库 .*nothing[\s\S]*YANZHEN_DATA/)
    expect(existsSync(join(folder, 'nothing'))).toBe(false)
  })
})

describe('rotate-keys', () => {
  test('encrypts all anew: reveal, look-up and second factor go on with the new key', async () => {
    const env = copied('base', 'rotated')
    const talentId = await fillPrivate(env)
    await proveAccess(env, talentId)
    const before = ciphersOf(env)
    const { stdout, stderr } = await run(env, 'rotate-keys')
    expect(stderr).toBe('')
    expect(stdout).toMatch(/当前版本 version in use: 2\n.*1 个字段 values, 1 个动态验证码/)
    expect(before.every((cipher) => cipher.startsWith('1.'))).toBe(true)
    expect(ciphersOf(env).every((cipher) => cipher.startsWith('2.'))).toBe(true)
    await proveAccess(env, talentId)
    expect((await verified(env)).fault).toBeNull()
  })

  test.each([
    { by: 'the next rotation', finish: (env: Env) => run(env, 'rotate-keys') },
    { by: 'the next start', finish: async (env: Env) => (await serving(env)).stop() },
  ])('cut short after the key file was written, is finished by $by', async ({ by, finish }) => {
    const env = copied('base', `cut short, ${by}`)
    const talentId = await fillPrivate(env)
    const keys = readKeys(readConfiguration(env))!
    writeKeyFile(keysOf(env), new Map([...keys, [2, newKey()]]))
    await finish(env)
    expect(ciphersOf(env).every((cipher) => cipher.startsWith('2.'))).toBe(true)
    expect([...readKeys(readConfiguration(env))!.keys()]).toEqual([1, 2])
    await proveAccess(env, talentId)
  })

  test('with keys of the environment tells the new value, and encrypts once it is set', async () => {
    const env = copied('base', 'environment')
    const talentId = await fillPrivate(env)
    const keys = `1:${keyIn(env)}`
    const { stdout } = await run({ ...env, YANZHEN_KEYS: keys }, 'rotate-keys')
    const next = /^1:\S+,2:\S+$/m.exec(stdout)![0]
    expect(next).toContain(keys)
    expect(ciphersOf(env).every((cipher) => cipher.startsWith('1.'))).toBe(true)
    const set = { ...env, YANZHEN_KEYS: next }
    expect((await run(set, 'rotate-keys')).stdout).toContain('version in use: 2')
    await proveAccess(set, talentId)
  })

  test('refuses beside a running server, and a value that cannot be read before any key is written', async () => {
    const env = copied('base', 'refused')
    await fillPrivate(env)
    const server = await serving(env)
    expect((await run(env, 'rotate-keys')).stderr).toMatch(/更换密钥须先停止服务/)
    await server.stop()
    tampering(env, (db) => db.exec(`update private_fields set cipher = '1.a.b.c'`))
    expect((await run(env, 'rotate-keys')).stderr).toMatch(/无法解密（\S+ id-number）/)
    expect([...readKeys(readConfiguration(env))!.keys()]).toEqual([1])
  })
})

describe('a start', () => {
  test.each([
    {
      why: 'no key',
      spoil: (file: string) => rmSync(file),
      says: /找不到密钥[\s\S]*The key is missing/,
    },
    {
      why: 'another key',
      spoil: (file: string) => writeKeyFile(file, new Map([[1, newKey()]])),
      says: /密钥不对[\s\S]*is wrong/,
    },
    {
      why: 'a key file that is torn',
      spoil: (file: string) => writeFileSync(file, '{"1":"AB'),
      says: /密钥无法读取/,
    },
  ])('with $why says so, does not serve and changes nothing', async ({ why, spoil, says }) => {
    const env = copied('base', `started with ${why}`)
    const before = readFileSync(databaseOf(env))
    spoil(keysOf(env))
    const child = spawnSync(process.execPath, ['api/main.ts'], {
      ...{ cwd: root, env: { ...env, PORT: '0' }, encoding: 'utf8' as const, timeout: 30_000 },
    })
    expect(child.status, child.stdout).toBe(1)
    expect(child.stderr).toMatch(says)
    expect(readFileSync(databaseOf(env)).equals(before)).toBe(true)
  })

  test.each([
    { YANZHEN_BACKUP_AT: '25:00', says: /YANZHEN_BACKUP_AT=25:00：应为 24 小时制的时刻/ },
    { YANZHEN_BACKUP_AT: 'night', says: /a time of day by the 24-hour clock/ },
    { YANZHEN_BACKUP_KEEP: '0', says: /YANZHEN_BACKUP_KEEP=0：应为 1 到 1000 之间的整数/ },
  ])(
    'with $YANZHEN_BACKUP_AT $YANZHEN_BACKUP_KEEP for backups is refused',
    async ({ says, ...env }) => {
      const { status, stderr } = await run({ ...at('none'), ...env } as Env, 'migrate')
      expect(status).toBe(1)
      expect(stderr).toMatch(says)
    },
  )
})

test('help lists every command', async () => {
  const { stdout } = await run(at('none'), 'help')
  for (const command of ['set-up', 'backup', 'restore', 'verify-audit', 'rotate-keys'])
    expect(stdout).toContain(`npm run yanzhen -- ${command}`)
  for (const act of ['list', 'reset NAME', 'unlock NAME'])
    expect(stdout).toContain(`npm run yanzhen -- account ${act}`)
})

describe('account', () => {
  test('reset lets the last administrator in again with a new password once', async () => {
    const env = copied('base', 'locked out')
    const { db, countyCode } = await openExisting(readConfiguration(env))
    await db
      .updateTable('accounts')
      .set({ totpSecret: '1.lost', state: 'pending' })
      .where('countyCode', '=', countyCode)
      .execute()
    await db.destroy()
    const { stdout, status } = await run(env, 'account', 'reset', 'Admin')
    expect(status).toBe(0)
    const password = /one-time password: (\S+)/.exec(stdout)![1]!
    const { app, close } = await appOver(env)
    const answer = await send(app, 'POST', '/session', { username: 'admin', password })
    expect(await answer.json()).toMatchObject({ step: 'password' })
    await close()
    const entry = reading(env, (db) => db.prepare(LAST_RESET).get())
    expect(entry).toMatchObject({ actor: 'terminal', action: 'account.reset' })
  })

  test('list shows who is locked, unlock lets them try again', async () => {
    const env = copied('base', 'locked')
    const { app, close } = await appOver(env)
    for (let count = 0; count < 5; count += 1)
      await send(app, 'POST', '/session', { username: 'admin', password: 'wrong-again' })
    await close()
    expect((await run(env, 'account', 'list')).stdout).toMatch(/admin .*锁定 locked/)
    expect((await run(env, 'account', 'unlock', '--username', 'admin')).status).toBe(0)
    expect((await run(env, 'account', 'list')).stdout).not.toContain('锁定')
  })

  test.each([
    { args: ['reset', 'nobody'], says: /没有用户名为“nobody”的账号/ },
    { args: ['reset'], says: /account reset 用户名/ },
    { args: ['promote', 'admin'], says: /account list、account reset/ },
    { args: ['reset', 'admin', 'please'], says: /多余的参数“please”/ },
  ])('$args is refused', async ({ args, says }) => {
    const { status, stderr } = await run(at('base'), 'account', ...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(says)
  })

  test('a closed account stays closed', async () => {
    const env = copied('base', 'closed')
    tampering(env, (db) => db.exec(`update accounts set state = 'closed'`))
    expect((await run(env, 'account', 'reset', 'admin')).stderr).toMatch(/已停用，不能恢复/)
  })
})

const LAST_RESET = `select actor, action from audit_entries where action = 'account.reset'`

async function appOver(env: Env) {
  const { db, countyCode, keyring } = await openExisting(readConfiguration(env))
  const log = createLog('silent')
  const solver = startSolver(log)
  const today = () => new Date().toISOString().slice(0, 10)
  const attachments = openAttachments(readConfiguration(env).attachments)
  const app = createApp({ db, today, solver, countyCode, keyring, attachments, log })
  const close = async () => {
    await solver.close()
    await db.destroy()
  }
  return { app, close }
}

/** A county officer with a second factor, and somebody with an identity number. */
async function fillPrivate(env: Env): Promise<string> {
  const { db, countyCode, keyring } = await openExisting(readConfiguration(env))
  const scope = { countyCode }
  const [talentId, officer] = [newId(), newId()]
  const createdAt = new Date().toISOString()
  await insertAccount(db, scope, {
    ...{ id: officer, username: 'officer', name: '周晓岚', role: 'county', position: null },
    ...{ townshipCode: null, departmentId: null, talentId: null, villageCodes: [] },
    ...{ state: 'active', passwordHash: await hashPassword(PASSWORD), mustChangePassword: 0 },
    ...{ totpSecret: keyring.encrypt(SECRET, `totp ${officer}`), totpStep: null },
    ...{ isDemonstration: 0, createdAt, createdBy: 'terminal', confirmedAt: null },
    ...{ confirmedBy: null, signedInAt: null },
  })
  await db
    .insertInto('talents')
    .values({
      poolRevision: 0,
      ...{ countyCode, id: talentId, name: '李文博', pinyin: 'liwenbo', initials: 'lwb' },
      ...{ status: 'registered', channel: 'self', homeTownshipCode: '370406104' },
      ...{ homeVillageCode: '370406104218', qualifications: '[]' },
      ...{ hasOutstandingContribution: 0, isNewSocialWorker: 0, revision: 1 },
    })
    .execute()
  await putPrivateField(db, scope, {
    ...{ talentId, field: 'id-number', digest: keyring.digest('id-number', ID_NUMBER) },
    cipher: keyring.encrypt(ID_NUMBER, placeOf(scope, talentId, 'id-number')),
  })
  await db.destroy()
  return talentId
}

/** The officer signs in with a code, reveals the number and finds its holder by it. */
async function proveAccess(env: Env, talentId: string): Promise<void> {
  tampering(env, (db) => db.exec('update accounts set totp_step = null'))
  const { app, close } = await appOver(env)
  const credentials = { username: 'officer', password: PASSWORD }
  const begun = withCookie(app, cookieOf(await send(app, 'POST', '/session', credentials)))
  const shown = await begun.post('/session/code', { code: codeAt(SECRET, Date.now()) })
  expect(shown.status, await shown.clone().text()).toBe(200)
  const officer = withCookie(app, cookieOf(shown))
  const revealed = await officer.post(`/talents/${talentId}/reveals`, {
    ...{ field: 'id-number', reason: '核对报名材料' },
  })
  expect(await revealed.json()).toEqual({ value: ID_NUMBER })
  const found = await officer.post('/talents/look-ups', { idNumber: ID_NUMBER })
  expect((await found.json()).people).toEqual([expect.objectContaining({ id: talentId })])
  await close()
}
