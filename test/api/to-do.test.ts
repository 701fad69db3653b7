import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escaped, folded } from '../../api/to-do/icalendar.ts'
import { defaultPolicy } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import {
  ASKED,
  accountOf,
  act,
  answered,
  nominated,
  openRound,
  type Round,
  underReview,
} from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

/** Everything is signed on this Monday, three weeks before the tests' today of 2026-11-23: all of it is late. */
const MONDAY = '2026-11-02T01:00:00.000Z'
const clock = () => new Date(MONDAY)
const PASS = { kind: 'pass', note: '', document: '', isOnPaper: false } as const

describe('what waits for whom', () => {
  let round: Round
  beforeAll(async () => {
    round = await openRound({ clock, policy: withReview({ validDays: 14 }) })
    // Nobody is under cultivation: what waits of that is told by cultivation-to-do.test.ts.
    const { db } = round.served.given
    await db.deleteFrom('mentorships').execute()
    await db.updateTable('talents').set({ status: 'registered' }).execute()
  })
  afterAll(() => round.served.close())

  test('nothing waits in a round without nominees, and it says so for each kind of work', async () => {
    expect(await counts(round.township)).toEqual({})
    const { groups } = await toDo(round.township)
    expect(groups.map(({ kind }) => kind)).toEqual([
      ...['signatures', 'acts', 'paper', 'supplements', 'applications', 'talks', 'late', 'drafts'],
      ...['confirmations', 'checks', 'trials', 'pairs', 'readiness'],
    ])
    expect((await toDo(round.reviewer)).groups.map(({ kind }) => kind)).toEqual(['cases'])
  })

  test('a nominee goes from the village through the offices, each time to one of them alone', async () => {
    const nominee = await nominated(round)
    expect(await counts(round.village)).toEqual({ acts: 1 })
    expect(await counts(round.township), 'the level above sees what is late').toEqual({ late: 1 })
    expect(await counts(round.county)).toEqual({ late: 1 })

    await act(round.village, nominee, PASS)
    expect(await counts(round.village)).toEqual({})
    expect(await counts(round.township)).toEqual({ acts: 1 })

    await act(round.township, nominee, { kind: 'ask', note: '请补充学历材料' })
    expect(await counts(round.village)).toEqual({ supplements: 1 })
    expect(await counts(round.township)).toEqual({ late: 1 })

    await act(round.village, nominee, { kind: 'supplement', note: '已补', department: null })
    await act(round.township, nominee, PASS)
    expect(await counts(round.township)).toEqual({})
    expect(await counts(round.reviewer)).toEqual({ cases: 1 })
    expect(await counts(round.police)).toEqual({ cases: 1 })

    await ok(await answered(round.police, nominee, { answer: 'more', note: '请补充户籍材料' }))
    expect(await counts(round.police)).toEqual({})
    expect(await counts(round.township), 'though another department is waited for').toEqual({
      supplements: 1,
    })
    await act(round.township, nominee, { kind: 'supplement', note: '已补', department: 'police' })

    for (const department of [round.reviewer, round.police])
      await ok(await answered(department, nominee, { answer: 'pass' }))
    expect(await counts(round.county)).toEqual({ acts: 1, expiring: 1 })

    await act(round.county, nominee, { kind: 'stop', reason: '本人工作变动' })
    expect(await counts(round.county), 'who is not chosen is talked with').toEqual({ talks: 1 })
    expect(await counts(round.township)).toEqual({ talks: 1 })
    await act(round.township, nominee, {
      ...{ kind: 'talk', talkedOn: '2026-11-23', by: '组织委员', note: '' },
    })
    expect(await counts(round.county)).toEqual({})
  })

  test('each is shown with name, village, stage and how late it is; the look is written down', async () => {
    const nominee = await nominated(round, { name: '李文博', posts: ['chair'] })
    const { groups, total } = await toDo(round.village)
    expect(total).toBe(1)
    expect(groups.find(({ kind }) => kind === 'acts')?.items).toMatchObject([
      {
        ...{ nominee, name: '李文博', place: { code: HONGMEN }, waitsFor: 'village' },
        ...{ stage: { zh: '村自查', en: 'Village self-check' } },
        // Five working days after Monday the 2nd.
        ...{ dueOn: '2026-11-09', lateDays: 14 },
      },
    ])
    const auditor = await round.served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?action=to-do.read&limit=1')).json()
    expect(entries).toMatchObject([{ role: 'village' }])
  })

  test.each([
    { village: '370406104201', posts: ['chair' as const], why: 'nobody signs in for the village' },
    { village: null, posts: [], why: 'for the pool only, which no village sees' },
  ])('the township enters what is signed on paper: $why', async ({ village, posts }) => {
    const before = await counts(round.township)
    const name = village === null ? '刘思敏' : '周振宇'
    await nominated(round, { name, village, posts })
    const after = await counts(round.township)
    expect(after).toEqual({ ...before, paper: (before.paper ?? 0) + 1 })
  })

  test('drafts are the account’s own and no work of anybody else', async () => {
    const before = await (await round.township.get('/to-do/counts')).json()
    const draft = { round: round.id, talent: await idOf(round.served, '宋雅楠'), body: {} }
    await ok(await round.township.put(`/nominations/drafts/${newId()}`, draft))
    expect(await counts(round.township)).toMatchObject({ drafts: 1 })
    expect(await counts(round.county)).not.toHaveProperty('drafts')
    expect(await (await round.township.get('/to-do/counts')).json()).toEqual(before)
  })

  test('the figures of the bell are those of the page', async () => {
    for (const client of [round.county, round.township, round.village, round.reviewer]) {
      const { total } = await toDo(client)
      expect(await (await client.get('/to-do/counts')).json()).toMatchObject({ total })
    }
  })
})

describe('where positions sign', () => {
  let round: Round
  let secretary: SignedInClient
  beforeAll(async () => {
    const stages = defaultPolicy.review.stages.map((stage) =>
      stage.id === 'township-review'
        ? {
            ...stage,
            signers: ['township-secretary', 'police-head'],
            signersFor: 'combined' as const,
          }
        : stage,
    )
    round = await openRound({ clock, policy: withReview({ stages }) })
    secretary = await accountOf(round.served, {
      ...{ username: 'beizhuang-secretary', name: '田野', role: 'township', position: '党委书记' },
      ...{ township: HONGMEN.slice(0, 9), signsAs: 'township-secretary' },
    })
  })
  afterAll(() => round.served.close())

  test('it waits for whoever signs for one of them, until they have, and for nobody else of the office', async () => {
    const nominee = await nominated(round, { posts: ['secretary', 'chair'] })
    await act(round.village, nominee, PASS)
    expect(await counts(secretary)).toEqual({ signatures: 1 })
    expect(await counts(round.township)).toEqual({})
    await act(secretary, nominee, PASS)
    expect(await counts(secretary)).toEqual({})
  })

  test('it waits for the office where the person is proposed for one post alone', async () => {
    const nominee = await nominated(round, { name: '李文博', posts: ['committee-member'] })
    await act(round.village, nominee, PASS)
    expect(await counts(round.township)).toEqual({ acts: 1 })
    expect(await counts(secretary)).toEqual({ acts: 1 })
  })
})

describe('reminders and messages', () => {
  let round: Round
  let nominee: string
  beforeAll(async () => {
    round = await openRound({ clock })
    nominee = await nominated(round)
  })
  afterAll(() => round.served.close())

  test('the level below is told once a day; one entry says how many', async () => {
    const first = await reminded(round.township, nominee)
    expect(first).toMatchObject({ nominees: 1, skipped: [] })
    expect(first.told).toBeGreaterThan(0)
    expect(await reminded(round.township, nominee)).toEqual({
      ...{ told: 0, nominees: 0, skipped: [{ nominee, why: 'told-today' }] },
    })
    const auditor = await round.served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?action=nominee.reminded')).json()
    expect(entries.map(({ detail }: { detail: object }) => detail)).toEqual([
      { told: 0, nominees: 0, skipped: 1 },
      { told: first.told, nominees: 1, skipped: 0 },
    ])
  })

  test('the message names the person and the stage, and is read once', async () => {
    const before = await messages(round.village)
    expect(before).toMatchObject({
      unread: 1,
      messages: [
        {
          ...{ kind: 'reminder', readAt: null, lateDays: 14 },
          nominee: { id: nominee, name: '宋雅楠', stage: { zh: '村自查' } },
        },
      ],
    })
    const ids = before.messages.map(({ id }) => id)
    const others = await ok(await round.county.post('/messages/reading', { ids }))
    expect(others, 'nobody reads another’s').toEqual({ read: 0 })
    expect(await ok(await round.village.post('/messages/reading', { all: true }))).toEqual({
      read: 1,
    })
    expect(await messages(round.village)).toMatchObject({
      unread: 0,
      messages: [{ readAt: MONDAY }],
    })
  })

  test('the office does not remind itself, the county does not wait for itself', async () => {
    await act(round.village, nominee, PASS)
    const own = await reminded(round.township, nominee)
    expect(own.skipped).toEqual([{ nominee, why: 'not-below' }])
    expect(await reminded(round.county, nominee)).toMatchObject({ nominees: 1 })
    expect((await messages(round.township)).messages).toMatchObject([{ kind: 'reminder' }])
  })

  test('departments that have not answered are told, and read no name once the case is closed', async () => {
    await act(round.township, nominee, PASS)
    await ok(await answered(round.police, nominee, { answer: 'pass' }))
    expect(await reminded(round.county, nominee)).toMatchObject({ nominees: 1 })
    expect((await messages(round.police)).messages, 'it has answered').toEqual([])
    expect((await messages(round.reviewer)).messages).toMatchObject([
      { nominee: { name: '宋雅楠' } },
    ])
    await act(round.county, nominee, { kind: 'stop', reason: '本人工作变动' })
    expect((await messages(round.reviewer)).messages).toMatchObject([{ nominee: null }])
  })

  test('where nobody signs in for the village its township is told instead', async () => {
    const other = await nominated(round, { name: '周振宇', village: '370406104201' })
    expect((await reminded(round.township, other)).skipped).toEqual([
      { nominee: other, why: 'nobody' },
    ])
    const told = async () => (await messages(round.township)).unread
    const before = await told()
    expect(await reminded(round.county, other)).toMatchObject({ nominees: 1 })
    expect(await told()).toBe(before + 1)
  })

  test('of another township is not found, and the attempt is written down', async () => {
    const answer = await round.township.post('/nominees/reminders', { nominees: [newId()] })
    expect(await problemIn(answer)).toMatchObject({ status: 404 })
    const auditor = await round.served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?outcome=denied&limit=1')).json()
    expect(entries).toMatchObject([{ action: 'nominee.missed', role: 'township' }])
  })
})

describe('the calendar file', () => {
  let round: Round
  beforeAll(async () => {
    round = await openRound({ clock })
    await nominated(round)
    await underReview(round, { name: '李文博', posts: ['chair'] })
  })
  afterAll(() => round.served.close())

  test('is off until the administrator switches it on', async () => {
    expect(await problemIn(await round.village.get('/to-do/calendar.ics'))).toMatchObject({
      ...{ status: 404, type: '/problems/not-found' },
    })
    await switchedOn(round)
    expect((await round.village.get('/to-do/calendar.ics')).status).toBe(200)
  })

  test('has one entry for each day, with counts and places and nobody’s name', async () => {
    const answer = await round.village.get('/to-do/calendar.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines).toContain('DTSTART;VALUE=DATE:20261109')
    expect(lines).toContain('DTSTAMP:20261102T010000Z')
    expect(lines).toContain('SUMMARY:提名与联审到期 1 件')
    expect(lines.some((line) => line.startsWith('DESCRIPTION:洪门村'))).toBe(true)
    for (const name of ['宋雅楠', '李文博']) expect(text).not.toContain(name)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('a department’s has its own days', async () => {
    const text = await (await round.reviewer.get('/to-do/calendar.ics?language=en')).text()
    expect(text).toContain('SUMMARY:Nomination and review: 1 due')
  })
})

/** RFC 5545, 3.1 and 3.3.11. */
describe('a line of a calendar', () => {
  test.each([
    { line: 'SUMMARY:due', why: 'short ones stay' },
    { line: `DESCRIPTION:${'村'.repeat(40)}`, why: 'no sign of three octets is cut in two' },
    { line: 'x'.repeat(75), why: 'as long as one line may be' },
    { line: 'x'.repeat(224), why: 'a line that goes on has one octet less' },
  ])('is folded at 75 octets: $why', ({ line }) => {
    const lines = folded(line).split('\r\n')
    for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
  })

  test.each([
    { text: 'a,b;c\\d', says: 'a\\,b\\;c\\\\d' },
    { text: 'one\ntwo\r\nthree', says: 'one\\ntwo\\nthree' },
  ])('has its signs escaped: $text', ({ text, says }) => {
    expect(escaped(text)).toBe(says)
  })
})

type ToDo = {
  groups: { kind: string; count: number; late: number; items: unknown[] }[]
  total: number
}

async function toDo(client: SignedInClient): Promise<ToDo> {
  return ok(await client.get('/to-do'))
}

/** How many of each kind of work; kinds of which nothing waits are left out. */
async function counts(client: SignedInClient): Promise<Record<string, number>> {
  const { groups } = await toDo(client)
  for (const { count, items } of groups) expect(items).toHaveLength(Math.min(5, count))
  const some = groups.filter(({ count }) => count > 0)
  return Object.fromEntries(some.map(({ kind, count }) => [kind, count]))
}

type Messages = { unread: number; messages: { id: string; kind: string }[] }

async function messages(client: SignedInClient): Promise<Messages> {
  return ok(await client.get('/messages'))
}

type Reminded = { told: number; nominees: number; skipped: unknown[] }

async function reminded(client: SignedInClient, nominee: string): Promise<Reminded> {
  return ok(await client.post('/nominees/reminders', { nominees: [nominee] }))
}

async function switchedOn({ served }: Round): Promise<void> {
  const admin = await served.as('demo-admin')
  const { version, settings } = await ok(await admin.get('/settings'))
  await ok(
    await admin.put('/settings', { version, settings: { ...settings, hasCalendarFile: true } }),
  )
}

function withReview(change: Partial<typeof defaultPolicy.review>) {
  return { ...defaultPolicy, review: { ...defaultPolicy.review, departments: ASKED, ...change } }
}
