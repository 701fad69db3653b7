import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { listSettledTerms } from '../../db/term-teams.ts'
import { HONGMEN, MAOZHAI, TOWNSHIP } from '../cast.ts'
import { openRound, type Round } from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

const scope = { countyCode: '370406' }
const STARTS = '2027-01-15'
const ENDS = '2032-01-14'

let round: Round
beforeAll(async () => {
  round = await openRound()
})
afterAll(() => round.served.close())

type Won = { talent: string; posts: string[]; village?: string; outcome?: string; state?: string }

/** Results as the workflow leaves them behind its last stage. */
async function results(...won: Won[]) {
  const { db } = round.served.given
  await db
    .insertInto('nominees')
    .values(
      won.map(
        ({ talent, posts, village = HONGMEN, outcome = 'elected', state = 'settled' }, at) => ({
          ...{
            ...scope,
            id: `won-${village}-${talent}-${at}`,
            roundId: round.id,
            talentId: talent,
          },
          ...{ townshipCode: TOWNSHIP, villageCode: village, posts: JSON.stringify(posts) },
          ...{ stage: 'settled', state: state as 'settled', waitsFor: 'nobody' as const },
          ...{ outcome: state === 'open' ? null : (outcome as 'elected') },
          ...{ termStartsOn: STARTS, termEndsOn: ENDS, stageSince: STARTS, dueOn: null, asked: 0 },
          ...{ passed: 0, objections: 0, validUntil: null, createdAt: STARTS, revision: 1 },
        }),
      ),
    )
    .execute()
}

const preview = async (client: SignedInClient = round.county, query = '') =>
  ok(await client.get(`/terms?round=${round.id}${query}`))
const inPreview = async (code: string) =>
  (await preview()).villages.find((one: { code: string }) => one.code === code)
const enter = (villages: string[], client: SignedInClient = round.township) =>
  client.post('/terms', { round: round.id, villages }) as Promise<Response>
const villageOf = async (code: string) => ok(await round.county.get(`/villages/${code}`))
const statusOf = async (id: string) => (await ok(await round.county.get(`/talents/${id}`))).status
const idsOf = (people: { id: string }[]) => people.map(({ id }) => id).sort()
type Office = { person: { id: string }; posts: string[]; tookOfficeOn: string }

describe('before anything is entered', () => {
  test('a village without results, or with somebody on the way, says so and cannot be entered', async () => {
    expect(await inPreview(HONGMEN)).toMatchObject({ obstacle: 'no-results' })
    const talent = await idOf(round.served, '宋雅楠')
    await results({ talent, posts: ['chair'], village: MAOZHAI, state: 'open' })
    expect(await inPreview(MAOZHAI)).toMatchObject({ obstacle: 'open', comes: [] })
    const problem = await problemIn(await enter([HONGMEN, MAOZHAI]))
    expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' })
  })
})

describe('results of a village', () => {
  let old: Office[]
  let newcomer: string
  let staying: Office
  let statuses: Map<string, string>
  beforeAll(async () => {
    old = (await villageOf(HONGMEN)).incumbents
    const ids = old.map(({ person }) => person.id)
    statuses = new Map()
    for (const id of ids) statuses.set(id, await statusOf(id))
    newcomer = await idOf(round.served, '宋雅楠')
    const notChosen = await idOf(round.served, '李文博')
    staying = old.find(({ posts }) => posts.includes('secretary'))!
    await round.served.given.db
      .insertInto('villageEntries')
      .values({
        ...{
          ...scope,
          id: 'election',
          villageCode: HONGMEN,
          kind: 'election',
          onDay: '2027-01-10',
        },
        ...{ source: '选举结果报告', createdAt: STARTS, createdBy: 'somebody' },
        ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
        body: JSON.stringify({
          ...{ committee: 'committee', method: 'candidates', voters: 1000, cast: 900 },
          ...{ valid: 880, rounds: 1, isValid: true },
        }),
      })
      .execute()
    await results(
      { talent: staying.person.id, posts: ['secretary', 'chair'] },
      { talent: newcomer, posts: ['party-member', 'committee-member'] },
      { talent: notChosen, posts: ['committee-member'], outcome: 'not-chosen' },
    )
  })

  test('are no team before each committee has the three whom the law asks for', async () => {
    expect(await inPreview(HONGMEN)).toMatchObject({ obstacle: 'partial' })
    const third = await idOf(round.served, '周振宇')
    await results({ talent: third, posts: ['party-member', 'committee-member'] })
    expect(await inPreview(HONGMEN)).toMatchObject({ obstacle: null })
  })

  test('say who comes, who stays and who leaves, with the election that began the term', async () => {
    const village = await inPreview(HONGMEN)
    expect(village).toMatchObject({
      obstacle: null,
      startedOn: STARTS,
      endsOn: ENDS,
      turnout: 0.9,
      rounds: 1,
    })
    expect(idsOf(village.comes)).toContain(newcomer)
    expect(idsOf(village.stays)).toContain(staying.person.id)
    const supervises = (one: Office) => one.posts.some((post) => post.startsWith('supervision'))
    const gone = old.filter(
      (one) => one !== staying && one.person.id !== newcomer && !supervises(one),
    )
    expect(idsOf(village.leaves)).toEqual(idsOf(gone.map(({ person }) => person)))
    expect(idsOf(village.kept).length).toBe(old.filter((one) => supervises(one)).length)
  })

  test('become the term: the new team sits, whoever left is in the pool, and who is told of it', async () => {
    const { leaves } = await inPreview(HONGMEN)
    expect(leaves.length).toBeGreaterThan(0)
    expect((await enter([HONGMEN])).status).toBe(201)
    const { term, incumbents } = await villageOf(HONGMEN)
    expect(term).toMatchObject({ startedOn: STARTS, endsOn: ENDS, turnout: 0.9, rounds: 1 })
    const team = new Map(incumbents.map((one: Office) => [one.person.id, one]))
    expect(team.get(newcomer)).toMatchObject({ tookOfficeOn: STARTS })
    expect(await statusOf(newcomer)).toBe('appointed')
    for (const { id } of leaves) {
      expect(team.has(id)).toBe(false)
      expect(await statusOf(id)).not.toBe('appointed')
    }
    const [entry] = (await listAudit(round.served.given.db, scope)).filter(
      ({ action }) => action === 'terms.entered',
    )
    expect(entry!.detail).toMatchObject({ round: round.id, villages: [HONGMEN] })
  })

  test('are entered once', async () => {
    expect(await inPreview(HONGMEN)).toMatchObject({ obstacle: 'entered' })
    expect((await problemIn(await enter([HONGMEN]))).status).toBe(409)
  })

  test('stand beside the team before, on the day it took office', async () => {
    const report = await ok(
      await round.county.get(`/structure?of=settled:${round.id}&village=${HONGMEN}`),
    )
    const line = report.groups[0].lines.find(({ id }: { id: string }) => id === 'people')
    const ofTwo = (one: Office) => one.posts.some((post) => !post.startsWith('supervision'))
    expect(line.before.count).toBe(old.filter(ofTwo).length)
    expect(line.after.count).toBe(3)
    expect(report.lacks).toEqual([])
  })

  test('leave villages without results out of the comparison, and say which', async () => {
    const report = await ok(
      await round.county.get(`/structure?of=settled:${round.id}&township=${TOWNSHIP}`),
    )
    expect(report).toMatchObject({ villages: 21, compared: 1 })
    const [lack] = report.lacks
    expect(lack.of).toBe(21)
    expect(lack.villages).toHaveLength(20)
    expect(lack.villages).toContainEqual(expect.objectContaining({ code: MAOZHAI, lack: 'open' }))
  })

  test('of another township are not entered by this one', async () => {
    expect((await problemIn(await enter(['370406103201']))).status).toBe(409)
  })

  test('are taken back while nothing followed: team, term and statuses are as before', async () => {
    const { entered } = await preview()
    const [{ id, mayTakeBack }] = entered
    expect(mayTakeBack).toBe(true)
    const taken = await round.township.post(`/terms/${id}/taking-back`, { reason: '结果登记有误' })
    expect(taken.status).toBe(200)
    const { incumbents } = await villageOf(HONGMEN)
    expect(idsOf(incumbents.map((one: Office) => one.person))).toEqual(
      idsOf(old.map(({ person }) => person)),
    )
    for (const [id, status] of statuses) expect(await statusOf(id)).toBe(status)
    expect(await inPreview(HONGMEN)).toMatchObject({ obstacle: null })
    const again = await round.township.post(`/terms/${id}/taking-back`, { reason: '结果登记有误' })
    expect(again.status).toBe(409)
  })

  test('are not taken back once a later term is on record', async () => {
    await enter([HONGMEN])
    const { db } = round.served.given
    const standing = (await listSettledTerms(db, scope, round.id)).find((it) => !it.takenBackAt)!
    await db
      .insertInto('terms')
      .values({
        ...{ ...scope, id: 'later', villageCode: HONGMEN, startedOn: '2027-06-01' },
        ...{ endsOn: '2032-01-14', turnout: null, rounds: null },
      })
      .execute()
    const taken = await round.county.post(`/terms/${standing.id}/taking-back`, {
      reason: '登记有误',
    })
    expect(taken.status).toBe(409)
  })

  test('of a round that is not there are none, and it is written down', async () => {
    expect((await round.county.get('/terms?round=none')).status).toBe(404)
    expect(
      (await round.county.post('/terms/none/taking-back', { reason: '登记有误' })).status,
    ).toBe(404)
  })
})
