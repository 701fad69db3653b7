import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runBackup } from '../../api/backup-schedule.ts'
import { writeKeyFile } from '../../api/keys.ts'
import { createLog } from '../../api/log.ts'
import { newKey } from '../../db/keyring.ts'
import {
  at,
  codes,
  copied,
  copyOf,
  databaseOf,
  type Env,
  folder,
  keyIn,
  keysOf,
  manifestOf,
  reading,
  restored,
  run,
  running,
  tampering,
  verified,
  withCounty,
  writing,
} from './terminal.ts'

withCounty()

describe('a backup', () => {
  test('made while another process writes, restores to all that was acknowledged before it began', async () => {
    const env = copied('base', 'busy')
    const writer = await writing(env)
    const acknowledged = writer.last()
    const made = await running(env, 'backup')
    const during = writer.last()
    await writer.stop()
    expect(made.stdout).toContain('备份完成，已核对')
    expect(during).toBeGreaterThan(acknowledged)
    const fresh = restored('fresh', env)
    await run(env, 'account', 'unlock', 'admin')
    const told = await run(fresh, 'restore', '--from', copyOf(env))
    expect(told.stderr).toBe('')
    expect(told.stdout).toMatch(/备份之后至少还有 \d+ 条审计记录/)
    const { entries, fault } = await verified(fresh)
    expect(fault).toBeNull()
    expect(entries).toBeGreaterThan(acknowledged)
    const last = reading(fresh, (db) => db.prepare(LAST_ENTRY).get() as { action: string })
    expect(last.action).toBe('database.restored')
  })

  test('stands with its manifest, for its owner alone, and without the keys', async () => {
    const env = copied('base', 'kept')
    const to = join(folder, 'elsewhere')
    const { stdout } = await run(env, 'backup', '--to', to)
    expect(stdout).toContain(keysOf(env))
    const [manifest, copy] = readdirSync(to).filter((name) => name.startsWith('yanzhen-'))
    const { file, sha256, counts, audit, keyVersions } = JSON.parse(
      readFileSync(join(to, manifest!), 'utf8'),
    )
    expect({ file, keyVersions }).toEqual({ file: copy, keyVersions: [1] })
    expect(counts).toMatchObject({ villages: 4, accounts: 1, audit_entries: 3 })
    expect(audit.sequence).toBe(3)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(readFileSync(join(to, copy!)).includes(keyIn(env))).toBe(false)
    const last = "select detail from audit_entries where action = 'database.copied'"
    const detail = reading(env, (db) => db.prepare(last).pluck().get() as string)
    expect(JSON.parse(detail)).toEqual({ file: copy, isElsewhere: true })
    if (process.platform === 'win32') return
    const mode = (path: string) => statSync(path).mode & 0o777
    expect([mode(to), mode(join(to, copy!)), mode(join(to, manifest!))]).toEqual([
      ...[0o700, 0o600, 0o600],
    ])
  })

  test.each([
    { place: 'data', says: /不能放在数据目录里/ },
    { place: 'data/copies', says: /不能放在数据目录里/ },
    { place: 'data-keys', says: /不能放在密钥目录里/ },
  ])('does not lie in $place', async ({ place, says }) => {
    const env = copied('base', 'data')
    expect((await run(env, 'backup', '--to', join(folder, place))).stderr).toMatch(says)
  })

  test('of an encrypted database is encrypted by the same key, and needs it', async () => {
    const env = { ...at('secret'), YANZHEN_DATABASE_KEY: `it's a mill` }
    await run(env, 'set-up', '--county', '370406', '--divisions', codes)
    await run(env, 'backup')
    const copy = readFileSync(copyOf(env))
    expect(copy.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(copy.includes('北庄')).toBe(false)
    const fresh = restored('opened', env)
    const bare = await run(fresh, 'restore', '--from', copyOf(env))
    expect(bare.stderr).toMatch(/可能已加密而没有给出密钥/)
    expect(existsSync(databaseOf(fresh))).toBe(false)
    const key = { YANZHEN_DATABASE_KEY: env.YANZHEN_DATABASE_KEY }
    expect((await run({ ...fresh, ...key }, 'restore', '--from', copyOf(env))).stderr).toBe('')
    expect((await verified({ ...fresh, ...key })).fault).toBeNull()
  })

  test('by the schedule runs beside the server, and only whole copies of the county beyond those to keep go', async () => {
    const env = { ...copied('base', 'nightly'), YANZHEN_BACKUP_KEEP: '2' }
    const log = createLog('silent')
    const copies = join(folder, 'nightly-backups')
    mkdirSync(copies)
    const strange = ['notes.txt', 'yanzhen-2020-01-01T00-00-00-000Z.sqlite']
    for (const name of strange) writeFileSync(join(copies, name), 'not ours')
    writeFileSync(join(copies, 'yanzhen-2020-01-02T00-00-00-000Z.sqlite.part'), 'cut short')
    for (let night = 0; night < 3; night += 1) expect(await runBackup(env, log)).toBe(true)
    const names = readdirSync(copies)
    expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(2)
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(strange))
    expect(await runBackup({ ...env, YANZHEN_DATA: join(folder, 'nowhere') }, log)).toBe(false)
  })
})

describe('a restore refuses', () => {
  let env: Env
  let copy: string
  beforeAll(async () => {
    env = copied('base', 'source')
    await run(env, 'backup')
    copy = copyOf(env)
  })
  const fresh = (name: string) => restored(name, env)

  test('a copy that was damaged, or has no manifest', async () => {
    const bytes = readFileSync(copy)
    bytes[bytes.length - 100]! ^= 1
    const to = mkdtempSync(join(folder, 'damaged-'))
    const bad = join(to, basename(copy))
    writeFileSync(bad, bytes)
    const alone = await run(fresh('damaged'), 'restore', '--from', bad)
    expect(alone.stderr).toMatch(/找不到清单[\s\S]*no manifest/)
    cpSync(manifestOf(copy), manifestOf(bad))
    const { status, stderr } = await run(fresh('damaged'), 'restore', '--from', bad)
    expect(status).toBe(1)
    expect(stderr).toMatch(/SHA-256 不符[\s\S]*damaged or was altered/)
    expect(existsSync(join(folder, 'damaged'))).toBe(false)
  })

  test('a folder that has a database', async () => {
    const { stderr } = await run(env, 'restore', '--from', copy)
    expect(stderr).toMatch(/已有 .*yanzhen\.sqlite，恢复只能进入空的数据目录/)
    expect((await verified(env)).fault).toBeNull()
  })

  test.each([
    { why: 'no key', keys: null, says: /找不到密钥[\s\S]*The key is missing/ },
    { why: 'another key', keys: newKey(), says: /密钥不对[\s\S]*is wrong/ },
  ])('$why', async ({ why, keys, says }) => {
    const other = at(`restored with ${why}`)
    if (keys) writeKeyFile(keysOf(other), new Map([[1, keys]]))
    expect((await run(other, 'restore', '--from', copy)).stderr).toMatch(says)
    expect(readdirSync(join(folder, `restored with ${why}`))).toEqual(['yanzhen.lock'])
  })

  test('a chain that differs from a head kept outside before its end', async () => {
    const heads = join(folder, 'other-heads.jsonl')
    writeFileSync(
      heads,
      `${JSON.stringify({ county: '370406', at: '', sequence: 2, hash: 'another' })}\n`,
    )
    const { stderr } = await run(
      ...[{ ...fresh('rewritten'), YANZHEN_AUDIT_HEADS: heads }, 'restore', '--from', copy],
    )
    expect(stderr).toMatch(/第 2 条与库外/)
    expect(existsSync(databaseOf(at('rewritten')))).toBe(false)
  })
})

describe('the audit chain after a restore', () => {
  const turn = async (env: Env, times = 1) => {
    for (let count = 0; count < times; count += 1) await run(env, 'account', 'unlock', 'admin')
  }

  test('stands in whatever order copies are restored', async () => {
    const env = copied('base', 'first')
    await run(env, 'backup')
    const older = copyOf(env)
    await turn(env, 3)
    await run(env, 'backup')
    const newer = copyOf(env)
    await turn(env)
    const [second, third] = [restored('second', env), restored('third', env)]
    const lost = await run(second, 'restore', '--from', older)
    expect(lost.stdout).toContain('至少还有 5 条')
    await turn(second, 5)
    expect(await verified(second)).toMatchObject({ entries: 9, fault: null })
    const other = await run(third, 'restore', '--from', newer)
    expect(other.stdout).toContain('至少还有 6 条')
    await turn(third)
    expect(await verified(third)).toMatchObject({ entries: 9, fault: null })
    expect((await verified(second)).fault, 'given up').not.toBeNull()
  })

  test.each([
    { end: 5, why: 'within what came after the restore' },
    { end: 3, why: 'to before the restore, as if there had been none' },
  ])('shows an end that was cut off $why', async ({ end }) => {
    const env = copied('base', `cut at ${end}`)
    await run(env, 'backup')
    const back = restored(`cut at ${end}, restored`, env)
    await run(back, 'restore', '--from', copyOf(env))
    await turn(back, 3)
    tampering(back, (db) => {
      db.exec(`delete from audit_entries where sequence > ${end}`)
      db.exec(
        `update audit_heads set sequence = ${end},
         hash = (select hash from audit_entries where sequence = ${end})`,
      )
    })
    const fault = { why: 'missing', sequence: end + 1 }
    expect(await verified(back)).toMatchObject({ entries: end, fault })
  })
})

const LAST_ENTRY = 'select action from audit_entries order by sequence desc limit 1'
