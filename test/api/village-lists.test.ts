import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settled } from '../../api/readiness/keeping.ts'
import type { VillageLists, VillageListView } from '../../ui/readiness.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
/** A village of Beizhuang with somebody who could be signed for. */
let place: { code: string; talent: string; name: string }
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  await settled(served.given.db)
  place = await somewhere()
})
afterAll(() => served.close())
beforeEach(async () => {
  await served.given.db.deleteFrom('listDecisions').execute()
  await settled(served.given.db)
})

const lists = async (query = ''): Promise<VillageLists> =>
  (await township.get(`/village-lists${query}`)).json()
const one = async (code: string): Promise<VillageListView> =>
  (await township.get(`/village-lists/${code}`)).json()
async function somewhere() {
  for (const { village } of (await lists()).villages) {
    const { candidates } = await one(village.code)
    const free = candidates.find(({ against }) => against.settled === null)
    if (free) return { code: village.code, talent: free.person.id, name: free.person.name }
  }
  throw new Error('nobody in Beizhuang could be signed for')
}
const decide = (given: object = {}) =>
  township.post('/village-lists/decisions', {
    ...{ village: place.code, list: 'settled', talent: place.talent, remedy: null },
    ...{ reason: '镇党委研究，本人已谈话', ...given },
  })
async function listed(code = place.code) {
  await settled(served.given.db)
  return (await lists()).villages.find(({ village }) => village.code === code)!
}

describe('the three lists', () => {
  test('have every village of the scope once, and their counts add up', async () => {
    const { counts, townships, villages } = await lists()
    const codes = villages.map(({ village }) => village.code)
    const { villages: own } = (await (await township.get('/places')).json()).townships.find(
      ({ code }: { code: string }) => code === '370406104',
    )
    expect(codes.toSorted()).toEqual(own.map(({ code }: { code: string }) => code).toSorted())
    expect(counts.settled + counts.willing + counts.none).toBe(codes.length)
    expect(counts.uncounted).toBe(0)
    for (const list of ['settled', 'willing', 'none'] as const) {
      expect(villages.filter((it) => it.list === list)).toHaveLength(counts[list])
      expect(townships.reduce((sum, it) => sum + it[list], 0)).toBe(counts[list])
    }
  })

  test('one of them has its villages alone, and the counts of all', async () => {
    const { counts, villages } = await lists('?list=none')
    expect(villages.every(({ list }) => list === 'none')).toBe(true)
    expect(villages).toHaveLength(counts.none)
  })
})

describe('a signed decision', () => {
  test('puts the village on its list, with the person; taken back, the facts count again', async () => {
    const before = (await listed()).list
    const { id } = (await ok((await decide()) as Response)) as { id: string }
    expect(await listed()).toMatchObject({ list: 'settled', by: 'decision' })
    expect((await listed()).people[0]!.id).toBe(place.talent)
    const path = `/village-lists/decisions/${id}/taking-back`
    expect((await township.post(path, { reason: '研究后另定' })).status).toBe(200)
    expect(await listed()).toMatchObject({ list: before, by: 'facts' })
    expect((await township.post(path, { reason: '研究后另定' })).status).toBe(409)
  })

  test('lapses when the person withdraws the consent, and says so', async () => {
    await decide()
    await served.post(`/talents/${place.talent}/consents`, { act: 'withdrawn' })
    const after = await listed()
    expect([after.by, after.list === 'settled']).toEqual(['facts', false])
    expect(after.words.zh).toContain('“已落实”已失效：人选已撤回同意')
    await served.post(`/talents/${place.talent}/consents`, { act: 'given', noticeVersion: 1 })
    expect(await listed()).toMatchObject({ list: 'settled', by: 'decision' })
  })

  test('that none suits says what is tried', async () => {
    const none = { list: 'none', talent: null, remedy: 'another-village' }
    await decide(none)
    expect(await listed()).toMatchObject({
      list: 'none',
      by: 'decision',
      remedy: 'another-village',
    })
    const { remedies } = await one(place.code)
    expect(remedies.map(({ remedy, source }) => [remedy, source])).toEqual([
      ['another-village', 'S3.2'],
      ['posted-in', 'S0'],
      ['recruited', 'S4'],
    ])
  })

  test.each<{ given: () => object; at: string; why: string }>([
    { given: () => ({ talent: null }), at: '#/talent', why: 'settled with nobody' },
    { given: () => ({ list: 'none' }), at: '#/talent', why: 'nobody suits, and yet a name' },
    {
      given: () => ({ remedy: 'recruited' }),
      at: '#/remedy',
      why: 'a remedy where none is needed',
    },
    { given: () => ({ reason: '好' }), at: '#/reason', why: 'no reason' },
    {
      given: () => ({ reason: `镇党委同意${place.name}` }),
      ...{ at: '#/reason', why: 'a name in the reason, which outlives an erasure' },
    },
  ])('is refused: $why', async ({ given, at }) => {
    const problem = await problemIn(await decide(given()))
    expect([problem.status, problem.pointers]).toEqual([422, [at]])
  })

  test('is refused for somebody who withdrew, with the reason', async () => {
    await served.post(`/talents/${place.talent}/consents`, { act: 'withdrawn' })
    const problem = await problemIn(await decide())
    expect([problem.status, problem.pointers]).toEqual([422, ['#/talent']])
    expect(problem.detail).toContain('撤回同意')
    await served.post(`/talents/${place.talent}/consents`, { act: 'given', noticeVersion: 1 })
  })

  test('is refused for a person who is settled for another village', async () => {
    await decide()
    const other = (await lists()).villages.find(({ village }) => village.code !== place.code)!
    const problem = await problemIn(await decide({ village: other.village.code }))
    expect([problem.status, problem.pointers]).toEqual([422, ['#/talent']])
  })

  test('takes the place of the one before for good: taken back, none comes to life again', async () => {
    const before = (await listed()).list
    await decide()
    const none = { list: 'none', talent: null, reason: '人选另有安排，重新物色' }
    const { id } = (await ok((await decide(none)) as Response)) as { id: string }
    await township.post(`/village-lists/decisions/${id}/taking-back`, { reason: '研究后另定' })
    expect(await listed()).toMatchObject({ list: before, by: 'facts' })
  })

  test('is written once for two clicks, and one person is settled for one village by two at once', async () => {
    const other = (await lists()).villages.find(({ village }) => village.code !== place.code)!
    const answers = await Promise.all([
      decide(),
      decide(),
      decide({ village: other.village.code }),
      decide({ village: other.village.code }),
    ])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('leaves an entry of everybody who is named, also where it was taken back', async () => {
    const { id } = (await ok((await decide()) as Response)) as { id: string }
    const path = `/village-lists/decisions/${id}/taking-back`
    const named = await township.post(path, { reason: `${place.name}另有安排` })
    expect((await problemIn(named)).pointers, 'a name outlives an erasure').toEqual(['#/reason'])
    await township.post(path, { reason: '研究后另定' })
    await settled(served.given.db)
    await township.get(`/readiness/villages/${place.code}`)
    const subjects = await served.given.db
      .selectFrom('auditEntries')
      .innerJoin('auditSubjects', (join) =>
        join
          .onRef('auditSubjects.countyCode', '=', 'auditEntries.countyCode')
          .onRef('auditSubjects.subjectSet', '=', 'auditEntries.subjectSet'),
      )
      .select('subject')
      .where('action', '=', 'readiness.read')
      .execute()
    expect(subjects.map(({ subject }) => subject)).toContain(place.talent)
  })

  test('is no other township’s', async () => {
    expect((await decide({ village: '370406103201' })).status).toBe(404)
    expect((await township.get('/village-lists/370406103201')).status).toBe(404)
  })
})

describe('where nobody suits', () => {
  test('people near are named with their steps, nobody whom a rule bars, the nearest first', async () => {
    const { villages } = await lists('?list=none')
    const code = (villages[0] ?? (await lists()).villages[0]!).village.code
    const { nearest, gap } = await one(code)
    const steps = nearest.map((it) => it.steps.length)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(nearest.length).toBeLessThanOrEqual(5)
    for (const { person, steps: own } of nearest) {
      expect(person.status).not.toBe('left')
      for (const { zh, en } of own) expect(zh && en).toBeTruthy()
    }
    expect(gap.profile.zh).toContain('正式党员')
    expect(gap.people).toBeGreaterThan(0)
    for (const { barred, unknown } of gap.rules) {
      expect(barred + unknown).toBeGreaterThan(0)
      expect(barred + unknown).toBeLessThanOrEqual(gap.people)
    }
  })
})
