import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, serve } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
})
afterAll(() => served.close())

const enter = async (about: object = {}) => {
  const body = { name: '司徒静', homeVillage: HONGMEN, channel: 'recommended', basis: 'duty' }
  const answer = await served.post('/talents', { ...body, isNew: true, ...about })
  return ((await answer.json()) as { id: string }).id
}
const portrait = async (id: string) => ok(await served.api.talents[':id'].$get({ param: { id } }))
const change = async (
  method: 'post' | 'put' | 'remove',
  id: string,
  path: string,
  body?: unknown,
) => {
  const { revision } = await portrait(id)
  return served[method](`/talents/${id}${path}`, body, { 'if-match': `"${revision}"` })
}

describe('evidence', () => {
  const piece = (about: object = {}) => ({
    ...{ criterion: 'record', value: 0.8, source: '乡镇年度考核', standing: 'proven' },
    ...{ on: '2026-01-20', note: '年度考核优秀', ...about },
  })

  test('says as much as its source does; it is changed and taken away', async () => {
    const id = await enter()
    const added = await change('post', id, '/evidence', piece())
    expect(added.status).toBe(201)
    const { id: evidence } = (await added.json()) as { id: string }
    expect((await portrait(id)).evidence).toMatchObject([
      { id: evidence, strength: 0.85, standing: 'proven', document: null, on: '2026-01-20' },
    ])
    const other = piece({ source: '合作社台账', document: '台账 2025-07', note: '带动21户' })
    await ok(await change('put', id, `/evidence/${evidence}`, other))
    expect((await portrait(id)).evidence).toMatchObject([
      { strength: 0.7, document: '台账 2025-07', note: '带动21户' },
    ])
    await ok(await change('remove', id, `/evidence/${evidence}`))
    expect((await portrait(id)).evidence).toEqual([])
    expect((await change('remove', id, `/evidence/${evidence}`)).status).toBe(404)
    const { changes } = await ok(await served.api.talents[':id'].history.$get({ param: { id } }))
    expect(changes.map(({ after }) => after)).toEqual([
      null,
      '工作实绩 2026-01-20 带动21户（合作社台账）',
      '工作实绩 2026-01-20 年度考核优秀（乡镇年度考核）',
    ])
  })

  test.each<{ about: object; pointer: string | null; why: string }>([
    { about: { source: '合作社台账' }, pointer: '#/document', why: 'no office and no paper' },
    { about: { source: '邻居王某' }, pointer: '#/document', why: 'a source of its own, no paper' },
    { about: { source: '邻居王某', document: '来信' }, pointer: null, why: 'a paper is named' },
    {
      about: { source: '本人填报', standing: 'claimed' },
      pointer: null,
      why: 'a claim needs none',
    },
    { about: { on: '2031-01-01' }, pointer: '#/on', why: 'a day to come' },
    { about: { on: '2026-02-30' }, pointer: '#/on', why: 'no such day' },
    { about: { on: '2026-02' }, pointer: '#/on', why: 'a month is no day' },
    { about: { criterion: 'tie' }, pointer: '#/criterion', why: 'the home says it' },
    { about: { value: 1.2 }, pointer: '#/value', why: 'more than all' },
  ])('$why: $about', async ({ about, pointer }) => {
    const answer = await change('post', await enter(), '/evidence', piece(about))
    if (pointer === null) expect(answer.status).toBe(201)
    else expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
  })

  test('of somebody else is not this person’s', async () => {
    const [one, other] = [await enter(), await enter()]
    const { id } = await (await change('post', one, '/evidence', piece())).json()
    expect((await change('put', other, `/evidence/${id}`, piece())).status).toBe(404)
    expect((await change('remove', other, `/evidence/${id}`)).status).toBe(404)
    expect((await portrait(one)).evidence).toHaveLength(1)
  })

  test('its sources say how much each kind says', async () => {
    const { sources } = await (await served.get('/evidence-sources')).json()
    expect(sources).toContainEqual({
      ...{ source: '本人填报', strength: 0.3, isOffice: false },
      words: { zh: '本人填报', en: 'Said by the person' },
    })
  })
})

describe('honours', () => {
  test('are added, changed and taken away', async () => {
    const id = await enter()
    const honour = { level: 'county', name: '优秀共产党员', on: '2025-07-01' }
    const { id: one } = await (await change('post', id, '/honours', honour)).json()
    await ok(await change('put', id, `/honours/${one}`, { ...honour, level: 'city' }))
    expect((await portrait(id)).honours).toEqual([{ id: one, ...honour, level: 'city' }])
    const future = await problemIn(
      await change('post', id, '/honours', { ...honour, on: '2030-01-01' }),
    )
    expect(future).toMatchObject({ status: 422, pointers: ['#/on'] })
    await ok(await change('remove', id, `/honours/${one}`))
    expect((await portrait(id)).honours).toEqual([])
    expect((await change('put', id, `/honours/${one}`, honour)).status).toBe(404)
  })
})

describe('skills', () => {
  test('are of the dictionary or free; a free word that is known is the dictionary’s', async () => {
    const id = await enter()
    const { entries } = await (await served.get('/dictionaries/skills')).json()
    const known = entries[0] as { id: string; zh: string }
    const skills = [
      { word: known.zh, level: 0.6, standing: 'claimed' },
      { word: '无人机植保', level: 0.9, standing: 'proven' },
    ]
    await ok(await change('put', id, '/skills', { skills }))
    const shown = (await portrait(id)).skills
    expect(shown).toContainEqual(
      expect.objectContaining({ skill: known.id, standing: 'claimed', level: 0.6 }),
    )
    const free = shown.find(({ words }) => words.zh === '无人机植保')!
    expect(free.skill).toMatch(/^free-/)
    const other = await enter()
    const same = [{ word: '无人机植保', level: 0.5, standing: 'claimed' }]
    await ok(await change('put', other, '/skills', { skills: same }))
    expect((await portrait(other)).skills).toMatchObject([{ skill: free.skill }])
    const dictionary = await (await served.get('/dictionaries/skills')).json()
    expect(dictionary.entries).toContainEqual(
      expect.objectContaining({ id: free.skill, zh: '无人机植保', isFree: true }),
    )
  })

  test('a free word that the administrator tidies up is free no more, and stays with the person', async () => {
    const id = await enter()
    const skills = [{ word: '直播代货', level: 0.5, standing: 'claimed' }]
    await ok(await change('put', id, '/skills', { skills }))
    const free = (await portrait(id)).skills[0]!.skill
    const admin = await served.as('demo-admin')
    const tidy = { zh: '直播带货', en: 'Selling by livestream', isRetired: false }
    await ok(await admin.put(`/dictionaries/skills/${free}`, tidy))
    expect((await portrait(id)).skills[0]!.words).toEqual({ zh: tidy.zh, en: tidy.en })
    const dictionary = await (await served.get('/dictionaries/skills')).json()
    expect(dictionary.entries).toContainEqual({ id: free, ...tidy, isFree: false })
  })

  test.each([
    { skill: { skill: 'no-such', level: 0.5, standing: 'proven' }, pointer: '#/skills/0/skill' },
    { skill: { level: 0.5, standing: 'proven' }, pointer: '#/skills/0' },
    { skill: { word: '会计', level: 2, standing: 'proven' }, pointer: '#/skills/0/level' },
  ])('$skill is refused', async ({ skill, pointer }) => {
    const answer = await change('put', await enter(), '/skills', { skills: [skill] })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
  })
})
