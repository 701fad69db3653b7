import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertTalents, updateTalent } from '../../db/talents.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { databases } from '../databases.ts'
import { fewRows, idOf, problemIn, type Served, type SignedInClient, serve } from './served.ts'

type Hit = {
  id: string
  name: string
  sex: string | null
  age: number | null
  education: string | null
  partyStatus: string | null
  status: string
  sources: string[]
  homeVillage: { code: string; name: string }
  homeTownship: { code: string }
  skills: { skill: string; words: { zh: string } }[]
  tags: string[]
  updatedAt: string | null
  readiness: string
  why: { kind: string; words: { zh: string } }[]
  likeness?: number
  seat?: { fit: number; low: number; high: number; eligibility: string }
}
type Page = {
  people: Hit[]
  total: number
  next: string | null
  facets?: Record<string, { value: string; count: number }[]>
  relaxations?: { drop: string; count: number }[]
  revision: number
}

const county = { countyCode: '370406' }
const ask = async (client: SignedInClient, query: Record<string, string>): Promise<Page> => {
  const answer = await client.get(`/talents?${new URLSearchParams(query)}`)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** Everybody of a search, page by page, as many as it told. An account may ask 120 times a minute. */
async function everybody(client: SignedInClient, query: Record<string, string>) {
  const seen: Hit[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Page = await ask(client, { limit: '200', ...query, ...(after && { after }) })
    seen.push(...page.people)
    after = page.next
    if (after === null) expect(seen).toHaveLength(page.total)
  }
  return seen
}

describe.each(databases)('a search on $engine', ({ open }) => {
  let served: Served
  let all: Hit[]
  beforeAll(async () => {
    served = await serve({ open, rows: fewRows() })
    all = await everybody(served, {})
  })
  afterAll(() => served.close())

  test.each([
    { q: '李文博', kind: 'name', why: 'the whole name' },
    { q: '文博', kind: 'name', why: 'a part of it' },
    { q: '李 文博', kind: 'name', why: 'with a space inside' },
    { q: 'liwenbo', kind: 'pinyin', why: 'pinyin' },
    { q: 'li wen bo', kind: 'pinyin', why: 'pinyin in syllables' },
    { q: 'lwb', kind: 'pinyin', why: 'initials' },
    { q: 'liwb', kind: 'pinyin', why: 'both mixed' },
    { q: '李文波', kind: 'typo', why: 'a sign that is read the same' },
    { q: '李博文', kind: 'typo', why: 'two signs changed about' },
    { q: '李博', kind: 'typo', why: 'a sign is missing' },
    { q: '李文博 洪门村委会', kind: 'name', why: 'and the village in a longer form' },
    { q: 'lwb 洪门', kind: 'pinyin', why: 'and the village in its shortest form' },
    { q: 'lwb 北庄镇', kind: 'pinyin', why: 'and the township' },
  ])('$q finds 李文博 among the first: $why', async ({ q, kind }) => {
    const { people } = await ask(served, { q, limit: '20' })
    const found = people.find(({ name }) => name === '李文博')
    expect(found?.why.map((it) => it.kind)).toContain(kind)
  })

  test.each(['%', '_', '\\', "'; drop table talents; --", '"*', 'NOT 李', '~|~'])(
    '%s is text, never a language: nobody is called so',
    async (q) => {
      expect((await ask(served, { q })).total).toBe(0)
    },
  )

  test('nothing asked is everybody, in the order of pinyin', async () => {
    const { people, total } = await ask(served, { q: ' ', after: 'no place at all' })
    expect(total).toBe(all.length)
    expect(people[0]?.id).toBe(all[0]?.id)
  })

  test('a skill by its words finds everybody who has it, and says so', async () => {
    const { people, total } = await ask(served, { q: '电商', limit: '200' })
    const able = all.filter(({ skills }) => skills.some(({ words }) => words.zh.includes('电商')))
    const found = people.map(({ id }) => id)
    for (const { id } of able) expect(found).toContain(id)
    expect(total).toBe(people.length)
    const first = people.find(({ id }) => id === able[0]!.id)
    expect(first?.why[0]?.words.zh).toContain('电商')
  })

  test('words of what is written find the people of whom it is', async () => {
    const model = all.find(({ name }) => name === '李文博')!
    const clock = new Date().toISOString()
    await updateTalent(served.given.db, county, model.id, {
      resume: '2008.09--2012.06  在青岛某研究所从事海藻育种',
      updatedAt: clock,
    })
    const { people } = await ask(served, { q: '海藻育种' })
    expect(people.map(({ name, why }) => [name, why[0]?.kind])).toEqual([['李文博', 'text']])
  })

  test.each<{ query: Record<string, string>; holds: (it: Hit) => boolean; why: string }>([
    { query: { sex: 'female' }, holds: (it) => it.sex === 'female', why: 'a fact' },
    { query: { sex: 'unknown' }, holds: (it) => it.sex === null, why: 'what is not known' },
    {
      query: { party: 'full,probationary', education: 'bachelor' },
      holds: (it) => /full|probationary/.test(it.partyStatus ?? '') && it.education === 'bachelor',
      why: 'any of two values, and another fact',
    },
    {
      query: { age: 'u30,31-35', township: TOWNSHIP },
      holds: (it) => it.age !== null && it.age <= 35 && it.homeTownship.code === TOWNSHIP,
      why: 'ages and a place',
    },
    {
      query: { source: 'veteran,returnee' },
      holds: (it) => it.sources.some((one) => /veteran|returnee/.test(one)),
      why: 'groups',
    },
    {
      query: { village: HONGMEN },
      holds: (it) => it.homeVillage.code === HONGMEN,
      why: 'a village',
    },
    {
      query: { readiness: 'eligible', status: 'in-pool' },
      holds: (it) => it.readiness === 'eligible' && it.status === 'in-pool',
      why: 'eligibility as it is shown',
    },
    {
      query: { skill: 'e-commerce', sex: 'male' },
      holds: (it) => it.sex === 'male' && it.skills.some(({ skill }) => skill === 'e-commerce'),
      why: 'a skill',
    },
    { query: { tag: 'no such tag' }, holds: () => false, why: 'a value that nobody has' },
  ])('$query finds who a plain look finds: $why', async ({ query, holds }) => {
    const found = await everybody(served, query)
    const expected = all.filter(holds).map(({ id }) => id)
    expect(found.map(({ id }) => id).sort()).toEqual(expected.sort())
  })

  test('counts of a filter ignore its own choice and keep the others', async () => {
    const { facets } = await ask(served, { sex: 'female', party: 'full', facets: '1' })
    const count = (facet: string, value: string) =>
      facets?.[facet]?.find((it) => it.value === value)?.count
    const isWoman = (it: Hit) => it.sex === 'female'
    const isFull = (it: Hit) => it.partyStatus === 'full'
    expect(count('sex', 'male')).toBe(all.filter((it) => it.sex === 'male' && isFull(it)).length)
    for (const party of ['full', 'activist', 'none'])
      expect(count('party', party), party).toBe(
        all.filter((it) => isWoman(it) && it.partyStatus === party).length,
      )
    const both = all.filter((it) => isWoman(it) && isFull(it))
    for (const [facet, shownBy] of [
      ['education', (it: Hit) => it.education ?? 'unknown'],
      ['status', (it: Hit) => it.status],
      ['village', (it: Hit) => it.homeVillage.code],
      ['readiness', (it: Hit) => it.readiness],
    ] as const)
      for (const { value, count: shown } of facets?.[facet] ?? [])
        expect(shown, `${facet} ${value}`).toBe(both.filter((it) => shownBy(it) === value).length)
    expect(count('education', 'postgraduate'), 'a value that nobody has stays').toBeDefined()
  })

  test('when nobody is found it says what to leave out, and how many there would be', async () => {
    const { people, relaxations } = await ask(served, { q: '李文博', sex: 'female' })
    expect(people).toEqual([])
    const women = await ask(served, { sex: 'female' })
    const named = await ask(served, { q: '李文博' })
    expect(relaxations).toEqual([
      expect.objectContaining({ drop: 'q:李文博', count: women.total }),
      expect.objectContaining({ drop: 'sex', count: named.total }),
    ])
  })

  test.each(['name', 'age', '-age', 'updated', 'education', 'relevance'])(
    'pages in the order of %s hold everybody once',
    async (sort) => {
      const found = await everybody(served, { q: 'li', sort, limit: '15' })
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      expect(found.length).toBeGreaterThan(15)
      const ages = found.map(({ age }) => age).filter((age) => age !== null)
      if (sort === 'age') expect(ages).toEqual(ages.toSorted((a, b) => a - b))
      if (sort === '-age') expect(ages).toEqual(ages.toSorted((a, b) => b - a))
    },
  )

  test('people like one are found by what they can and where they are, the likest first', async () => {
    const id = await idOf(served, '李文博')
    const { people } = await ask(served, { like: id })
    expect(people.map((it) => it.id)).not.toContain(id)
    const likeness = people.map((it) => it.likeness!)
    expect(likeness).toEqual(likeness.toSorted((a, b) => b - a))
    expect(likeness[0]).toBeLessThanOrEqual(1)
    expect(people[0]?.why.length).toBeGreaterThan(0)
    expect(await problemIn(await served.get('/talents?like=nobody'))).toMatchObject({
      status: 422,
      pointers: ['?like'],
    })
  })

  test('people for a seat stand as in its ranking, with the same fit', async () => {
    const { people } = await ask(served, { seat: `${HONGMEN}:secretary`, limit: '200' })
    const answer = await served.post('/rankings', { village: HONGMEN, post: 'secretary' })
    const { ranking } = await answer.json()
    const ranked = [...ranking.ranked, ...ranking.unknown, ...ranking.barred]
    const fits = new Map<string, number>(ranked.map((it) => [it.talent, it.fit]))
    expect(people.length).toBe(Math.min(200, fits.size))
    for (const { id, seat } of people) expect(seat?.fit).toBe(fits.get(id))
    const order = people.map(({ id }) => fits.get(id))
    expect(order).toEqual(ranked.slice(0, 200).map(({ fit }) => fit))
    const elsewhere = await served.get('/talents?seat=370406999999:chair')
    expect(await problemIn(elsewhere)).toMatchObject({ status: 422, pointers: ['?seat'] })
  })

  test('who is entered or changed is found at once, under the new name alone', async () => {
    const { db } = served.given
    const model = await db
      .selectFrom('talents')
      .selectAll()
      .where('name', '=', '李文博')
      .executeTakeFirstOrThrow()
    const id = '01990000-0000-7000-8000-000000000001'
    const born = { ...model, id, name: '鲜于晔', searchRow: null, syllables: null, resume: null }
    await insertTalents(db, county, [born])
    expect((await ask(served, { q: 'xianyuye' })).people.map((it) => it.id)).toEqual([id])
    await updateTalent(db, county, id, { name: '呼延灼然' })
    expect((await ask(served, { q: 'hyzr' })).people.map((it) => it.name)).toEqual(['呼延灼然'])
    expect((await ask(served, { q: '鲜于晔' })).total).toBe(0)
    const erasure = await served.post(`/talents/${id}/erasure`, { reason: '本人要求删除个人信息' })
    expect(erasure.status).toBeLessThan(300)
    for (const q of ['呼延灼然', 'hyzr']) expect((await ask(served, { q })).total, q).toBe(0)
    expect((await everybody(served, {})).map((it) => it.id)).not.toContain(id)
  })

  test.each([
    { role: 'township', sees: (it: Hit) => it.homeTownship.code === TOWNSHIP },
    { role: 'village', sees: (it: Hit) => it.homeVillage.code === HONGMEN },
  ])('a $role counts and finds its own people alone', async ({ role, sees }) => {
    const client = await served.as(`demo-${role}`)
    const own = await everybody(client, {})
    const home = all.filter(sees).map(({ id }) => id)
    for (const id of home) expect(own.map((it) => it.id)).toContain(id)
    const { facets, total } = await ask(client, { facets: '1' })
    const villages = facets?.village ?? []
    expect(villages.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    expect(total).toBe(own.length)
    expect(own.length).toBeLessThan(all.length)
  })

  test('a mentor finds mentees, whatever is asked, and nobody for a seat', async () => {
    const mentor = await served.as('demo-mentor')
    const own = await everybody(mentor, {})
    expect(own.length).toBeGreaterThan(0)
    expect(own.length).toBeLessThan(10)
    expect((await ask(mentor, { sort: 'age', facets: '1' })).total).toBe(own.length)
    const seat = await mentor.get(`/talents?seat=${HONGMEN}:chair`)
    expect(await problemIn(seat)).toMatchObject({ status: 403, type: '/problems/not-permitted' })
  })

  test('the audit tells which filters were used, and no words', async () => {
    await ask(served, { q: '李文博', sex: 'male', tag: '王某', facets: '1' })
    const auditor = await served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?limit=5')).json()
    const entry = entries.find((it: { action: string }) => it.action === 'talents.searched')
    expect(entry.detail).toEqual({ hasText: true, sex: ['male'], tags: 1 })
  })
})
