import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const NEIGHBOURS_VILLAGE = '370406103201'

let served: Served
let township: SignedInClient
let village: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  village = await served.as('demo-village')
})
afterAll(() => served.close())

type Client = Pick<SignedInClient, 'get'>
const report = async (query = '', client: Client = served) =>
  ok(await client.get(`/structure${query}`))
type Report = Awaited<ReturnType<typeof report>>
const line = (of: Report, id: string, group = 'all') =>
  of.groups
    .find((one: { id: string }) => one.id === group)
    .lines.find((one: { id: string }) => one.id === id)
const keyLine = (lines: { id: string }[], id: string) => lines.find((one) => one.id === id)

describe('the teams in office', () => {
  test('are compared with themselves on the day they took office', async () => {
    const county = await report()
    expect(county.of).toMatchObject({ kind: 'current', id: null })
    expect(line(county, 'people').before.count).toBe(line(county, 'people').after.count)
    expect(line(county, 'age.mean').change.sign).toBe(1)
    expect(line(county, 'women').change.sign).toBe(0)
  })

  test('have the same counts as the township’s own page', async () => {
    const own = await report(`?township=${TOWNSHIP}`)
    const { current } = await ok(await served.get(`/townships/${TOWNSHIP}`))
    expect(line(own, 'people').after.count).toBe(current.people)
    expect(line(own, 'age.mean').after.value).toBeCloseTo(current.meanAge, 10)
    expect(line(own, 'education.college').after.count).toBe(current.collegeOrAbove)
    expect(line(own, 'combined').after).toMatchObject({ count: current.combinedRole })
    expect(line(own, 'cross').after.count).toBe(current.crossAppointed)
  })

  test('of townships add up to those of the county, and of villages to those of the township', async () => {
    const county = await report()
    const parts = await Promise.all(
      county.parts.map(({ code }: { code: string }) => report(`?township=${code}`)),
    )
    const sum = (of: Report[], id: string, key: 'count' | 'of') =>
      of.reduce((all, one) => all + line(one, id).after[key], 0)
    for (const id of ['people', 'age.mean', 'women', 'education.college', 'source.four']) {
      expect(sum(parts, id, 'count'), id).toBe(line(county, id).after.count)
    }
    expect(sum(parts, 'age.mean', 'of')).toBe(line(county, 'age.mean').after.of)
    const own = await report(`?township=${TOWNSHIP}`)
    expect(own.parts).toHaveLength(21)
    const villages = await Promise.all(
      own.parts.map(({ code }: { code: string }) => report(`?village=${code}`)),
    )
    expect(sum(villages, 'age.mean', 'count')).toBe(line(own, 'age.mean').after.count)
  })

  test('of villages and of communities stand apart and are all of them', async () => {
    const { kinds, compared } = await report()
    const { villages } = await ok(await served.get(`/townships/${TOWNSHIP}`))
    const own = await report(`?township=${TOWNSHIP}`)
    const of = (kind: string) =>
      villages.filter((one: { kind: string }) => one.kind === kind).length
    for (const { kind, villages: count } of own.kinds) expect(count).toBe(of(kind))
    expect(kinds.reduce((sum: number, one: { villages: number }) => sum + one.villages, 0)).toBe(
      compared,
    )
  })

  test('say in words what changed, with the arithmetic', async () => {
    const mean = line(await report(), 'age.mean')
    const { before, after, change } = mean
    expect(mean.sentence.zh).toContain(`平均年龄由 ${before.text} 岁升到 ${after.text} 岁，上升`)
    expect(after.arithmetic.zh).toMatch(/^周岁之和 [\d,]+ ÷ [\d,]+ 人 ＝ [\d.]+ 岁/)
    expect(change.amount).toBeCloseTo(after.value - before.value, 1)
    expect(mean).toMatchObject({ wanted: 'down', isTowards: false })
  })
})

describe('who sees which', () => {
  const TABLE: { why: string; who: () => Client; query: string; status: number }[] = [
    { why: 'a township its own', who: () => township, query: `?township=${TOWNSHIP}`, status: 200 },
    { why: 'none of another', who: () => township, query: `?township=${NEIGHBOUR}`, status: 404 },
    { why: 'a village itself', who: () => village, query: `?village=${HONGMEN}`, status: 200 },
    {
      ...{ why: 'no other village', who: () => village, query: `?village=${NEIGHBOURS_VILLAGE}` },
      status: 404,
    },
    { why: 'no such plan', who: () => served, query: '?of=plan:none', status: 404 },
    { why: 'no such round', who: () => served, query: '?of=settled:none', status: 404 },
    { why: 'nothing of that name', who: () => served, query: '?of=next-year', status: 422 },
  ]
  test.each(TABLE)('$why: $query is $status', async ({ who, query, status }) => {
    expect((await who().get(`/structure${query}`)).status).toBe(status)
    expect((await who().get(`/structure/people${query}`)).status).toBe(status)
  })

  test('a township that names no place reads its own figures', async () => {
    const { place, parts } = await report('', township)
    expect(place).toMatchObject({ level: 'township', code: TOWNSHIP })
    expect(parts).toHaveLength(21)
  })
})

describe('the people behind a figure', () => {
  const behind = async (query: string, client: Client = served) =>
    ok(await client.get(`/structure/people?township=${TOWNSHIP}${query}`))

  test.each(['women', 'age.young', 'education.college', 'cross', 'source.four'])(
    'are as many as it counts: %s',
    async (id) => {
      const own = await report(`?township=${TOWNSHIP}`)
      const { total, people } = await behind(`&line=${id}`)
      expect(total).toBe(line(own, id).after.count)
      expect(people).toHaveLength(Math.min(50, total))
    },
  )

  test('are those of last term on the day they took office, too, and only the heads where asked', async () => {
    const own = await report(`?township=${TOWNSHIP}`)
    expect((await behind('&line=age.young&side=before')).total).toBe(
      line(own, 'age.young').before.count,
    )
    const secretaries = await behind('&group=secretaries')
    expect(secretaries.total).toBe(line(own, 'people', 'secretaries').after.count)
    expect(
      secretaries.people.every(({ posts }: { posts: string[] }) => posts.includes('secretary')),
    ).toBe(true)
  })

  test('are looked at: it is written down', async () => {
    const { people } = await behind('&line=women')
    const [entry] = await listAudit(served.given.db, { countyCode: '370406' })
    expect(entry).toMatchObject({ action: 'structure.people-read' })
    const shown = new Set(people.map(({ id }: { id: string }) => id))
    expect(entry!.subjects.length).toBeGreaterThan(0)
    expect(entry!.subjects.every((id) => shown.has(id))).toBe(true)
  })
})

describe('a slate that is tried', () => {
  test('stands beside last term, and leaves nothing behind', async () => {
    const { incumbents } = await ok(await served.get(`/villages/${HONGMEN}`))
    const [head] = incumbents
    const seats = ['secretary', 'chair'].map((post) => ({
      ...{ village: HONGMEN, post, talent: head.person.id },
    }))
    const tried = await ok((await village.post('/structure', { seats })) as Response)
    expect(tried.of.kind).toBe('slate')
    expect(line(tried, 'people').after.count).toBe(1)
    expect(line(tried, 'combined').after).toMatchObject({ count: 1, of: 1, text: '1 / 1 · 100.0%' })
    expect(keyLine(tried.parts[0].lines, 'people')).toBeDefined()
  })

  test('of a village or a person that is not there is refused with the place', async () => {
    const seats = [{ village: NEIGHBOURS_VILLAGE, post: 'chair', talent: 'nobody' }]
    const problem = await problemIn((await village.post('/structure', { seats })) as Response)
    expect(problem).toMatchObject({ status: 422 })
    expect(problem.pointers).toEqual(['#/seats/0/village', '#/seats/0/talent'])
  })
})
