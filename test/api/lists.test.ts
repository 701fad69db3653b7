import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ListAnswer, Lists } from '../../api/shapes/portrait.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let own: string
let stranger: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  own = await idOf(served, '李文博', HONGMEN)
  stranger = fewRows().talents.find((it) => it.homeTownshipCode !== TOWNSHIP)!.id
})
afterAll(() => served.close())

const make = async (client: Pick<SignedInClient, 'post'>, name: string) => {
  const answer = await client.post('/lists', { name, note: '换届备选' })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}
const read = async (client: Pick<SignedInClient, 'get'>, path: string) =>
  (await (await client.get(path)).json()) as never

describe('named lists', () => {
  test('hold people with notes, and the portrait says which', async () => {
    const id = await make(served, '全区书记备选')
    const put = { talents: [own, stranger, own], note: '书记方向' }
    expect(await ok(await served.post(`/lists/${id}/members`, put))).toEqual({
      added: 2,
      already: 0,
    })
    expect(await ok(await served.post(`/lists/${id}/members`, put))).toEqual({
      added: 0,
      already: 2,
    })
    const list = ListAnswer.parse(await read(served, `/lists/${id}`))
    expect(list).toMatchObject({ name: '全区书记备选', members: 2, elsewhere: 0, township: null })
    expect(list.people.map(({ person, note }) => [person.id, note])).toContainEqual([
      own,
      '书记方向',
    ])
    const portrait = await ok(await served.api.talents[':id'].$get({ param: { id: own } }))
    expect(portrait.lists).toContainEqual({ id, name: '全区书记备选' })
    await ok(await served.put(`/lists/${id}/members/${own}`, { note: '已谈话' }))
    await ok(await served.remove(`/lists/${id}/members/${stranger}`))
    expect(ListAnswer.parse(await read(served, `/lists/${id}`))).toMatchObject({
      ...{ members: 1, people: [{ note: '已谈话' }] },
    })
    expect((await served.remove(`/lists/${id}/members/${stranger}`)).status).toBe(404)
  })

  test('of a township are its own: the county sees them, another office’s are not found', async () => {
    const id = await make(township, '本镇青年')
    const ofCounty = await make(served, '全区青年')
    const { lists } = Lists.parse(await read(served, '/lists'))
    expect(lists.find((it) => it.id === id)).toMatchObject({
      ...{ township: { code: TOWNSHIP, name: '北庄镇' }, createdBy: '孟庆华' },
    })
    const seen = Lists.parse(await read(township, '/lists')).lists.map((it) => it.id)
    expect(seen).toContain(id)
    expect(seen).not.toContain(ofCounty)
    for (const [method, path] of [
      ['get', `/lists/${ofCounty}`],
      ['remove', `/lists/${ofCounty}`],
    ] as const)
      expect((await township[method](path)).status).toBe(404)
    const added = await township.post(`/lists/${ofCounty}/members`, { talents: [own] })
    expect(added.status).toBe(404)
  })

  test('whoever is out of reach is counted, never named, and cannot be put on a list', async () => {
    const id = await make(township, '交叉任职')
    const refused = await problemIn(
      await township.post(`/lists/${id}/members`, { talents: [own, stranger] }),
    )
    expect(refused).toMatchObject({ status: 422, pointers: ['#/talents'] })
    await ok(await served.post(`/lists/${id}/members`, { talents: [own, stranger] }))
    const list = ListAnswer.parse(await read(township, `/lists/${id}`))
    expect(list).toMatchObject({ members: 1, elsewhere: 1 })
    expect(JSON.stringify(list)).not.toContain(stranger)
  })

  test('are renamed by the revision that was seen, under names of their own, and go alone', async () => {
    const id = await make(served, '待改名')
    const taken = await problemIn(await served.post('/lists', { name: '待改名' }))
    expect(taken).toMatchObject({ status: 409, type: '/problems/conflict' })
    const rename = (name: string, revision: number) =>
      served.put(`/lists/${id}`, { name }, { 'if-match': `"${revision}"` })
    await ok(await rename('已改名', 1))
    expect((await rename('再改名', 1)).status).toBe(412)
    await ok(await served.post(`/lists/${id}/members`, { talents: [own] }))
    await ok(await served.remove(`/lists/${id}`))
    expect((await served.get(`/lists/${id}`)).status).toBe(404)
    expect((await served.get(`/talents/${own}`)).status).toBe(200)
  })
})

describe('tags of many people', () => {
  const tagsOf = async (id: string) =>
    (await ok(await served.api.talents[':id'].$get({ param: { id } }))).tags

  test('are added and taken away, once for whom they change, with the old ones in the history', async () => {
    const talents = [own, stranger]
    const add = { talents, add: ['电商', '青年'] }
    expect(await ok(await served.post('/talents/tags', add))).toEqual({ changed: 2 })
    expect(await ok(await served.post('/talents/tags', add))).toEqual({ changed: 0 })
    const swap = { talents, add: ['党建'], remove: ['青年'] }
    expect(await ok(await served.post('/talents/tags', swap))).toEqual({ changed: 2 })
    expect((await tagsOf(own)).toSorted()).toEqual(['党建', '电商'].toSorted())
    const { changes } = await ok(
      await served.api.talents[':id'].history.$get({ param: { id: own } }),
    )
    expect(changes[0]).toMatchObject({ field: 'tags' })
    const { people } = await (await served.get('/talents?tag=%E5%85%9A%E5%BB%BA')).json()
    expect(people.map((it: { id: string }) => it.id).sort()).toEqual(talents.toSorted())
  })

  test('of somebody out of reach are refused, and nobody’s change', async () => {
    const before = await tagsOf(own)
    const talents = [own, stranger]
    const answer = await problemIn(await township.post('/talents/tags', { talents, add: ['试'] }))
    expect(answer).toMatchObject({ status: 422, pointers: ['#/talents'] })
    expect(await tagsOf(own)).toEqual(before)
  })
})
