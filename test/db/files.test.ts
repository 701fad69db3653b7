import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from '../../db/connect.ts'
import { findCounty, insertCounty } from '../../db/counties.ts'
import { migrate } from '../../db/migrate.ts'
import { isDatabaseProblem } from '../../db/problem.ts'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'yanzhen-files-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const scope = { countyCode: '990001' }
const KEY = `it's a key`

describe('a file that cannot be used is told apart and left as it is', () => {
  const files: { why: string; code: string; make: (file: string) => unknown; key?: string }[] = [
    { why: 'a text', code: 'not-ours', make: (file) => fs.writeFileSync(file, '花名册\n姓名') },
    { why: 'a sheet', code: 'not-ours', make: (file) => fs.writeFileSync(file, 'PK'.repeat(4096)) },
    { why: 'another program’s SQLite', code: 'not-ours', make: (file) => other(file, 0) },
    { why: 'its SQLite with a mark', code: 'not-ours', make: (file) => other(file, 0x0f055112) },
    { why: 'ours, but cut short', code: 'damaged', make: cut },
    { why: 'locked by a key', code: 'wrong-key', make: (file) => filled(file, KEY) },
    {
      why: 'locked by another key',
      code: 'wrong-key',
      key: 'no',
      make: (file) => filled(file, KEY),
    },
    { why: 'not locked', code: 'wrong-key', key: 'no', make: (file) => filled(file) },
    { why: 'no file but a folder', code: 'no-permission', make: (file) => fs.mkdirSync(file) },
  ]
  test.each(files)('$why: $code', async ({ why, code, make, key }) => {
    const file = join(folder, `${why}.db`)
    await make(file)
    const before = bytesOf(file)
    await expectProblem(code, file, key)
    expect(bytesOf(file)).toEqual(before)
    expect(fs.existsSync(`${file}-wal`)).toBe(false)
  })

  test('a folder that is a file', async () => {
    const file = join(folder, 'file')
    fs.writeFileSync(file, '')
    await expectProblem('no-permission', join(file, 'data', 'yanzhen.db'))
  })

  test.runIf(process.platform !== 'win32')('a folder that may not be written', async () => {
    const closed = join(folder, 'closed')
    fs.mkdirSync(closed)
    await filled(join(closed, 'old.db'))
    fs.chmodSync(folder, 0o755)
    await asOrdinaryUser(closed, async () => {
      await expectProblem('no-permission', join(closed, 'new.db'))
      await expectProblem('no-permission', join(closed, 'deeper', 'new.db'))
      await expectProblem('no-permission', join(closed, 'old.db'))
    })
    expect(fs.readdirSync(closed)).toEqual(['old.db'])
  })
})

test.runIf(process.platform !== 'win32')(
  'a file that may be read but not written, in a folder that may be written',
  async () => {
    const shared = join(folder, 'shared-folder')
    const file = join(shared, 'yanzhen.db')
    fs.mkdirSync(shared)
    await filled(file)
    fs.chmodSync(file, 0o444)
    fs.chmodSync(shared, 0o777)
    fs.chmodSync(folder, 0o755)
    await asOrdinaryUser(file, () => expectProblem('no-permission', file))
    expect(fs.readdirSync(shared)).toEqual(['yanzhen.db'])
  },
)

describe('a file that can be used', () => {
  test.each([
    { why: 'no file, no folder', make: () => {}, key: undefined },
    { why: 'an empty file', make: (file: string) => fs.writeFileSync(file, ''), key: undefined },
    { why: 'locked, with its key', make: (file: string) => filled(file, KEY), key: KEY },
    { why: 'a key from the beginning', make: () => {}, key: KEY },
  ])('$why', async ({ why, make, key }) => {
    const file = join(folder, why, 'yanzhen.db')
    if (make.length > 0) fs.mkdirSync(join(folder, why))
    await make(file)
    await (await openMigrated(file, key)).destroy()
    const isPlain = fs.readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3'
    expect(isPlain).toBe(key === undefined)
  })

  test.each([
    { pragma: 'journal_mode', value: 'wal', why: 'readers never wait for a writer' },
    { pragma: 'synchronous', value: 2, why: 'FULL: what was acknowledged survives a power cut' },
    { pragma: 'foreign_keys', value: 1, why: 'no row refers to nothing' },
    { pragma: 'secure_delete', value: 1, why: 'what is erased is overwritten' },
  ])('is opened with $pragma $value: $why', async ({ pragma, value }) => {
    const db = await connect(join(folder, 'habits.db'))
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${pragma}`)}`.execute(
      db.withoutPlugins(),
    )
    expect(rows).toEqual([{ [pragma]: value }])
    await db.destroy()
  })

  test('keeps what was stored, also beside a second program that has it open', async () => {
    const file = join(folder, 'shared.db')
    const first = await openMigrated(file)
    const second = await openMigrated(file)
    await insertCounty(first, scope, { name: '县', province: '省' })
    expect(await findCounty(second, scope)).toMatchObject({ name: '县' })
    await second.destroy()
    await first.destroy()
    const again = await connect(file)
    expect(await findCounty(again, scope)).toMatchObject({ name: '县' })
    await again.destroy()
  })

  test('keeps nothing of what was erased, once it is closed', async () => {
    const file = join(folder, 'erased.db')
    const db = await openMigrated(file)
    const names = Array.from({ length: 500 }, (_, at) => `被删除的人${at}`.padEnd(400, '。'))
    await insertCounty(db, scope, { name: '县', province: '省' })
    for (const [at, zh] of names.entries())
      await db
        .insertInto('reasons')
        .values({ ...scope, id: `reason-${at}`, zh, en: '', isRetired: 0 })
        .execute()
    await db.deleteFrom('reasons').execute()
    await db.destroy()
    expect(fs.readFileSync(file).includes(Buffer.from('被删除的人'))).toBe(false)
  })

  test('a transaction that fails leaves nothing', async () => {
    const db = await openMigrated(join(folder, 'failing.db'))
    const failing = db.transaction().execute(async (transaction) => {
      await insertCounty(transaction, scope, { name: '县', province: '省' })
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await findCounty(db, scope)).toBeUndefined()
    await db.destroy()
  })
})

test('a server that cannot be reached is named without its password', async () => {
  const problem = await connect('postgres://clerk:secret@127.0.0.1:1/yanzhen').catch((it) => it)
  expect(problem).toMatchObject({ code: 'unreachable' })
  expect(problem.message).toContain('127.0.0.1:1/yanzhen')
  expect(problem.message).not.toContain('secret')
})

async function expectProblem(code: string, file: string, key?: string) {
  const problem = await connect(file, key).catch((error: unknown) => error)
  if (!isDatabaseProblem(problem)) throw new Error('no problem was told', { cause: problem })
  expect(problem.code).toBe(code)
  for (const words of [problem.words.zh, problem.words.en]) expect(words).toContain(file)
}

async function openMigrated(file: string, key?: string): Promise<Db> {
  const db = await connect(file, key)
  await migrate(db)
  return db
}

async function filled(file: string, key?: string) {
  await (await openMigrated(file, key)).destroy()
}

async function cut(file: string) {
  await filled(file)
  fs.truncateSync(file, 4096)
}

function other(file: string, mark: number) {
  const raw = new Sqlite(file)
  raw.pragma(`application_id = ${mark}`)
  raw.exec('create table tracks (id integer primary key)')
  raw.close()
}

function bytesOf(file: string) {
  return fs.statSync(file).isFile() ? fs.readFileSync(file) : null
}

/** root may write anywhere, so that it becomes nobody for a moment; others close the place. */
async function asOrdinaryUser(closed: string, act: () => Promise<void>) {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  else fs.chmodSync(closed, 0o555)
  try {
    await act()
  } finally {
    if (isRoot) process.seteuid?.(0)
    else fs.chmodSync(closed, 0o755)
  }
}
