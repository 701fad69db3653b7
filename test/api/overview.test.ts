import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../../api/readiness/keeping.ts'
import { standingsOf } from '../../api/readiness/standings.ts'
import { forgetCounty } from '../../api/remembered.ts'
import { insertPlan, updatePlan } from '../../db/plans.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { openRound, type Round, underReview } from './reviewed.ts'
import { ok, problemIn, rowsOfVillages, type Served, type SignedInClient } from './served.ts'

const NEIGHBOUR = '370406103201'
const OTHER = '370406103'
const scope = { countyCode: '370406' }

let round: Round
let served: Served
let township: SignedInClient
beforeAll(async () => {
  round = await openRound({ rows: rowsOfVillages([NEIGHBOUR]) })
  served = round.served
  township = round.township
  await settled(served.given.db)
})
afterAll(() => served.close())

const overview = async (who: Pick<Served, 'api'> = served) => ok(await who.api.overview.$get())
const board = async (code: string) =>
  ok(await served.api.overview.townships[':code'].$get({ param: { code } }))
const FIGURES = ['villages', 'counted', 'red', 'yellow', 'green', 'reserves', 'late'] as const

describe('the overview of a county', () => {
  test('agrees with where each village stands: none twice, none lost', async () => {
    const { total, townships, villages } = await overview()
    const rows = await standingsOf(served.given.db, scope)
    expect(villages.map(({ code }) => code).sort()).toEqual(
      rows.map(({ villageCode }) => villageCode).sort(),
    )
    for (const { villageCode, colour, list } of rows)
      expect(villages.find(({ code }) => code === villageCode)).toMatchObject({ colour, list })
    for (const figure of FIGURES)
      expect(townships.reduce((sum, line) => sum + line[figure], 0)).toBe(total[figure])
    expect(total.red + total.yellow + total.green).toBe(total.counted)
    expect(total.settled + total.willing + total.none).toBe(total.counted)
    expect(total.reachable + total.unreachable + total.unsolved).toBe(total.counted)
    expect(total.reserves).toBe(rows.reduce((sum, { reserves }) => sum + reserves, 0))
  })

  test('names the least ready villages first, with the reason', async () => {
    const { worst, villages } = await overview()
    const rank = { red: 0, yellow: 1, green: 2 }
    const ranks = villages.map(({ colour }) => rank[colour!])
    expect(ranks).toEqual(ranks.toSorted())
    expect(worst).toEqual(villages.slice(0, 3).map(({ code }) => code))
    for (const code of worst)
      expect(villages.find((one) => one.code === code)?.words?.zh).toBeTruthy()
  })

  test('says of a gap where it is, each village once', async () => {
    const { gaps, villages } = await overview()
    expect(gaps.length).toBeGreaterThan(0)
    for (const { villages: at, townships } of gaps) {
      expect(new Set(at).size).toBe(at.length)
      expect(townships.reduce((sum, one) => sum + one.villages, 0)).toBe(at.length)
      expect(at.every((code) => villages.some((one) => one.code === code))).toBe(true)
    }
    const missing = new Set(gaps.flatMap(({ villages: at }) => at)).size
    expect(missing).toBe(villages.filter(({ isReachable }) => isReachable === false).length)
  })

  test('counts the teams as the townships do, and follows a change of people', async () => {
    const sum = async () => {
      const each = [TOWNSHIP, OTHER].map(async (code) =>
        ok(await served.api.townships[':code'].$get({ param: { code } })),
      )
      return (await Promise.all(each)).reduce(
        (total, { current }) => ({
          people: total.people + (current?.people ?? 0),
          women: total.women + (current?.women ?? 0),
          agesKnown: total.agesKnown + (current?.agesKnown ?? 0),
        }),
        { people: 0, women: 0, agesKnown: 0 },
      )
    }
    const { now } = (await overview()).structure
    expect(now).toMatchObject(await sum())
    const { db } = served.given
    const woman = await db
      .selectFrom('incumbents')
      .innerJoin('talents', 'talents.id', 'incumbents.talentId')
      .select('talents.id')
      .where('talents.sex', '=', 'female')
      .where('incumbents.post', 'in', ['secretary', 'chair', 'party-member', 'committee-member'])
      .executeTakeFirstOrThrow()
    await db.updateTable('talents').set({ bornOn: null }).where('id', '=', woman.id).execute()
    forgetCounty(db)
    const after = (await overview()).structure.now
    expect(after?.agesKnown).toBe((now?.agesKnown ?? 0) - 1)
    expect(after).toMatchObject(await sum())
  })

  test('takes the newest plan of the whole county that has teams, and none of a township', async () => {
    const { db } = served.given
    const { now, plan: none } = (await overview()).structure
    expect(none).toBeNull()
    const made = async (id: string, townshipCode: string | null, createdAt: string) => {
      const plan = { id, townshipCode, createdAt, policyVersion: 1, askedBy: null, request: {} }
      await insertPlan(db, scope, plan)
      const result = { status: 'solved', plan: { after: now, slates: [{}, {}] } }
      const finishedAt = '2026-11-20T00:00:00.000Z'
      await updatePlan(db, scope, id, { status: 'done', finishedAt, result })
    }
    await made('county-plan', null, '2026-11-20T00:00:00.000Z')
    await made('township-plan', OTHER, '2026-11-21T00:00:00.000Z')
    const { plan } = (await overview()).structure
    expect(plan).toEqual({
      ...{ id: 'county-plan', finishedAt: '2026-11-20T00:00:00.000Z' },
      ...{ after: now, villages: 2 },
    })
  })

  test('says how far the nominees of the open term change are', async () => {
    const before = (await overview()).schedule
    expect(before).toMatchObject({ round: { id: round.id }, nominees: 0, daysToTerm: 53 })
    await underReview(round)
    const { schedule } = await overview()
    const at = schedule!.stages.findIndex(({ id }) => id === 'joint-review')
    expect(schedule).toMatchObject({ nominees: 1, termStartsOn: '2027-01-15' })
    schedule!.stages.forEach(({ past, there }, place) => {
      expect({ past, there }).toEqual({ past: place < at ? 1 : 0, there: place === at ? 1 : 0 })
    })
    // 2027-01-04 is the first working day after nominations end on 2026-12-31 and the new year's holiday.
    const days = schedule!.stages.map(({ until }) => until)
    expect(days).toEqual(days.toSorted())
    expect(days[0]! >= '2027-01-04').toBe(true)
  })

  test('names no people', async () => {
    const text = JSON.stringify(await overview())
    const { db } = served.given
    const people = await db.selectFrom('talents').select('name').distinct().execute()
    const places = await db.selectFrom('villages').select('name').execute()
    const isOfPlace = (name: string) => places.some((place) => place.name.includes(name))
    expect(people.filter(({ name }) => text.includes(name) && !isOfPlace(name))).toEqual([])
  })

  test('leaves a village that is not counted yet without a colour, and never counts it as one', async () => {
    const { db } = served.given
    const row = await db
      .selectFrom('villageStandings')
      .selectAll()
      .where('villageCode', '=', NEIGHBOUR)
      .executeTakeFirstOrThrow()
    await db.deleteFrom('villageStandings').where('villageCode', '=', NEIGHBOUR).execute()
    const { total, villages, townships } = await overview()
    expect(total.counted).toBe(total.villages - 1)
    const mark = villages.find(({ code }) => code === NEIGHBOUR)
    expect(mark).toMatchObject({ colour: null, list: null, reserves: null, isReachable: null })
    expect(villages.at(-1)?.code).toBe(NEIGHBOUR)
    const line = townships.find((one) => one.township.code === OTHER)
    expect(line).toMatchObject({ villages: 1, counted: 0, red: 0, yellow: 0, green: 0, none: 0 })
    await db.insertInto('villageStandings').values(row).execute()
  })

  test('has a line for a township without villages', async () => {
    const { db } = served.given
    await db
      .insertInto('townships')
      .values({ ...scope, code: '370406199', name: '新镇' })
      .execute()
    const line = (await overview()).townships.find(({ township: { code } }) => code === '370406199')
    expect(line).toMatchObject({ villages: 0, counted: 0, reserves: 0, asked: 0 })
    expect((await board('370406199')).villages).toEqual([])
    await db.deleteFrom('townships').where('code', '=', '370406199').execute()
  })
})

describe('a township', () => {
  test('sees its own villages alone', async () => {
    const own = await overview(township)
    expect(own.place.code).toBe(TOWNSHIP)
    expect(own.townships.map((line) => line.township.code)).toEqual([TOWNSHIP])
    expect(own.villages.every(({ code }) => code.startsWith(TOWNSHIP))).toBe(true)
    expect(
      own.gaps.every(({ villages }) => villages.every((one) => one.startsWith(TOWNSHIP))),
    ).toBe(true)
    expect(own.structure.plan).toBeNull()
    expect((await township.get(`/overview/townships/${TOWNSHIP}`)).status).toBe(200)
    const answer = await township.get(`/overview/townships/${OTHER}`)
    expect(await problemIn(answer)).toMatchObject({ status: 404, type: '/problems/not-found' })
  })

  test('reads seven indicators of each village, and the next step of the worst of them', async () => {
    const { villages, total } = await board(TOWNSHIP)
    expect(villages.length).toBe(total.villages)
    for (const { indicators, next, colour } of villages) {
      expect(indicators?.length).toBe(7)
      const open = indicators!.filter((one) => one.next !== null)
      expect(next === null).toBe(open.length === 0)
      const worst = open.find(({ state }) => state === 'red')
      if (worst) expect(indicators!.find(({ id }) => id === next?.indicator)?.state).toBe('red')
      if (colour === 'green') expect(open.every(({ state }) => state !== 'red')).toBe(true)
    }
  })

  test('names the actions that are due first, and counts what is late', async () => {
    const { db } = served.given
    const before = (await overview()).total
    const assign = (id: string, dueOn: string | null, closedAt: string | null) => ({
      ...{ ...scope, id, villageCode: HONGMEN, indicator: 'audit', what: '补公示', dueOn },
      ...{ assigneeId: null, assigneeName: '农经站', assignedAt: '2026-11-01T00:00:00.000Z' },
      ...{ assignedBy: 'it', doneOn: closedAt && '2026-11-02', result: null, closedAt },
      ...{ closedBy: null, isDropped: 0 as const, revision: 1 },
    })
    const rows = [
      assign('late', '2026-01-01', null),
      assign('open', null, null),
      assign('done', '2026-01-02', '2026-11-02T00:00:00.000Z'),
    ]
    await db.insertInto('readinessActions').values(rows).execute()
    const { total, urgent } = await board(TOWNSHIP)
    expect(urgent[0]).toMatchObject({ id: 'late', village: { code: HONGMEN }, dueOn: '2026-01-01' })
    expect(urgent[0]!.lateDays).toBeGreaterThan(300)
    expect(urgent.some(({ id }) => id === 'done' || id === 'open')).toBe(false)
    expect(total.actionsOpen).toBe((await overview(township)).total.actionsOpen)
    expect((await overview()).total).toMatchObject({
      ...{ actionsOpen: before.actionsOpen + 2, actionsLate: before.actionsLate + 1 },
    })
    await db.deleteFrom('readinessActions').where('id', 'in', ['late', 'open', 'done']).execute()
  })
})
