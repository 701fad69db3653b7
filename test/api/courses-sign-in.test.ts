import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, makeCourse, mark, part, readCourse, TODAY } from './course-made.ts'
import { fewRows, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let now = new Date(`${TODAY}T01:00:00Z`)
let served: Served
let township: SignedInClient
let person: SignedInClient
let talent: string
beforeAll(async () => {
  served = await serve({ rows: fewRows(), clock: () => now, today: () => TODAY })
  township = await served.as('demo-township')
  person = await served.as('demo-talent')
  const account = await served.given.db
    .selectFrom('accounts')
    .select('talentId')
    .where('username', '=', 'demo-talent')
    .executeTakeFirstOrThrow()
  talent = account.talentId!
})
afterAll(() => served.close())

async function shown({ day = TODAY, people = [talent], minutes = 10 } = {}) {
  const id = await makeCourse(township, { sessions: [part(day)] })
  if (people.length > 0)
    await done(township.post(`/courses/${id}/participants`, { talents: people }))
  const { sessions } = await readCourse(township, id)
  const path = `/courses/${id}/sessions/${sessions[0]!.id}/code`
  const answer = await township.post(path, { minutes })
  return { id, path, answer }
}
const signIn = (code: string) => person.post('/record/courses/sign-in', { code })
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

describe('signing in to a course by a code', () => {
  test('whoever types it is there: by name, once, whatever the phone makes of the figures', async () => {
    const { id, answer } = await shown()
    const { code } = await done(answer)
    expect(code).toMatch(/^\d{6}$/)
    const wide = [...code]
      .map((it: string) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
      .join('')
    const first = await done(signIn(` ${wide}`))
    expect(first).toMatchObject({ on: TODAY, hours: 4, isAgain: false })
    expect(first.name).not.toBe('')
    expect(await done(signIn(code))).toMatchObject({ isAgain: true })
    expect((await readCourse(township, id)).counted).toEqual({ people: 1, hours: 4 })
    const count = await township.get(
      `/courses/${id}/sessions/${(await readCourse(township, id)).sessions[0]!.id}/sign-ins`,
    )
    expect(await count.json()).toEqual({ present: 1, participants: 1 })
  })

  test('the database holds no code', async () => {
    const { answer } = await shown()
    const { code } = await done(answer)
    const rows = await served.given.db.selectFrom('courseSessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`)
    expect(rows.some(({ codeDigest }) => (codeDigest ?? '').length > 20)).toBe(true)
  })

  test('after its minutes, or once it was ended, the code is over and says so', async () => {
    const { path, answer } = await shown({ minutes: 5 })
    const { code } = await done(answer)
    later(5)
    expect((await problemIn(await signIn(code))).detail).toContain('签到码已失效')
    const again = await done(township.post(path, { minutes: 5 }))
    await done(township.remove(path))
    expect((await problemIn(await signIn(again.code))).detail).toContain('签到码已失效')
  })

  test('a course that was cancelled takes nobody', async () => {
    const { id, answer } = await shown()
    const { code } = await done(answer)
    await done(township.post(`/courses/${id}/cancellation`, { reason: '授课老师无法到场' }))
    expect((await signIn(code)).status).toBe(422)
  })

  test('somebody who is not on the list is told whom to ask, and is not entered', async () => {
    const { id, answer } = await shown({ people: [] })
    const { code } = await done(answer)
    const { status, detail } = await problemIn(await signIn(code))
    expect(status).toBe(409)
    expect(detail).toContain('不在')
    expect((await readCourse(township, id)).counted.people).toBe(0)
  })

  test('what the trainer entered goes before a code that was passed on', async () => {
    const { id, answer } = await shown()
    const { code } = await done(answer)
    await mark(township, await readCourse(township, id), [talent], 'absent')
    expect((await signIn(code)).status).toBe(409)
  })

  test.each([
    { why: 'a part that is ahead', day: '2026-11-24' },
    { why: 'a part that is over', day: '2026-11-22' },
  ])('$why has no code: it is for whoever is in the room', async ({ day }) => {
    expect((await (await shown({ day })).answer).status).toBe(409)
  })

  test('guessing ends after ten: the eleventh waits, even when it is right', async () => {
    const { answer } = await shown()
    const { code } = await done(answer)
    const wrong = code === '000000' ? '000001' : '000000'
    const statuses: number[] = []
    for (let at = 0; at < 12; at++) statuses.push((await signIn(wrong)).status)
    expect(statuses).toContain(429)
    expect((await signIn(code)).status).toBe(429)
  })
})
