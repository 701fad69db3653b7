import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { csv, json } from './imported.ts'
import { freePort, listening, reading } from './killed.ts'
import { cookieOf } from './served.ts'
import { smallCounty } from './small-county.ts'

const HEADER = ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '从业情况']
const SIGNS = [...'甲乙丙丁戊己庚辛壬癸']

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-killed-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  await smallCounty(join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a process that is killed while it writes leaves the pool as before, and the import runs again', async () => {
  const first = await start()
  const names = Array.from({ length: 3_000 }, (_, at) => nameOf(at))
  const rows = names.map((name, at) => [name, '男', bornOf(at), '北庄镇', '洪门村', '种植户'])
  const { id } = await json(await first.upload(csv([HEADER, ...rows])))
  await first.settled(id)
  const before = pool()
  await json(await first.post(`/imports/${id}/writing`))
  while (created() < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  first.process.kill('SIGKILL')
  await once(first.process, 'close')
  expect(created()).toBeLessThan(3_000)
  const second = await start()
  expect(pool()).toEqual(before)
  const record = await json(await second.get(`/imports/${id}`))
  expect(record).toMatchObject({ state: 'checked', counts: { new: 3_000, faulty: 0 } })
  expect(record.problem.zh).toContain('服务中断')
  await json(await second.post(`/imports/${id}/writing`))
  expect(await second.settled(id)).toMatchObject({ state: 'done' })
  const found = await json(await second.get(`/talents?q=${encodeURIComponent('轩辕')}&limit=1`))
  expect(found.total).toBe(3_000)
  second.process.kill('SIGKILL')
  await once(second.process, 'close')
}, 300_000)

const nameOf = (at: number) =>
  `轩辕${SIGNS[Math.floor(at / 100) % 10]}${SIGNS[Math.floor(at / 10) % 10]}${SIGNS[at % 10]}`
/** A thousand names, each in three years. */
const bornOf = (at: number) => `19${70 + Math.floor(at / 1_000)}.0${1 + (at % 9)}`

async function start() {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const process = await listening(folder, port)
  const headers = { 'content-type': 'application/json' }
  const session = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: 'demo-county', password: DEMONSTRATION_PASSWORD }),
  })
  const cookie = cookieOf(session)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${address}/api/v1${path}`, { ...init, headers: { ...headers, cookie, ...init.headers } })
  return {
    process,
    get: ask,
    post: (path: string) => ask(path, { method: 'POST', body: '{}' }),
    upload: (bytes: Uint8Array) =>
      ask(`/imports?kind=people&name=${encodeURIComponent('名单.csv')}`, {
        method: 'POST',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    async settled(id: string) {
      await (await ask(`/imports/${id}/events`)).text()
      return json(await ask(`/imports/${id}`))
    },
  }
}

/** People whom the import brought, seen or not. */
function created(): number {
  return reading(folder, (db) =>
    Number(db.prepare('select count(*) from talents where import_id is not null').pluck().get()),
  )
}

/** Everything about people but what counts changes. */
function pool() {
  return reading(folder, (db) =>
    ['talents', 'talent_sources', 'talent_skills', 'private_fields', 'skills'].map((table) =>
      (
        db.prepare(`select * from ${table} order by 1, 2, 3`).all() as Record<string, unknown>[]
      ).map(({ pool_revision: _, ...row }) => row),
    ),
  )
}
