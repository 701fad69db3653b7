import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import {
  keep,
  keptOf,
  lookAfter,
  type Mentoring,
  openMentoring,
  session,
  withNewMentee,
} from './mentored.ts'
import { ok, problemIn } from './served.ts'

describe.each(databases)('a session on $engine', ({ open }) => {
  let world: Mentoring
  beforeEach(async () => {
    world = await openMentoring({ open })
  })
  afterEach(() => world.served.close())

  test('that is sent five times at the same moment is kept once, and said to be there', async () => {
    const { first, talent } = world
    const body = session(talent, { next: { aim: '走访八户', dueOn: '2026-11-29' } })
    const answers = await Promise.all(Array.from({ length: 5 }, () => keep(first, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(new Set(bodies.map((it) => JSON.stringify(it.session))).size).toBe(1)
    expect(await keptOf(world, talent)).toHaveLength(1)
    const items = await world.db
      .selectFrom('cultivationItems')
      .select(['aim', 'kind', 'state'])
      .where('sessionId', '=', body.id)
      .execute()
    expect(items).toEqual([{ aim: '走访八户', kind: 'task', state: 'open' }])
  })

  test('of the same day from another phone at the same moment asks, with what is there', async () => {
    const { first, talent } = world
    const bodies = [30, 60, 90, 120].map((minutes) => session(talent, { minutes }))
    const answers = await Promise.all(bodies.map((body) => keep(first, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const [kept] = await keptOf(world, talent)
    for (const answer of answers.filter(({ status }) => status === 409)) {
      const problem = await answer.json()
      expect(problem.type).toBe('/problems/same-day')
      expect(problem.session).toMatchObject({ id: kept!.id, minutes: kept!.minutes })
    }
  })

  test('of two people who share a moment is kept for each', async () => {
    const { first, mentees } = world
    const answers = await Promise.all(mentees.map((one) => keep(first, session(one))))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })
})

describe('what comes once more', () => {
  let shared: Mentoring
  let world: Mentoring
  beforeAll(async () => {
    shared = await openMentoring()
  })
  afterAll(() => shared.served.close())
  beforeEach(async () => {
    world = await withNewMentee(shared)
  })

  const cases: {
    why: string
    given: (world: Mentoring) => Promise<{ client: Mentoring['first']; body: unknown }>
    status: number
    type?: string
    rows: number
  }[] = [
    {
      why: 'the answer was lost',
      given: async ({ first, talent }) => {
        const body = session(talent)
        await ok(await keep(first, body))
        return { client: first, body }
      },
      ...{ status: 200, rows: 1 },
    },
    {
      why: 'the answer was lost, and the mentorship has ended meanwhile',
      given: async ({ first, talent, served, now }) => {
        const body = session(talent)
        await ok(await keep(first, body))
        await served.remove(`/mentorships/${first.id}/${talent.id}`)
        now.today = '2027-06-01'
        return { client: first, body }
      },
      ...{ status: 200, rows: 1 },
    },
    {
      why: 'it was taken back: it does not rise again',
      given: async ({ first, talent }) => {
        const body = session(talent)
        await ok(await keep(first, body))
        await ok(
          await first.post(`/mentoring/sessions/${body.id}/taking-back`, { reason: '记错人' }),
        )
        return { client: first, body }
      },
      ...{ status: 200, rows: 1 },
    },
    {
      why: 'what was signed is not rewritten by the same id',
      given: async ({ first, talent }) => {
        const body = session(talent)
        await ok(await keep(first, body))
        return { client: first, body: { ...body, agreed: '另外的话' } }
      },
      ...{ status: 409, type: 'conflict', rows: 1 },
    },
    {
      why: 'the id is that of another mentor',
      given: async ({ first, second, talent, served }) => {
        const body = session(talent)
        await ok(await keep(first, body))
        await lookAfter(served, second.id, [talent])
        return { client: second, body }
      },
      ...{ status: 409, type: 'conflict', rows: 1 },
    },
    {
      why: 'the mentor says that it was another meeting',
      given: async ({ first, talent }) => {
        await ok(await keep(first, session(talent)))
        return { client: first, body: session(talent, { isAnother: true }) }
      },
      ...{ status: 201, rows: 2 },
    },
    {
      why: 'the only one of the day is one that was another: still asked',
      given: async ({ first, talent }) => {
        await ok(await keep(first, session(talent, { isAnother: true })))
        return { client: first, body: session(talent) }
      },
      ...{ status: 409, type: 'same-day', rows: 1 },
    },
    {
      why: 'the one of the day was taken back',
      given: async ({ first, talent }) => {
        const wrong = session(talent)
        await ok(await keep(first, wrong))
        await ok(
          await first.post(`/mentoring/sessions/${wrong.id}/taking-back`, { reason: '时长有误' }),
        )
        return { client: first, body: session(talent) }
      },
      ...{ status: 201, rows: 2 },
    },
    {
      why: 'the record was merged into another meanwhile: it goes to the one that stayed',
      given: async ({ first, talent, spare, db }) => {
        const old = spare.pop()!
        const change = { mergedInto: talent.id }
        await db.updateTable('talents').set(change).where('id', '=', old.id).execute()
        return { client: first, body: session(old) }
      },
      ...{ status: 201, rows: 1 },
    },
    {
      why: 'a refused one is mended and sent with the same id',
      given: async ({ first, talent }) => {
        const body = session(talent, { minutes: 1_800 })
        expect((await keep(first, body)).status).toBe(422)
        return { client: first, body: { ...body, minutes: 180 } }
      },
      ...{ status: 201, rows: 1 },
    },
  ]
  test.each(cases)('$status: $why', async ({ given, status, type, rows }) => {
    const { client, body } = await given(world)
    const answer = await keep(client, body)
    expect(answer.status).toBe(status)
    const text = await answer.text()
    if (type) expect(JSON.parse(text).type).toBe(`/problems/${type}`)
    expect(await keptOf(world, world.talent)).toHaveLength(rows)
  })

  test('to another mentor who holds the id nothing of the session is told', async () => {
    const { first, second, talent, served } = world
    const body = session(talent)
    await ok(await keep(first, body))
    await lookAfter(served, second.id, [world.mentees[1]!])
    const answer = await keep(second, { ...session(world.mentees[1]!), id: body.id })
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(text).not.toContain(body.agreed)
    expect(text).not.toContain(talent.id)
  })

  test('an addition with the id of the phone is there once', async () => {
    const { first, talent } = world
    const { id } = session(talent)
    await ok(await keep(first, session(talent, { id })))
    const addition = { id: newId(), text: '补充：走访表已交' }
    await ok(await first.post(`/mentoring/sessions/${id}/additions`, addition))
    const { session: shown } = await ok(
      await first.post(`/mentoring/sessions/${id}/additions`, addition),
    )
    expect(shown.additions).toMatchObject([{ text: '补充：走访表已交', by: '祝长青' }])
    const other = { ...addition, text: '补充：另有两户未走访' }
    const refused = await problemIn(await first.post(`/mentoring/sessions/${id}/additions`, other))
    expect(refused).toMatchObject({ status: 409, type: '/problems/conflict' })
  })

  test('a session that was taken back is added to no more, and not taken back again', async () => {
    const { first, talent } = world
    const { id } = session(talent)
    await ok(await keep(first, session(talent, { id })))
    await ok(await first.post(`/mentoring/sessions/${id}/taking-back`, { reason: '记错人' }))
    for (const [path, body] of [
      ['additions', { text: '补充' }],
      ['taking-back', { reason: '记错人' }],
    ] as const) {
      const answer = await first.post(`/mentoring/sessions/${id}/${path}`, body)
      expect(await problemIn(answer)).toMatchObject({
        status: 409,
        type: '/problems/already-finished',
      })
    }
  })
})
