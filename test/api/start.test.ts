import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, openMigrated } from '../../api/database.ts'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { openKeyring } from '../../api/keys.ts'
import { listAccounts } from '../../db/accounts.ts'
import { verifyAudit } from '../../db/audit-chain.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { demonstration } from '../../db/seed/index.ts'
import { fillEarlier, insertPlain } from '../db/earlier.ts'
import { SURROUNDINGS } from '../surroundings.ts'
import { cookieOf } from './served.ts'
import { smallCounty } from './small-county.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-start-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  writeFileSync(join(folder, 'dist/assets/main-abc123.js'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a running program', () => {
  let process: ChildProcess
  let address: string
  beforeAll(async () => {
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    process = start({ PORT: String(port), YANZHEN_DATA: join(folder, 'data') })
    await says(process, address)
  })
  afterAll(() => process.kill('SIGKILL'))
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })

  test.each([
    { path: '/', status: 200, cache: 'no-cache', why: 'the page' },
    {
      path: '/villages/370406104218',
      status: 200,
      cache: 'no-cache',
      why: 'a page of the interface',
    },
    { path: '/assets/main-abc123.js', status: 200, cache: /immutable/, why: 'hashed by content' },
    { path: '/assets/gone.js', status: 404, cache: null, why: 'no page in place of a script' },
    {
      path: '/api/v1/nothing',
      status: 404,
      cache: 'no-store',
      why: 'no page in place of an answer',
    },
    { path: '/api/v1/health', status: 200, cache: 'no-store', why: 'the database is open' },
  ])('answers $path with $status: $why', async ({ path, status, cache }) => {
    const response = await fetch(address + path)
    expect(response.status).toBe(status)
    const kept = response.headers.get('cache-control')
    if (cache instanceof RegExp) expect(kept).toMatch(cache)
    else expect(kept).toBe(cache)
  })

  test('has its data folder to itself, whatever port a second server is given', async () => {
    const said = await failure({ PORT: '0', YANZHEN_DATA: join(folder, 'data') })
    expect(said).toContain(`${join(folder, 'data')} 正由另一个雁阵服务使用`)
    expect(said).toMatch(/served by another Yanzhen[\s\S]*YANZHEN_DATA/)
  })

  test('stops in order: the plan it acknowledged is kept for the next start', async () => {
    const cookie = cookieOf(
      await post('/session', { username: 'demo-county', password: DEMONSTRATION_PASSWORD }),
    )
    const { id } = await (await post('/plans', { township: null }, { cookie })).json()
    const events = await fetch(`${address}/api/v1/plans/${id}/events`, { headers: { cookie } })
    process.kill('SIGTERM')
    process.kill('SIGINT')
    const told = await events.text()
    expect(told.trimEnd().split('\n\n').at(-1)).toContain('"status":"queued"')
    const [code] = process.exitCode === null ? await once(process, 'exit') : [process.exitCode]
    expect(code).toBe(0)
    const db = await connect(join(folder, 'data/yanzhen.sqlite'))
    const plan = await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst()
    await db.destroy()
    expect(plan).toMatchObject({ status: 'queued', result: null })
  })
})

describe('a program that cannot start says so in both languages and how to mend it, and leaves all as it was', () => {
  test('port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = other.address()
    const port = typeof taken === 'object' ? taken!.port : 0
    await smallCounty(join(folder, 'port'))
    const said = await failure({ PORT: String(port), YANZHEN_DATA: join(folder, 'port') })
    other.close()
    expect(said).toMatch(/端口 \d+ 已被占用/)
    expect(said).toContain(`PORT=${port + 1} npm start`)
    expect(said).toMatch(/一个数据目录只供一个服务使用[\s\S]*one data folder serves one server/i)
    const again = start({ PORT: '0', YANZHEN_DATA: join(folder, 'port') })
    await says(again, 'one-time password:')
    again.kill('SIGKILL')
  })

  test.each([
    { PORT: 'eighty', zh: /PORT=eighty/, en: /whole number/ },
    { HOST: '0.0.0.0', zh: /HTTPS 证书/, en: /HTTPS certificate/ },
    { YANZHEN_INTERFACE: '/nowhere', zh: /界面尚未构建/, en: /npm start/ },
    { YANZHEN_DATA: '/dev/null/data', zh: /无法写入/, en: /[Cc]annot write/ },
  ])('%o', async ({ zh, en, ...env }) => {
    const said = await failure({ YANZHEN_DATA: join(folder, 'other'), PORT: '0', ...env })
    expect(said).toMatch(zh)
    expect(said).toMatch(en)
  })

  test('a file that is not ours', async () => {
    const data = join(folder, 'strange')
    mkdirSync(data)
    writeFileSync(join(data, 'yanzhen.sqlite'), 'a letter to the county\n')
    const said = await failure({ YANZHEN_DATA: data, PORT: '0' })
    expect(said).toMatch(/不是雁阵的数据库/)
    expect(said).toMatch(/not a database of Yanzhen/)
    expect(readFileSync(join(data, 'yanzhen.sqlite'), 'utf8')).toBe('a letter to the county\n')
    expect(readdirSync(data)).toEqual(['yanzhen.sqlite'])
  })

  test('a policy that is damaged', async () => {
    const data = join(folder, 'policy')
    await smallCounty(data)
    const { db } = await openDatabase({
      database: join(data, 'yanzhen.sqlite'),
      keyFile: join(`${data}-keys`, 'keys.json'),
    })
    await db.updateTable('policies').set({ body: '{}' }).execute()
    await db.destroy()
    const said = await failure({ YANZHEN_DATA: data, PORT: '0' })
    expect(said).toMatch(/第 1 版政策.*备份/)
    expect(said).toMatch(/Version 1 of the policy.*backup/)
  })

  test('a database of a newer program', async () => {
    const data = join(folder, 'newer')
    const db = await connect(join(data, 'yanzhen.sqlite'))
    await migrate(db)
    const timestamp = new Date().toISOString()
    await db
      .withTables<{ kyselyMigration: { name: string; timestamp: string } }>()
      .insertInto('kyselyMigration')
      .values({ name: '2099-01-01-later', timestamp })
      .execute()
    await db.destroy()
    const said = await failure({ YANZHEN_DATA: data, PORT: '0' })
    expect(said).toMatch(/更新版本的雁阵/)
    expect(said).toMatch(/newer Yanzhen/)
  })
})

describe('a database of the first release', () => {
  test.each([
    { why: 'at the first start', isCut: false },
    { why: 'after a first start that was cut short', isCut: true },
  ])('is taken over with its audit chained, $why', async ({ why, isCut }) => {
    const data = join(folder, why)
    const source = {
      database: join(data, 'yanzhen.sqlite'),
      keyFile: join(`${data}-keys`, 'keys.json'),
    }
    const scope = { countyCode: '370406' }
    await writeFirstRelease(source.database)
    if (isCut) {
      const cut = await openMigrated(source)
      await openKeyring(cut, scope.countyCode, source)
      await cut.destroy()
    }
    const { db, keyring, isSeeded } = await openDatabase(source)
    const { entries, fault } = await verifyAudit(db, keyring, scope)
    const accounts = await listAccounts(db, scope)
    await db.destroy()
    expect({ isSeeded, fault }).toEqual({ isSeeded: false, fault: null })
    expect(entries).toBeGreaterThan(2)
    expect(accounts.map(({ role }) => role)).toContain('auditor')
  })
})

/** The demonstration county with two entries of its audit, before there were accounts. */
async function writeFirstRelease(file: string): Promise<void> {
  const db = await connect(file)
  const policy = {
    ...{ countyCode: '370406', version: 1, body: '{}', createdAt: '', createdBy: 'seed' },
    ...{ note: null, contentHash: null },
  }
  await fillEarlier(db, { ...demonstration(), policies: [policy] })
  const entry = { countyCode: '370406', at: '2026-11-23T08:00:00.000Z', actor: 'local' }
  await insertPlain(db, 'auditEntries', [
    { ...entry, sequence: 1, action: 'plan.queued', subjects: '["plan"]', detail: '{}' },
    { ...entry, sequence: 2, action: 'plan.done', subjects: '["plan"]', detail: '{}' },
  ])
  await db.destroy()
}

function start(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: {
      ...SURROUNDINGS,
      YANZHEN_INTERFACE: join(folder, 'dist'),
      YANZHEN_STOP_SECONDS: '0',
      ...env,
    },
  })
}

/** What a start that must fail says on stderr. */
async function failure(env: Record<string, string>): Promise<string> {
  const child = start(env)
  let said = ''
  child.stderr!.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  expect(code, said).toBe(1)
  return said
}

async function says(child: ChildProcess, text: string): Promise<void> {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => {
      said += chunk
      if (said.includes(text)) child.emit('said')
    })
  }
  child.once('exit', () => child.emit('error', new Error(`It ended: ${said}`)))
  await once(child, 'said')
  child.removeAllListeners('exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address!.port : 0
}
