import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MentoringHome } from '../../api/shapes/mentoring.ts'
import { insertRows } from '../../db/insert.ts'
import {
  COUNTY,
  keep,
  lookAfter,
  type Mentoring,
  mentorNamed,
  openMentoring,
  session,
  TODAY,
} from './mentored.ts'
import { ok } from './served.ts'

let world: Mentoring
beforeAll(async () => {
  world = await openMentoring()
})
afterAll(() => world.served.close())

/** A mentor of one new person. */
let mentor: Mentoring['first']
let person: { id: string; name: string }
let count = 0
beforeEach(async () => {
  world.now.today = TODAY
  mentor = await mentorNamed(world.served, `home-${++count}`, '祝长青')
  person = world.spare.pop()!
  await lookAfter(world.served, mentor.id, [person])
})

const home = async (of = mentor) => {
  const body = await ok(await of.get('/mentoring'))
  expect(MentoringHome.parse(body)).toEqual(body)
  return MentoringHome.parse(body)
}

describe('the next meeting', () => {
  const cases: {
    sessions: { heldOn: string; nextOn?: string }[]
    meetBy: string
    due: { kind: string; on: string; lateDays: number } | null
    why: string
  }[] = [
    {
      sessions: [],
      meetBy: '2026-04-02',
      due: { kind: 'meeting', on: '2026-04-02', lateDays: 235 },
      why: 'never met: 31 days after the mentorship began',
    },
    {
      sessions: [{ heldOn: '2026-11-20' }],
      ...{ meetBy: '2026-12-21', due: null, why: 'met lately: four weeks are left' },
    },
    {
      sessions: [{ heldOn: '2026-10-30' }],
      meetBy: '2026-11-30',
      due: { kind: 'meeting', on: '2026-11-30', lateDays: 0 },
      why: 'a week is left',
    },
    {
      sessions: [{ heldOn: '2026-10-31' }],
      ...{ meetBy: '2026-12-01', due: null, why: 'more than a week is left' },
    },
    {
      sessions: [{ heldOn: '2026-11-10', nextOn: '2026-11-22' }],
      meetBy: '2026-11-22',
      due: { kind: 'meeting', on: '2026-11-22', lateDays: 1 },
      why: 'agreed for yesterday',
    },
    {
      sessions: [{ heldOn: '2026-10-10', nextOn: '2027-03-01' }],
      meetBy: '2026-11-10',
      due: { kind: 'meeting', on: '2026-11-10', lateDays: 13 },
      why: 'what was agreed is later than policy has it',
    },
    {
      sessions: [{ heldOn: '2026-11-10', nextOn: '2026-11-22' }, { heldOn: '2026-11-21' }],
      ...{ meetBy: '2026-12-22', due: null, why: 'they have met again since' },
    },
  ]
  test.each(cases)('$meetBy: $why', async ({ sessions, meetBy, due }) => {
    for (const about of sessions) await ok(await keep(mentor, session(person, about)))
    const { mentees, due: dues } = await home()
    const lastOn = sessions.at(-1)?.heldOn ?? null
    expect(mentees).toMatchObject([{ talent: person, meetBy, lastOn, due }])
    expect(dues).toMatchObject(due ? [{ ...due, talent: person }] : [])
  })
})

describe('the opinion of the quarter', () => {
  const cases = [
    { today: '2026-11-30', on: null, lateDays: 0, why: 'more than 30 days before its end' },
    { today: '2026-12-01', on: '2026-12-31', lateDays: 0, why: '30 days before its end' },
    { today: '2027-01-15', on: '2026-12-31', lateDays: 15, why: 'while the township checks it' },
    { today: '2027-01-16', on: null, lateDays: 0, why: 'when the township’s check is late itself' },
  ]
  const due = async () => (await home()).due.find(({ kind }) => kind === 'check') ?? null

  test.each(cases)('$on on $today: $why', async ({ today, on, lateDays }) => {
    world.now.today = today
    expect(await due()).toEqual(on && expect.objectContaining({ on, lateDays }))
  })

  test('is due no more once it was given', async () => {
    world.now.today = '2026-12-01'
    const opinion = {
      ...{ ...COUNTY, id: `${person.id}-opinion`, talentId: person.id, kind: 'mentor' as const },
      ...{ period: '2026-Q4', grades: '{}', grade: 'good' as const, remarks: '' },
      ...{ accountId: mentor.id, accountName: mentor.name, position: null },
      ...{ signedAt: '2026-12-01T02:00:00.000Z', supersededAt: null },
    }
    await insertRows(world.db, COUNTY, 'appraisals', [opinion])
    expect(await due()).toBeNull()
  })
})

describe('what a person does now', () => {
  const onTrial = (startsOn: string) =>
    insertRows(world.db, COUNTY, 'trialPosts', [
      {
        ...{ ...COUNTY, id: `${person.id}-trial`, talentId: person.id, duties: '协助村务' },
        ...{ villageCode: '370406104218', kind: 'chair-assistant' as const },
        ...{ startsOn, endsOn: '2027-03-31', state: 'running' as const },
        ...{ endedOn: null, grade: null, conclusion: '', signedBy: null, signedName: null },
        ...{ signedPosition: null, signedAt: null, statusBefore: 'reserve' as const },
        ...{ superseded: '[]', countedAt: null, createdAt: '2026-06-24T00:00:00.000Z' },
        ...{ createdBy: mentor.id, revision: 1 },
      },
    ])

  test.each([
    { startsOn: '2026-06-24', zh: '主任助理第 5 个月', why: 'the last day of the fifth month' },
    { startsOn: '2026-06-23', zh: '主任助理第 6 个月', why: 'the first day of the sixth' },
    { startsOn: '2026-11-23', zh: '主任助理第 1 个月', why: 'begun today' },
  ])('$zh: $why', async ({ startsOn, zh }) => {
    await onTrial(startsOn)
    expect((await home()).mentees[0]!.line?.zh).toBe(zh)
  })

  test('without a trial post the next task, which is late after its day; nothing where there is none', async () => {
    expect((await home()).mentees[0]!.line).toBeNull()
    const next = { aim: '走访八户', dueOn: '2026-11-21' }
    await ok(await keep(mentor, session(person, { next })))
    const { mentees, due } = await home()
    expect(mentees).toMatchObject([
      { line: { zh: '走访八户' }, items: [{ ...next, lateDays: 2, state: 'open' }] },
    ])
    expect(due).toMatchObject([{ kind: 'item', on: '2026-11-21', lateDays: 2, talent: person }])
    expect(due[0]!.item).toBe(mentees[0]!.items[0]!.id)
  })
})

describe('the home of a mentor', () => {
  test('counts the quarter, offers what the last session was, and names nobody of others', async () => {
    const other = world.spare.pop()!
    await lookAfter(world.served, mentor.id, [other])
    await ok(await keep(mentor, session(person, { heldOn: '2026-09-30' })))
    await ok(await keep(mentor, session(person, { heldOn: '2026-10-01' })))
    world.now.at = '2026-11-23T02:10:00.000Z'
    const last = { way: 'phone', minutes: 30, topic: 'thought' } as const
    const wrong = session(other, { heldOn: '2026-10-03' })
    await ok(await keep(mentor, wrong))
    await ok(await keep(mentor, session(other, { heldOn: '2026-10-02', ...last })))
    await ok(await mentor.post(`/mentoring/sessions/${wrong.id}/taking-back`, { reason: '重复' }))
    const shown = await home()
    expect(shown.counts).toEqual({ mentees: 2, menteesMax: 4, quarterSessions: 2 })
    expect(shown).toMatchObject({ today: TODAY, quarter: '2026-Q4', meetEveryDays: 31 })
    expect(shown.last).toEqual({ talent: other.id, ...last })
    const names = shown.mentees.map(({ talent }) => talent.name).sort()
    expect(names).toEqual([person.name, other.name].sort())
  })

  test('somebody whose mentorship ended is in it no more, nor is anything of them', async () => {
    await ok(await keep(mentor, session(person)))
    await ok(await world.served.remove(`/mentorships/${mentor.id}/${person.id}`))
    const shown = await home()
    expect(shown).toMatchObject({ mentees: [], due: [], last: null })
    const { sessions, total } = await ok(await mentor.get('/mentoring/sessions'))
    expect({ sessions, total }).toEqual({ sessions: [], total: 0 })
  })

  test('a session reaches the offices of the place, and no others', async () => {
    const { id } = session(person)
    await ok(await keep(mentor, session(person, { id })))
    const path = `/talents/${person.id}/sessions`
    for (const client of [world.served, world.township])
      expect((await ok(await client.get(path))).sessions).toMatchObject([{ id }])
    const strange = `/talents/${world.strangers[0]!.id}/sessions`
    expect((await world.township.get(strange)).status).toBe(404)
  })
})

test('a list is read page by page, each session once', async () => {
  for (let day = 1; day <= 31; day++)
    await ok(
      await keep(mentor, session(person, { heldOn: `2026-05-${String(day).padStart(2, '0')}` })),
    )
  const first = await ok(await mentor.get(`/mentoring/sessions?talent=${person.id}`))
  expect([first.sessions.length, first.total]).toEqual([30, 31])
  const rest = await ok(
    await mentor.get(`/mentoring/sessions?talent=${person.id}&before=${first.next}`),
  )
  expect(rest).toMatchObject({ sessions: [{ heldOn: '2026-05-01' }], next: null })
  expect((await mentor.get('/mentoring/sessions?before=yesterday')).status).toBe(422)
})
