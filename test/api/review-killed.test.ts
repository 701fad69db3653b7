import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { contentHashOf } from '../../api/policy/canonical.ts'
import { SURROUNDINGS } from '../surroundings.ts'
import { json } from './imported.ts'
import { freePort, listening, reading } from './killed.ts'
import { cookieOf } from './served.ts'
import { smallCounty } from './small-county.ts'
import { run } from './terminal.ts'

/** Signatures that were answered before the kill, and milliseconds after the last of them: on the way to the next. */
const MOMENTS = [
  { answered: 1, ms: 0 },
  { answered: 4, ms: 3 },
  { answered: 9, ms: 8 },
]

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-killed-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  await smallCounty(join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a process killed between any two signatures leaves each whole or not at all, with its audit entry', async () => {
  const acknowledged: string[] = []
  for (const { answered, ms } of MOMENTS) {
    const program = await start()
    const before = acknowledged.length
    const signing = program.nominees.map((id) => askUntilDead(program, id, acknowledged))
    while (acknowledged.length < before + answered) await wait(2)
    await wait(ms)
    program.process.kill('SIGKILL')
    await once(program.process, 'close')
    await Promise.all(signing)
    for (const file of files()) expectWhole(file)
    expect(acknowledged.filter((id) => !signed().has(id))).toEqual([])
  }
  const env = { ...SURROUNDINGS, YANZHEN_DATA: join(folder, 'data'), LOG_LEVEL: 'error' }
  expect((await run(env, 'verify-audit')).status).toBe(0)
}, 240_000)

type Program = Awaited<ReturnType<typeof start>>

async function start() {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/api/v1`
  const process = await listening(folder, port)
  const headers = { 'content-type': 'application/json' }
  const credentials = { username: 'demo-county', password: DEMONSTRATION_PASSWORD }
  const body = JSON.stringify(credentials)
  const session = await fetch(`${address}/session`, { method: 'POST', headers, body })
  const cookie = cookieOf(session)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${address}${path}`, { ...init, headers: { ...headers, cookie, ...init.headers } })
  const { rounds } = await json(await ask('/rounds'))
  const list = await json(await ask(`/nominees?round=${rounds[0].id}&stage=inspection`))
  const nominees: string[] = list.nominees.map(({ id }: { id: string }) => id)
  expect(nominees.length).toBeGreaterThan(1)
  return { process, ask, nominees }
}

/** Asks the township for more, again and again, until nobody answers; what was answered is kept. */
async function askUntilDead({ ask }: Program, nominee: string, acknowledged: string[]) {
  try {
    for (;;) {
      const { revision } = await json(await ask(`/nominees/${nominee}`))
      const answer = await ask(`/nominees/${nominee}/acts`, {
        method: 'POST',
        body: JSON.stringify({ act: { kind: 'ask', note: '请补工作证明' } }),
        headers: { 'if-match': `"${revision}"` },
      })
      const { acts } = await json(answer)
      acknowledged.push(acts.at(-1).id)
    }
  } catch (error) {
    // The connection ended with the process.
    if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error
  }
}

type File = { id: string; revision: number; nominations: number; acts: Act[]; entries: number }
type Act = { id: string; sequence: number; content_hash: string } & Record<string, unknown>

function files(): File[] {
  return reading(folder, (db) => {
    const count = (sql: string, id: string) => Number(db.prepare(sql).pluck().get(id))
    const rows = db.prepare('select id, revision from nominees').all() as File[]
    return rows.map(({ id, revision }) => ({
      ...{ id, revision },
      nominations: count('select count(*) from nominations where nominee_id = ?', id),
      acts: db
        .prepare('select * from review_acts where nominee_id = ? order by sequence')
        .all(id) as Act[],
      entries: count(
        `select count(*) from audit_entries e join audit_subjects s
          on s.county_code = e.county_code and s.subject_set = e.subject_set
          where s.subject = ? and e.action = 'nominee.acted'`,
        id,
      ),
    }))
  })
}

/** Each nomination and each act counts the revision up by one, has one audit entry, and is sealed with the act before. */
function expectWhole({ revision, nominations, acts, entries }: File): void {
  expect(revision).toBe(nominations + acts.length)
  expect(entries).toBe(acts.length)
  let previous: string | null = null
  for (const [at, act] of acts.entries()) {
    expect(act.sequence).toBe(at + 1)
    expect(hashOf(act, previous)).toBe(act.content_hash)
    previous = act.content_hash
  }
}

function hashOf(act: Act, previous: string | null): string {
  const { county_code: _, content_hash: __, body, ...columns } = act
  const camel = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replace(/_(.)/g, (_all, sign: string) => sign.toUpperCase()),
      value,
    ]),
  )
  return contentHashOf({ ...camel, body: JSON.parse(body as string), previous })
}

function signed(): Set<string> {
  return new Set(files().flatMap(({ acts }) => acts.map(({ id }) => id)))
}
