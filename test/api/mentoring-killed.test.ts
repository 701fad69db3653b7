import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { SURROUNDINGS } from '../surroundings.ts'
import { json } from './imported.ts'
import { freePort, listening, reading } from './killed.ts'
import { type session as made, session } from './mentored.ts'
import { cookieOf } from './served.ts'
import { smallCounty } from './small-county.ts'
import { run } from './terminal.ts'

type Body = ReturnType<typeof made>
type Program = Awaited<ReturnType<typeof start>>

/** Sessions that were answered before the kill, and milliseconds after the last of them: on the way to the next. */
const MOMENTS = [
  { answered: 1, ms: 0 },
  { answered: 3, ms: 2 },
  { answered: 6, ms: 7 },
]
/** On the phone, one a day, before the first day that the demonstration itself fills. */
const KEPT = 24

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-killed-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  await smallCounty(join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a process killed while sessions arrive: what was acknowledged is there, and after sending all again each is there once', async () => {
  let program = await start()
  const phone = sessionsOf(program.mentees)
  const acknowledged = new Set<string>()
  for (const { answered, ms } of MOMENTS) {
    const before = acknowledged.size
    const sending = sendUntilDead(program, phone, acknowledged)
    while (acknowledged.size < before + answered) await wait(2)
    await wait(ms)
    program.process.kill('SIGKILL')
    await once(program.process, 'close')
    await sending
    expect([...acknowledged].filter((id) => !kept().has(id))).toEqual([])
    expectWhole()
    program = await start()
  }
  for (const body of phone) {
    const answer = await program.send(body)
    expect([200, 201]).toContain(answer.status)
    if (acknowledged.has(body.id)) expect(answer.status).toBe(200)
  }
  const ids = phone.map(({ id }) => id)
  expect(ids.map((id) => kept().get(id))).toEqual(ids.map(() => 1))
  expectWhole()
  program.process.kill('SIGKILL')
  await once(program.process, 'close')
  const env = { ...SURROUNDINGS, YANZHEN_DATA: join(folder, 'data'), LOG_LEVEL: 'error' }
  expect((await run(env, 'verify-audit')).status).toBe(0)
}, 240_000)

async function start() {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/api/v1`
  const process = await listening(folder, port)
  const headers = { 'content-type': 'application/json' }
  const credentials = { username: 'demo-mentor', password: DEMONSTRATION_PASSWORD }
  const body = JSON.stringify(credentials)
  const signedIn = await fetch(`${address}/session`, { method: 'POST', headers, body })
  const cookie = cookieOf(signedIn)
  const home = await json(await fetch(`${address}/mentoring`, { headers: { cookie } }))
  const mentees: { id: string }[] = home.mentees.map(
    ({ talent }: { talent: { id: string } }) => talent,
  )
  const send = (one: Body) =>
    fetch(`${address}/mentoring/sessions`, {
      ...{ method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(one) },
    })
  return { process, mentees, send }
}

/** Each with a task, so that there is more than one row to be whole. */
function sessionsOf(mentees: readonly { id: string }[]): Body[] {
  return Array.from({ length: KEPT }, (_, at) => {
    const heldOn = `2026-03-${String(2 + Math.floor(at / mentees.length)).padStart(2, '0')}`
    const next = { aim: '走访八户', dueOn: '2026-04-30' }
    const about = { id: newId(), heldOn, next, isAnother: true, minutes: 30 }
    return session(mentees[at % mentees.length]!, about)
  })
}

/** Sends what has no answer yet, from the first, until nobody answers any more. */
async function sendUntilDead({ send }: Program, phone: readonly Body[], acknowledged: Set<string>) {
  try {
    for (const body of phone) {
      if (acknowledged.has(body.id)) continue
      const answer = await send(body)
      await answer.json()
      if (answer.ok) acknowledged.add(body.id)
    }
  } catch (error) {
    // The connection ended with the process.
    expect(error).toBeInstanceOf(TypeError)
  }
}

/** How often each id is there. */
function kept(): Map<string, number> {
  const rows = reading(folder, (db) => db.prepare('select id from mentoring_sessions').all())
  const ids = (rows as { id: string }[]).map(({ id }) => id)
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, { length }]) => [id, length]))
}

/** Each session of the phone has its task, its audit entry, and the person the evidence that follows from it. */
function expectWhole(): void {
  const torn = reading(folder, (db) =>
    db
      .prepare(
        `select id from mentoring_sessions as s where agreed = ? and (
          (select count(*) from cultivation_items as i
            where i.county_code = s.county_code and i.session_id = s.id) <> 1
          or (select count(*) from audit_entries as e where e.action = 'mentoring-session.kept'
            and e.detail like '%' || s.id || '%') <> 1
          or not exists (select 1 from evidence as v where v.county_code = s.county_code
            and v.talent_id = s.talent_id and v.entry_kind = 'session'))`,
      )
      .all(session({ id: '' }).agreed),
  )
  expect(torn).toEqual([])
}
