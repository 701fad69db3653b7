import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../db/schema.ts'
import { databases } from '../databases.ts'
import { fewRows, type Served, type SignedInClient, serve } from './served.ts'

const COUNTY = '370406'
const NOW = '2026-10-05T08:00:00.000Z'
const HONGMEN = '370406104218'

type Who = 'mentor' | 'village' | 'township' | 'county' | 'talent'

describe.each(databases)('what waits of cultivation on $engine', ({ open }) => {
  let served: Served
  let by: Record<Who, SignedInClient>
  let mentor: string
  /** The person of the account, who is a reserve of the village. */
  let own: string
  let today = '2026-10-05'

  beforeAll(async () => {
    served = await serve({ open, rows: fewRows(), today: () => today, clock: () => new Date(NOW) })
    const { db } = served.given
    const names = ['mentor', 'village', 'township', 'county', 'talent'] as const
    const clients = await Promise.all(names.map((name) => served.as(`demo-${name}`)))
    by = Object.fromEntries(names.map((name, at) => [name, clients[at]])) as typeof by
    const accounts = await db.selectFrom('accounts').selectAll().execute()
    mentor = accounts.find(({ username }) => username === 'demo-mentor')!.id
    own = accounts.find(({ username }) => username === 'demo-talent')!.talentId!
  })
  afterAll(() => served.close())
  beforeEach(async () => {
    today = '2026-10-05'
    const { db } = served.given
    for (const table of MADE) await db.deleteFrom(table).execute()
    await db.updateTable('talents').set({ status: 'registered' }).execute()
    await db.updateTable('talents').set({ status: 'reserve' }).where('id', '=', own).execute()
  })

  const insert = async <T extends (typeof MADE)[number]>(table: T, row: Database[T]) => {
    await served.given.db
      .insertInto(table)
      .values(row as never)
      .execute()
  }
  const counts = async (who: Who) => {
    const { groups } = await (await by[who].get('/to-do')).json()
    const some = groups.filter(({ count }: { count: number }) => count > 0)
    return Object.fromEntries(
      some.map(({ kind, count, late }: Record<string, unknown>) => [kind, [count, late]]),
    )
  }
  const item = (state: 'open' | 'reported', dueOn: string) =>
    insert('cultivationItems', {
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId: own, planId: null },
      ...{ sessionId: null, kind: 'task', aim: '整理台账', dueOn, evidence: '', criteria: '[]' },
      ...{ rules: '[]', state, result: '', grade: null, reason: null, confirmedAt: null },
      ...{ doneOn: state === 'reported' ? '2026-10-01' : null, confirmedBy: null },
      ...{ reportedAt: state === 'reported' ? NOW : null, reportedBy: null, createdAt: NOW },
      ...{ createdBy: mentor, revision: 1 },
    })
  const looksAfter = (startedOn: string) =>
    insert('mentorships', {
      ...{ countyCode: COUNTY, mentorId: mentor, talentId: own, startedOn, endedOn: null },
    })
  const signed = (kind: 'quarter' | 'year', period: string, talentId = own) =>
    insert('appraisals', {
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId, kind, period, grades: '{}' },
      ...{ grade: 'good', remarks: '', accountId: mentor, accountName: '', position: null },
      ...{ signedAt: NOW, supersededAt: null },
    })

  test('a mentor does the meeting that is late, the item that is due and the opinion', async () => {
    await looksAfter('2026-08-01')
    await item('open', '2026-10-01')
    await item('open', '2026-12-01')
    expect(await counts('mentor')).toEqual({ meetings: [1, 1], tasks: [1, 1], opinions: [1, 1] })
    const { groups, total } = await (await by.mentor.get('/to-do')).json()
    expect(total).toBe(3)
    expect(groups.find(({ kind }: { kind: string }) => kind === 'tasks').items).toMatchObject([
      { talent: own, stage: { zh: '整理台账' }, dueOn: '2026-10-01', lateDays: 4, round: null },
    ])
  })

  test('a mentor without mentees has nothing to do', async () => {
    expect(await counts('mentor')).toEqual({})
  })

  test('a township confirms what was reported; what is open waits for others', async () => {
    await item('reported', '2026-10-10')
    await item('open', '2026-10-10')
    expect((await counts('township')).confirmations).toEqual([1, 0])
  })

  test.each([
    { on: '2026-10-05', begun: false, is: [1, 0], why: 'the days after the quarter run' },
    { on: '2026-10-15', begun: false, is: [1, 0], why: 'the last of the fifteen days' },
    { on: '2026-10-16', begun: true, is: [1, 1], why: 'a day later, of a quarter that was begun' },
    { on: '2026-10-16', begun: false, is: undefined, why: 'nobody checked that quarter at all' },
  ])('on $on the check of the third quarter waits: $is, $why', async ({ on, begun, is }) => {
    today = on
    if (begun) {
      const other = await served.given.db
        .selectFrom('talents')
        .select('id')
        .where('homeVillageCode', '=', HONGMEN)
        .where('id', '!=', own)
        .executeTakeFirstOrThrow()
      await signed('quarter', '2026-Q3', other.id)
    }
    expect((await counts('township')).checks).toEqual(is)
  })

  test('a check that is signed waits no more', async () => {
    await signed('quarter', '2026-Q3')
    expect(await counts('township')).not.toHaveProperty('checks')
  })

  test.each([
    { endsOn: '2026-11-04', is: [1, 0], why: 'in thirty days' },
    { endsOn: '2026-11-05', is: undefined, why: 'a day later' },
    { endsOn: '2026-10-04', is: [1, 1], why: 'over and not concluded' },
  ])('a trial post until $endsOn waits for the township: $is, $why', async ({ endsOn, is }) => {
    await insert('trialPosts', {
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), talentId: own, villageCode: HONGMEN },
      ...{ kind: 'trial-post', duties: '', startsOn: '2026-06-01', endsOn, state: 'running' },
      ...{ endedOn: null, grade: null, conclusion: '', signedBy: null, signedName: null },
      ...{ signedPosition: null, signedAt: null, statusBefore: null, superseded: '[]' },
      ...{ countedAt: null, createdAt: NOW, createdBy: mentor, revision: 1 },
    })
    expect((await counts('township')).trials).toEqual(is)
  })

  test('a pair waits for the mentor, for the person and for the office with the paper', async () => {
    await insert('mentorshipProposals', {
      ...{ countyCode: COUNTY, id: crypto.randomUUID(), mentorId: mentor, talentId: own },
      ...{ reason: '同村、同业', state: 'open', mentorAnswer: null, mentorAnsweredAt: null },
      ...{ talentAnswer: null, talentAnsweredAt: null, talentAnsweredBy: null },
      ...{ proposedAt: NOW, proposedBy: mentor, endedAt: null },
    })
    for (const who of ['mentor', 'talent', 'township', 'county'] as const)
      expect((await counts(who)).pairs, who).toEqual([1, 0])
    await served.given.db
      .updateTable('mentorshipProposals')
      .set({ talentAnswer: 'agreed' })
      .execute()
    expect(await counts('talent')).toEqual({})
    expect((await counts('mentor')).pairs, 'who has not answered').toEqual([1, 0])
  })

  test('a village keeps the month that ended, of people at home there', async () => {
    expect((await counts('village')).attendance).toEqual([1, 0])
    await insert('attendances', {
      ...{ countyCode: COUNTY, talentId: own, month: '2026-09', villageCode: HONGMEN },
      ...{ daysDue: 20, daysPresent: 20, meetingsDue: null, meetingsPresent: null, remarks: '' },
      ...{ updatedAt: NOW, updatedBy: mentor, revision: 1 },
    })
    expect(await counts('village')).not.toHaveProperty('attendance')
  })

  test('the county concludes the year of whoever was checked in its last quarter', async () => {
    today = '2027-01-20'
    expect(await counts('county')).not.toHaveProperty('conclusions')
    await signed('quarter', '2026-Q4')
    expect((await counts('county')).conclusions).toEqual([1, 0])
    await signed('year', '2026')
    expect(await counts('county')).not.toHaveProperty('conclusions')
  })

  test('the figures of the bell are those of the page', async () => {
    await looksAfter('2026-08-01')
    await item('reported', '2026-10-10')
    for (const who of ['mentor', 'village', 'township', 'county', 'talent'] as const) {
      const { total } = await (await by[who].get('/to-do')).json()
      expect(await (await by[who].get('/to-do/counts')).json(), who).toMatchObject({ total })
    }
  })
})

/** Those that refer to others first. */
const MADE = [
  ...(['evaluationAnswers', 'evaluationCodes', 'evaluations', 'courseAttendances'] as const),
  ...(['courseParticipants', 'courseSessions', 'courses', 'entryFiles', 'entryAdditions'] as const),
  ...(['cultivationItems', 'cultivationPlans', 'mentoringSessions', 'trialPosts'] as const),
  ...(['appraisals', 'attendances', 'mentorshipProposals', 'mentorships'] as const),
] as const
