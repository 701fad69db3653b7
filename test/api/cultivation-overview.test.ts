import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/schema.ts'
import { TOWNSHIP } from '../cast.ts'
import { databases } from '../databases.ts'
import { fewRows, type Served, type SignedInClient, serve } from './served.ts'

const COUNTY = '370406'
const NOW = '2026-11-23T08:00:00.000Z'
const NEIGHBOUR = '370406103'

describe.each(databases)('the overview of cultivation on $engine', ({ open }) => {
  let served: Served
  let township: SignedInClient
  let mentor: { id: string; client: SignedInClient }
  /** Six people of the township and one of the neighbour, who alone are under cultivation. */
  let people: string[]
  let away: string

  beforeAll(async () => {
    served = await serve({ open, rows: fewRows() })
    const { db } = served.given
    township = await served.as('demo-township')
    const account = await db
      .selectFrom('accounts')
      .select('id')
      .where('username', '=', 'demo-mentor')
      .executeTakeFirstOrThrow()
    mentor = { id: account.id, client: await served.as('demo-mentor') }
    for (const table of MADE) await db.deleteFrom(table).execute()
    await db.updateTable('talents').set({ status: 'registered' }).execute()
    const homes = await db
      .selectFrom('talents')
      .select(['id', 'homeTownshipCode'])
      .orderBy('homeVillageCode')
      .orderBy('id')
      .execute()
    const at = (code: string) => homes.filter((one) => one.homeTownshipCode === code)
    people = at(TOWNSHIP)
      .slice(0, 6)
      .map(({ id }) => id)
    away = at(NEIGHBOUR)[0]!.id
    await db
      .updateTable('talents')
      .set({ status: 'reserve' })
      .where('id', 'in', [...people, away])
      .execute()
  })
  afterAll(() => served.close())

  const insert = async <T extends (typeof MADE)[number]>(table: T, rows: Database[T][]) => {
    await served.given.db
      .insertInto(table)
      .values(rows as never)
      .execute()
  }
  const looksAfter = (talentId: string, startedOn: string) =>
    insert('mentorships', [
      { countyCode: COUNTY, mentorId: mentor.id, talentId, startedOn, endedOn: null },
    ])
  const met = (talentId: string, heldOn: string, takenBackAt: string | null = null) =>
    insert('mentoringSessions', [
      {
        ...{ countyCode: COUNTY, id: crypto.randomUUID(), mentorId: mentor.id, talentId, heldOn },
        ...{ minutes: 30, way: 'talk', topic: 'industry', agreed: '', progress: null, seen: '[]' },
        ...{ nextOn: null, keptAt: NOW, createdAt: NOW, isAnother: 1, takenBackAt },
        ...{ takenBackBy: null, takenBackReason: null },
      },
    ])
  const overview = async (who: SignedInClient = served, quarter = '') =>
    (await who.get(`/cultivation/overview${quarter && `?quarter=${quarter}`}`)).json()
  const line = async (code = TOWNSHIP, who: SignedInClient = served) => {
    const { townships } = await overview(who)
    return townships.find((one: { township: { code: string } }) => one.township.code === code)
  }
  const behind = async (lack: string, more = '', who: SignedInClient = served) => {
    const answer = await (await who.get(`/cultivation/overview/people?lack=${lack}${more}`)).json()
    return answer.people.map(({ talent }: { talent: { id: string } }) => talent.id).sort()
  }
  const some = (...at: number[]) => at.map((one) => people[one]!).sort()

  test('counts whoever is under cultivation by the township of the home, and nobody else', async () => {
    const { total, townships } = await overview()
    expect(total).toMatchObject({ people: 7, mentored: 0, planned: 0, met: 0, checked: 0 })
    expect(townships.map((one: { people: number }) => one.people).sort()).toEqual([1, 6])
    expect(await behind('people', `&township=${NEIGHBOUR}`)).toEqual([away])
  })

  test('a township reads its own line and people alone', async () => {
    const { townships } = await overview(township)
    expect(townships.map((one: { township: { code: string } }) => one.township.code)).toEqual([
      TOWNSHIP,
    ])
    expect(await behind('people', '', township)).toEqual(some(0, 1, 2, 3, 4, 5))
    const elsewhere = `/cultivation/overview/people?lack=people&township=${NEIGHBOUR}`
    expect((await township.get(elsewhere)).status).toBe(404)
  })

  test('a meeting counts in its quarter; one that was taken back counts nowhere', async () => {
    for (const one of some(0, 1, 2)) await looksAfter(one, '2026-08-01')
    await looksAfter(people[3]!, '2026-11-15')
    await met(people[0]!, '2026-11-20')
    await met(people[0]!, '2026-09-30')
    await met(people[1]!, '2026-10-01')
    await met(people[2]!, '2026-11-20', NOW)
    expect(await line()).toMatchObject({
      ...{ mentored: 4, met: 1, meetingDue: 3, meetings: 2, meetingsBefore: 1 },
    })
    expect(await behind('unmet'), 'whoever has had a mentor for a week is not late').toEqual(
      some(1, 2),
    )
    expect(await behind('unmentored', `&township=${TOWNSHIP}`)).toEqual(some(4, 5))
  })

  test.each([
    { on: '2026-10-23', isMet: true, why: '31 days ago, as the policy asks' },
    { on: '2026-10-22', isMet: false, why: 'a day longer' },
  ])('met on $on is in time: $isMet, $why', async ({ on, isMet }) => {
    await served.given.db.deleteFrom('mentoringSessions').execute()
    await met(people[0]!, on)
    expect((await line()).met).toBe(isMet ? 1 : 0)
  })

  test('items that are late and that wait for the office are told apart', async () => {
    const item = (talentId: string, state: 'open' | 'reported' | 'done', dueOn: string) => ({
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId, planId: null, sessionId: null },
      ...{
        kind: 'task' as const,
        aim: '整理台账',
        dueOn,
        evidence: '',
        criteria: '[]',
        rules: '[]',
      },
      ...{ state, result: '', grade: null, doneOn: state === 'open' ? null : '2026-11-10' },
      ...{ reason: null, reportedAt: null, reportedBy: null, confirmedAt: null },
      ...{ confirmedBy: null, createdAt: NOW, createdBy: mentor.id, revision: 1 },
    })
    await insert('cultivationItems', [
      item(people[0]!, 'open', '2026-11-22'),
      item(people[0]!, 'open', '2026-11-23'),
      item(people[1]!, 'reported', '2026-11-01'),
      item(people[2]!, 'done', '2026-11-01'),
    ])
    expect(await line()).toMatchObject({ itemsOpen: 2, itemsLate: 1, itemsReported: 1 })
    expect(await behind('late')).toEqual(some(0))
    expect(await behind('reported')).toEqual(some(1))
    const { months } = await (await served.get('/cultivation/pulse')).json()
    expect(months.at(-1), 'only what an office confirmed is done').toMatchObject({
      ...{ month: '2026-11', items: 1 },
    })
    expect(months).toHaveLength(12)
  })

  test('hours count against the duty, of courses that were not cancelled', async () => {
    const course = (id: string, state: 'finished' | 'cancelled') => ({
      ...{ countyCode: COUNTY, id, name: '培训班', level: 'county' as const, townshipCode: null },
      ...{ trainerId: null, organiser: '区委党校', place: '', startsOn: '2026-05-01', state },
      ...{ endsOn: '2026-05-02', criteria: '[]', cancelledReason: null, finishedAt: null },
      ...{ createdAt: NOW, createdBy: mentor.id, revision: 1 },
    })
    const part = (id: string, courseId: string, hours: number) => ({
      ...{ countyCode: COUNTY, id, courseId, heldOn: '2026-05-01', fromMinute: null, hours },
      ...{ topic: '', place: '', codeDigest: null, codeUntil: null },
    })
    const there = (courseSessionId: string, talentId: string, status: 'present' | 'absent') => ({
      ...{ countyCode: COUNTY, courseSessionId, talentId, status, via: 'list' as const, at: NOW },
      accountId: mentor.id,
    })
    await insert('courses', [course('held', 'finished'), course('cancelled', 'cancelled')])
    await insert('courseSessions', [part('long', 'held', 24), part('never', 'cancelled', 24)])
    await insert('courseAttendances', [
      there('long', people[0]!, 'present'),
      there('long', people[1]!, 'absent'),
      there('never', people[2]!, 'present'),
    ])
    expect(await line()).toMatchObject({ owing: 6, trained: 1, hours: 24 })
    expect(await behind('short', `&township=${TOWNSHIP}`)).toEqual(some(1, 2, 3, 4, 5))
    expect((await line(TOWNSHIP, township)).hours, 'a township adds up the same').toBe(24)
  })

  test.each([
    { endsOn: '2026-11-22', is: 'trials-over', not: 'trials-ending' },
    { endsOn: '2026-12-23', is: 'trials-ending', not: 'trials-over' },
    { endsOn: '2026-12-24', is: 'trials', not: 'trials-ending' },
  ])('a trial post until $endsOn is among $is, not among $not', async ({ endsOn, is, not }) => {
    await served.given.db.deleteFrom('trialPosts').execute()
    await insert('trialPosts', [
      {
        ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId: people[4]!, duties: '' },
        ...{ villageCode: '370406104218', kind: 'trial-post', startsOn: '2026-08-24', endsOn },
        ...{ state: 'running', endedOn: null, grade: null, conclusion: '', signedBy: null },
        ...{ signedName: null, signedPosition: null, signedAt: null, statusBefore: null },
        ...{ superseded: '[]', countedAt: null, createdAt: NOW, createdBy: mentor.id, revision: 1 },
      },
    ])
    expect(await behind(is)).toEqual(some(4))
    expect(await behind(not)).toEqual([])
  })

  test('checks and opinions belong to their quarter; what was superseded counts no more', async () => {
    const signed = (kind: 'quarter' | 'mentor', talentId: string, supersededAt: string | null) => ({
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId, kind, period: '2026-Q3' },
      ...{ grades: '{}', grade: null, remarks: '', accountId: mentor.id, accountName: '' },
      ...{ position: null, signedAt: NOW, supersededAt },
    })
    await insert('appraisals', [
      signed('quarter', people[0]!, null),
      signed('quarter', people[1]!, NOW),
      signed('mentor', people[1]!, null),
    ])
    expect((await overview(served, '2026-Q3')).total).toMatchObject({ checked: 1, opined: 1 })
    expect((await overview()).total).toMatchObject({ checked: 0, opined: 0 })
    expect(await behind('unopined', '&quarter=2026-Q3')).toEqual(some(0, 2, 3))
  })

  test.each([
    { quarter: '2027-Q1', status: 422, why: 'of the future' },
    { quarter: '2020-Q1', status: 422, why: 'long ago' },
    { quarter: '2026-Q5', status: 422, why: 'none' },
  ])('a quarter that is $why is refused', async ({ quarter, status }) => {
    expect((await served.get(`/cultivation/overview?quarter=${quarter}`)).status).toBe(status)
  })

  test('a mentor who is late is told once a day, of those alone who wait', async () => {
    const { db } = served.given
    await db.deleteFrom('mentoringSessions').execute()
    await db.deleteFrom('messages').execute()
    await met(people[0]!, '2026-11-20')
    await met(people[1]!, '2026-10-01')
    const remind = (talents: string[], who = township) =>
      who.post('/cultivation/reminders', { talents })
    const all = some(0, 1, 2, 3)
    expect(await (await remind(all)).json()).toEqual({ told: 1, people: 2 })
    expect(await (await remind(all)).json(), 'the same day').toEqual({ told: 0, people: 0 })
    const { messages, unread } = await (await mentor.client.get('/messages')).json()
    expect(unread).toBe(2)
    const told = messages.map((one: { talent: { id: string }; lateDays: number }) => [
      one.talent.id,
      one.lateDays,
    ])
    expect(Object.fromEntries(told)).toEqual({
      // 31 days after 1 October, and after the mentorship began on 1 August.
      [people[1]!]: 22,
      [people[2]!]: 83,
    })
    expect((await remind([away])).status, 'of another township').toBe(404)
  })

  test('looks are written down without names', async () => {
    const auditor = await served.as('demo-auditor')
    await behind('people', `&township=${NEIGHBOUR}`)
    const { entries } = await (await auditor.get('/audit?limit=1')).json()
    expect(entries).toMatchObject([{ action: 'cultivation.people-read', subjects: [away] }])
  })
})

/** Those that refer to others first. */
const MADE = [
  ...(['evaluationAnswers', 'evaluationCodes', 'evaluations', 'courseAttendances'] as const),
  ...(['courseParticipants', 'courseSessions', 'courses', 'entryFiles', 'entryAdditions'] as const),
  ...(['cultivationItems', 'cultivationPlans', 'mentoringSessions', 'trialPosts'] as const),
  ...(['appraisals', 'attendances', 'mentorshipProposals', 'mentorships'] as const),
] as const
