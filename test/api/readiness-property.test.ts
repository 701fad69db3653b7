import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStandings } from '../../api/readiness/keeping.ts'
import { standingsOf } from '../../api/readiness/standings.ts'
import { listStandingCodes, removeVillageStandings } from '../../db/village-standings.ts'
import { removeVillageTeams } from '../../db/village-teams.ts'
import { COLOURS, VILLAGE_LISTS } from '../../matching/index.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { rowsOfVillages, type Served, serve } from './served.ts'

const scope = { countyCode: '370406' }
const VILLAGES = [HONGMEN, MAOZHAI, '370406103201', '370406103202']

let served: Served
let people: string[]
beforeAll(async () => {
  served = await serve({ rows: rowsOfVillages(VILLAGES) })
  const rows = await served.given.db.selectFrom('talents').select('id').orderBy('id').execute()
  people = rows.map(({ id }) => id)
})
afterAll(() => served.close())

const day = fc.integer({ min: 1, max: 20 }).map((at) => `2026-11-${String(at).padStart(2, '0')}`)
const village = fc.constantFrom(...VILLAGES)
const person = fc.integer({ min: 0, max: 10_000 })
const notice = day.map((from) => ({ from, to: '2026-11-22' }))
const body = fc.oneof(
  fc.record({
    kind: fc.constant('audit'),
    body: fc.record({
      office: fc.constant('书记兼主任'),
      finishedOn: fc.constant('2026-11-01'),
      conclusion: fc.constantFrom('clear', 'to-mend'),
      notices: fc.array(notice, { maxLength: 2 }),
    }),
  }),
  fc.record({
    kind: fc.constant('survey'),
    body: fc.record({
      about: fc.constantFrom('team', 'candidates'),
      households: fc.constantFrom(100, 200),
      issued: fc.constant(90),
      returned: fc.integer({ min: 0, max: 80 }),
      approving: fc.constant(0),
    }),
  }),
  fc.record({
    kind: fc.constant('overhaul'),
    body: fc.record({
      cause: fc.constant('班子不健全'),
      measures: fc.constant('县领导联系'),
      acceptedOn: fc.constantFrom(null, '2026-11-21'),
    }),
  }),
)
const change = fc.oneof(
  fc.record({ is: fc.constant('entry' as const), village, on: day, entry: body }),
  fc.record({
    is: fc.constant('consent' as const),
    person,
    act: fc.constantFrom('given', 'withdrawn'),
  }),
  fc.record({ is: fc.constant('departure' as const), person }),
  fc.record({
    is: fc.constant('portrait' as const),
    person,
    about: fc.record({ willingness: fc.constantFrom('village', 'township', 'county') }),
  }),
  fc.record({ is: fc.constant('count' as const) }),
)
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

/** Whatever was written must have been written, or refused with reason. */
async function carryOut(one: Change): Promise<void> {
  if (one.is === 'count') return served.standings.settled()
  if (one.is === 'entry') {
    const entry = { on: one.on, source: '测试', ...one.entry }
    const { status } = await served.post(`/villages/${one.village}/entries`, entry)
    return expect([200, 201, 422]).toContain(status)
  }
  const id = people[one.person % people.length]!
  const { revision } = (await (await served.get(`/talents/${id}`)).json()) as { revision: number }
  const seen = { 'if-match': `"${revision}"` }
  const answer =
    one.is === 'consent'
      ? await served.post(`/talents/${id}/consents`, { act: one.act, noticeVersion: 1 })
      : one.is === 'portrait'
        ? await served.patch(`/talents/${id}`, one.about, seen)
        : await served.post(
            `/talents/${id}/departures`,
            { kind: 'own-wish', reason: '本人提出', on: '2026-11-23' },
            seen,
          )
  expect([200, 201, 409, 422]).toContain(answer.status)
}

const counted = async () =>
  (await standingsOf(served.given.db, scope)).map(({ countedAt: _, ...row }) => row)

test('changes one by one lead to where counting everything anew leads; no village is lost or counted twice', async () => {
  const { db } = served.given
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      for (const one of changes) await carryOut(one)
      await served.standings.settled()
      const kept = await counted()
      const villages = await db
        .selectFrom('villages')
        .select('code')
        .where('mergedInto', 'is', null)
        .execute()
      expect(kept.map(({ villageCode }) => villageCode).sort()).toEqual(
        villages.map(({ code }) => code).sort(),
      )
      const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
      const rowsWith = (key: 'colour' | 'list', value: string) =>
        kept.filter((row) => row[key] === value).length
      expect(sum(COLOURS.map((colour) => rowsWith('colour', colour)))).toBe(villages.length)
      expect(sum(VILLAGE_LISTS.map((list) => rowsWith('list', list)))).toBe(villages.length)
      const codes = await listStandingCodes(db, scope)
      await removeVillageStandings(db, scope, codes)
      await removeVillageTeams(db, scope, codes)
      const anew = createStandings(served.given)
      await anew.settled()
      expect(await counted()).toEqual(kept)
      await anew.stop()
    }),
    { numRuns: 6 },
  )
}, 120_000)
