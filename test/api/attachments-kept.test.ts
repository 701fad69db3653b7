import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { getSealed, hashOf, putSealed } from '../../api/attachments/sealed.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { runBackup } from '../../api/backup-schedule.ts'
import { readConfiguration } from '../../api/configuration.ts'
import { openExisting } from '../../api/existing-database.ts'
import { readKeys, writeKeyFile } from '../../api/keys.ts'
import { createLog } from '../../api/log.ts'
import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import { FILE_TABLES } from '../../db/kept-files.ts'
import { newKey } from '../../db/keyring.ts'
import { pdf } from './paper-files.ts'
import {
  copied,
  copyOf,
  type Env,
  keysOf,
  restored,
  run,
  serving,
  tampering,
  withCounty,
} from './terminal.ts'

withCounty()

describe('a backup of papers', () => {
  test('restores every one of them, proven by the hash of what was sent', async () => {
    const env = copied('base', 'papers')
    const papers = await fill(env, 3)
    const made = await run(env, 'backup')
    expect(made.stdout).toMatch(/附件 attachments: 3 个 files/)
    const fresh = restored('papers, restored', env)
    const told = await run(fresh, 'restore', '--from', copyOf(env))
    expect(told.stderr).toBe('')
    expect(told.stdout).toMatch(/附件 attachments: 3 个 files/)
    expect(await readable(fresh)).toEqual(papers)
  })

  test('copies what is new, shares the rest, and keeps only what some copy names', async () => {
    const env = { ...copied('base', 'nights'), YANZHEN_BACKUP_KEEP: '1' }
    const [first, second] = await fill(env, 2)
    const log = createLog('silent')
    expect(await runBackup(env, log)).toBe(true)
    expect(sharedIn(env)).toHaveLength(2)
    expect(await runBackup(env, log)).toBe(true)
    expect(sharedIn(env)).toHaveLength(2)
    tampering(env, (db) => db.prepare('delete from attachments where id = ?').run(first))
    expect(await runBackup(env, log)).toBe(true)
    expect(sharedIn(env)).toHaveLength(1)
    const fresh = restored('nights, restored', env)
    await run(fresh, 'restore', '--from', copyOf(env))
    expect(await readable(fresh)).toEqual([second])
  })

  test('holds no paper in the clear, and none that no row names', async () => {
    const env = copied('base', 'hidden papers')
    await fill(env, 1)
    await store(env).write(newId(), Buffer.from('an orphan'))
    await run(env, 'backup')
    const [only, ...more] = sharedIn(env)
    expect(more).toEqual([])
    expect(readFileSync(only!).includes('%PDF')).toBe(false)
  })

  test('says which file is missing, and is made all the same', async () => {
    const env = copied('base', 'one missing')
    const [lost, kept] = await fill(env, 2)
    await store(env).remove(lost!)
    const { stdout, status } = await run(env, 'backup')
    expect(status).toBe(0)
    expect(stdout).toMatch(/缺少 1 个附件的文件[\s\S]*not in this copy/)
    expect(stdout).toContain(lost)
    const fresh = restored('one missing, restored', env)
    const told = await run(fresh, 'restore', '--from', copyOf(env))
    expect(told.stdout).toContain(lost)
    expect(await readable(fresh)).toEqual([kept])
  })

  test.each([
    { why: 'altered', spoil: (file: string) => writeFileSync(file, 'altered') },
    { why: 'gone', spoil: (file: string) => unlinkSync(file) },
  ])('of which a file is $why brings back the rest, and says so', async ({ why, spoil }) => {
    const env = copied('base', `shared file ${why}`)
    await fill(env, 2)
    await run(env, 'backup')
    spoil(sharedIn(env)[0]!)
    const fresh = restored(`shared file ${why}, restored`, env)
    const told = await run(fresh, 'restore', '--from', copyOf(env))
    expect(told.status).toBe(0)
    expect(told.stdout).toMatch(/有 1 个附件没有找回[\s\S]*1 attachments could not be brought back/)
    expect(await readable(fresh)).toHaveLength(1)
  })

  test('sets aside papers that lie in the data folder, and removes none of them', async () => {
    const env = copied('base', 'aside')
    const [id] = await fill(env, 1)
    await run(env, 'backup')
    const fresh = restored('aside, restored', env)
    const there = readConfiguration(fresh).attachments
    mkdirSync(there, { recursive: true })
    writeFileSync(join(there, 'note'), 'of before')
    const { stdout } = await run(fresh, 'restore', '--from', copyOf(env))
    const aside = /are now in: (\S.*)$/m.exec(stdout)![1]!
    expect(readFileSync(join(aside, 'note'), 'utf8')).toBe('of before')
    expect(await readable(fresh)).toEqual([id])
    expect(readdirSync(fresh.YANZHEN_DATA).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('new keys', () => {
  test('encrypt papers anew, and copies of before still restore', async () => {
    const env = copied('base', 'new keys')
    const papers = await fill(env, 2)
    await run(env, 'backup')
    const before = copyOf(env)
    const { stdout } = await run(env, 'rotate-keys')
    expect(stdout).toContain('2 个附件 attachments')
    expect(await versions(env)).toEqual([2, 2])
    expect(await readable(env)).toEqual(papers)
    await run(env, 'backup')
    expect(sharedIn(env), 'both versions, each named by a copy').toHaveLength(4)
    const old = restored('new keys, restored from before', env)
    await run(old, 'restore', '--from', before)
    expect(await readable(old)).toEqual(papers)
  })

  test.each([
    { by: 'the next rotation', finish: (env: Env) => run(env, 'rotate-keys') },
    { by: 'the next start', finish: async (env: Env) => (await serving(env)).stop() },
  ])('cut short between two papers are finished by $by', async ({ by, finish }) => {
    const env = copied('base', `papers cut short, ${by}`)
    const papers = await fill(env, 3)
    const [before] = papers
    const old = await store(env).read(before!)
    await run(env, 'rotate-keys')
    // As it was when the program ended after the second of three.
    await store(env).write(before!, old!)
    expect(await versions(env)).toEqual([1, 2, 2])
    await finish(env)
    expect(await versions(env)).toEqual([2, 2, 2])
    expect([...readKeys(readConfiguration(env))!.keys()]).toEqual([1, 2])
    expect(await readable(env)).toEqual(papers)
  })

  test('a paper that cannot be read stops neither a rotation nor the next one', async () => {
    const env = copied('base', 'one unreadable')
    const [bad, good] = await fill(env, 2)
    const file = await store(env).read(bad!)
    file![40]! ^= 1
    await store(env).write(bad!, file!)
    for (const version of [2, 3])
      expect((await run(env, 'rotate-keys')).stdout).toContain(`version in use: ${version}`)
    expect(await readable(env)).toEqual([good])
  })

  test('without the old one papers cannot be read: the program does not start', async () => {
    const env = copied('base', 'old key gone')
    await fill(env, 1)
    await run(env, 'rotate-keys')
    writeKeyFile(keysOf(env), new Map([[2, newKey()]]))
    expect((await run(env, 'verify-audit')).stderr).toMatch(/缺少第 1 版密钥/)
  })
})

const store = (env: Env) => openAttachments(readConfiguration(env).attachments)

/** Files that copies of the database share, in any order. */
function sharedIn({ YANZHEN_DATA }: Env): string[] {
  const shared = join(`${YANZHEN_DATA}-backups`, 'attachments')
  if (!existsSync(shared)) return []
  return readdirSync(shared, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
}

/** Somebody in a round with so many papers, every second one of an entry of cultivation; answers their ids in order. */
async function fill(env: Env, count: number): Promise<string[]> {
  const { db, countyCode, keyring } = await openExisting(readConfiguration(env))
  const [roundId, talentId, nomineeId] = [newId(), newId(), newId()]
  const now = '2026-11-23T08:00:00.000Z'
  await db
    .insertInto('rounds')
    .values({
      ...{ countyCode, id: roundId, kind: 'reserve', name: '2026 年储备', procedure: '{}' },
      ...{ policyVersion: 1, opensOn: '2026-11-01', closesOn: '2026-12-31', termStartsOn: null },
      ...{ termEndsOn: null, state: 'open', createdAt: now, createdBy: 'test', closedAt: null },
      ...{ closedBy: null, revision: 1 },
    })
    .execute()
  await db
    .insertInto('talents')
    .values({
      ...{ ...BLANK_FACTS, ...NEW_RECORD, countyCode, id: talentId, name: '李文博' },
      ...{ pinyin: 'liwenbo', initials: 'lwb', status: 'registered', channel: 'self' },
      ...{ homeTownshipCode: '370406104', homeVillageCode: '370406104218', poolRevision: 0 },
    })
    .execute()
  await db
    .insertInto('nominees')
    .values({
      ...{ countyCode, id: nomineeId, roundId, talentId, townshipCode: '370406104' },
      ...{ villageCode: null, posts: '[]', stage: 'settled', state: 'open', outcome: null },
      ...{ termStartsOn: null, termEndsOn: null, stageSince: now, dueOn: null, asked: 0 },
      ...{ waitsFor: 'nobody', passed: 0, objections: 0, validUntil: null, createdAt: now },
      revision: 1,
    })
    .execute()
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const bytes = pdf(`% ${at}\n`)
    const id = newId()
    await putSealed({ store: store(env), keyring, countyCode }, id, bytes)
    const row = {
      ...{ countyCode, id, talentId, name: '推荐表.pdf', media: 'application/pdf' as const },
      ...{ size: bytes.length, contentHash: hashOf(bytes), addedAt: now, addedBy: 'test' },
      ...{ removedAt: null, removedBy: null },
    }
    const entry = { entryKind: 'item' as const, entryId: newId() }
    await (at % 2 === 0
      ? db.insertInto('attachments').values({ ...row, nomineeId })
      : db.insertInto('entryFiles').values({ ...row, ...entry })
    ).execute()
    ids.push(id)
  }
  await db.destroy()
  return ids
}

/** Ids of papers that can be read and are what was sent. */
async function readable(env: Env): Promise<string[]> {
  const { db, countyCode, keyring } = await openExisting(readConfiguration(env))
  const rows = (
    await Promise.all(FILE_TABLES.map((table) => db.selectFrom(table).selectAll().execute()))
  ).flat()
  await db.destroy()
  const found: string[] = []
  for (const row of rows)
    if (await getSealed({ store: store(env), keyring, countyCode }, row)) found.push(row.id)
  return found.sort()
}

async function versions(env: Env): Promise<number[]> {
  const kept = store(env)
  const ids = (await kept.list()).sort()
  return Promise.all(ids.map(async (id) => (await kept.begin(id, 4))!.readUInt32BE()))
}
