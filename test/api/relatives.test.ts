import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { relationOf } from '../../api/portrait/relations.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const enter = async (about: object) => {
  const body = { homeVillage: HONGMEN, channel: 'recommended', basis: 'duty', isNew: true }
  const answer = await served.post('/talents', { ...body, ...about })
  return ((await answer.json()) as { id: string }).id
}
const portrait = async (id: string) => ok(await served.api.talents[':id'].$get({ param: { id } }))
/** Any change of a person by the revision of now. */
const change = async (
  client: Pick<SignedInClient, 'post' | 'put' | 'remove'>,
  method: 'post' | 'put' | 'remove',
  id: string,
  path: string,
  body?: unknown,
) => {
  const { revision } = await portrait(id)
  return client[method](`/talents/${id}${path}`, body, { 'if-match': `"${revision}"` })
}
const addRelative = async (id: string, about: object) => {
  const answer = await change(served, 'post', id, '/relatives', about)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

describe('what a written word for a relative means', () => {
  test.each([
    ['妻子', 'spouse'],
    ['丈夫', 'spouse'],
    ['父亲', 'parent'],
    ['女儿', 'parent'],
    ['祖父', 'parent'],
    ['弟弟', 'sibling'],
    ['伯父', 'uncle'],
    ['侄子', 'uncle'],
    ['外甥女', 'uncle'],
    ['堂兄', 'cousin'],
    ['表妹', 'cousin'],
    ['岳父', 'in-law'],
    ['儿媳', 'in-law'],
    ['姐夫', 'in-law'],
    ['妹夫', 'in-law'],
    ['小姨子', 'in-law'],
    ['姻亲', 'in-law'],
    ['远房侄子', 'distant'],
    ['亲戚', null],
  ])('%s is %s', (word, relation) => {
    expect(relationOf(word)).toBe(relation)
  })
})

describe('a relative', () => {
  test('is proposed by name and birth month, and never linked without somebody’s word', async () => {
    const son = await enter({ name: '独孤安', bornOn: '1990-05' })
    const father = await enter({ name: '独孤诚', bornOn: '1965-03-08', homeVillage: MAOZHAI })
    await enter({ name: '独孤诚', bornOn: '1966-03' })
    const relative = await addRelative(son, { relation: '父亲', name: '独孤诚', bornOn: '1965-03' })
    const [found] = (await portrait(son)).relatives
    expect(found).toMatchObject({
      ...{ id: relative, proposed: 'parent', linked: null },
      matches: [{ id: father, name: '独孤诚', village: { name: '毛宅村' } }],
    })
    expect((await portrait(son)).family).toEqual([])
  })

  test('without a birth month is nobody in particular', async () => {
    const id = await enter({ name: '独孤宁' })
    await enter({ name: '独孤平', bornOn: '1960-01' })
    await addRelative(id, { relation: '伯父', name: '独孤平' })
    expect((await portrait(id)).relatives[0]?.matches).toEqual([])
  })

  test('who is linked bars both from one team, until the link is taken back', async () => {
    const one = await enter({ name: '慕容一', bornOn: '1990-05' })
    const other = await enter({ name: '慕容二', bornOn: '1988-07' })
    const relative = await addRelative(one, {
      relation: '哥哥',
      name: '慕容二',
      bornOn: '1988-07-01',
    })
    const body = { talent: other, relation: 'sibling' }
    await ok(await change(served, 'post', one, `/relatives/${relative}/link`, body))
    const barred = { relation: 'sibling', isBarred: true }
    expect((await portrait(one)).family).toMatchObject([{ person: { id: other }, ...barred }])
    expect((await portrait(other)).family).toMatchObject([{ person: { id: one }, ...barred }])
    expect((await portrait(one)).relatives[0]).toMatchObject({ linked: { id: other }, matches: [] })
    const pins = [
      { talent: one, village: HONGMEN, post: 'committee-member' },
      { talent: other, village: HONGMEN, post: 'committee-member' },
    ]
    const slate = await served.post('/slates', { village: HONGMEN, pins })
    expect(await slate.text()).toContain('impossible')
    await ok(await change(served, 'remove', one, `/relatives/${relative}/link`))
    expect((await portrait(one)).family).toEqual([])
    expect((await portrait(one)).relatives[0]).toMatchObject({
      ...{ linked: null, matches: [{ id: other }] },
    })
  })

  test('far off bars nobody, unless somebody says so', async () => {
    const one = await enter({ name: '长孙一', bornOn: '1990-05' })
    const other = await enter({ name: '长孙二', bornOn: '1988-07' })
    const relative = await addRelative(one, { relation: '族兄', name: '长孙二', bornOn: '1988-07' })
    const body = { talent: other, relation: 'distant' }
    await ok(await change(served, 'post', one, `/relatives/${relative}/link`, body))
    expect((await portrait(one)).family).toMatchObject([{ isBarred: false }])
  })

  test('a link that both sides made stays until both take it back', async () => {
    const one = await enter({ name: '澹台一', bornOn: '1990-05' })
    const other = await enter({ name: '澹台二', bornOn: '1988-07' })
    const there = await addRelative(one, { relation: '哥哥', name: '澹台二', bornOn: '1988-07' })
    const back = await addRelative(other, { relation: '弟弟', name: '澹台一', bornOn: '1990-05' })
    const sibling = (talent: string) => ({ talent, relation: 'sibling' })
    await ok(await change(served, 'post', one, `/relatives/${there}/link`, sibling(other)))
    await ok(await change(served, 'post', other, `/relatives/${back}/link`, sibling(one)))
    await ok(await change(served, 'remove', one, `/relatives/${there}`))
    expect((await portrait(one)).family).toHaveLength(1)
    await ok(await change(served, 'remove', other, `/relatives/${back}/link`))
    expect((await portrait(one)).family).toEqual([])
  })

  test('who was refused is proposed no more, and cannot be linked', async () => {
    const one = await enter({ name: '淳于一', bornOn: '1990-05' })
    const other = await enter({ name: '淳于二', bornOn: '1988-07' })
    const relative = await addRelative(one, { relation: '姐姐', name: '淳于二', bornOn: '1988-07' })
    const refusals = `/relatives/${relative}/refusals`
    await ok(await change(served, 'post', one, refusals, { talent: other }))
    expect((await portrait(one)).relatives[0]?.matches).toEqual([])
    const body = { talent: other, relation: 'sibling' }
    const linked = await change(served, 'post', one, `/relatives/${relative}/link`, body)
    expect(await problemIn(linked)).toMatchObject({ status: 422, pointers: ['#/talent'] })
  })

  test('of another name, birth or reach is not linked', async () => {
    const one = await enter({ name: '太史一', bornOn: '1990-05' })
    const far = await enter({ name: '太史二', bornOn: '1988-07', homeVillage: NEIGHBOURS_VILLAGE })
    const other = await enter({ name: '太史三', bornOn: '1988-07' })
    const relative = await addRelative(one, { relation: '哥哥', name: '太史二', bornOn: '1988-07' })
    const link = `/relatives/${relative}/link`
    for (const talent of [other, one, 'nobody'])
      expect(
        (await change(served, 'post', one, link, { talent, relation: 'sibling' })).status,
      ).toBe(422)
    const refusals = `/relatives/${relative}/refusals`
    for (const talent of [other, one, '太史三的姐姐'])
      expect((await change(served, 'post', one, refusals, { talent })).status).toBe(422)
    expect((await change(township, 'post', one, refusals, { talent: far })).status).toBe(422)
    const outside = { talent: far, relation: 'sibling' }
    expect((await change(township, 'post', one, link, outside)).status).toBe(422)
    const shown = await (await township.get(`/talents/${one}`)).json()
    expect(shown.relatives[0].matches).toEqual([])
  })

  test('is changed and taken away, with what was written before in the history', async () => {
    const id = await enter({ name: '濮阳兰' })
    const relative = await addRelative(id, { relation: '父亲', name: '濮阳山', work: '务农' })
    const path = `/relatives/${relative}`
    const changed = { relation: '父亲', name: '濮阳山', politicalStatus: '群众' }
    await ok(await change(served, 'put', id, path, { ...changed, bornOn: '1961-02' }))
    expect((await portrait(id)).relatives).toMatchObject([{ bornOn: '1961-02', work: null }])
    await ok(await change(served, 'remove', id, path))
    expect((await change(served, 'remove', id, path)).status).toBe(404)
    const { changes } = await ok(await served.api.talents[':id'].history.$get({ param: { id } }))
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['父亲 濮阳山 1961-02', null],
      ['父亲 濮阳山', '父亲 濮阳山 1961-02'],
      [null, '父亲 濮阳山'],
    ])
  })

  test.each([
    { body: { relation: '父亲', name: '某', bornOn: '1965-02-30' }, pointer: '#/bornOn' },
    { body: { relation: '父亲', name: '某', bornOn: '2031-02' }, pointer: '#/bornOn' },
    { body: { relation: '', name: '某' }, pointer: '#/relation' },
    { body: { relation: '父亲' }, pointer: '#/name' },
  ])('$body is refused at $pointer', async ({ body, pointer }) => {
    const id = await enter({ name: '公冶长' })
    const problem = await problemIn(await change(served, 'post', id, '/relatives', body))
    expect(problem).toMatchObject({ status: 422, pointers: [pointer] })
  })
})
