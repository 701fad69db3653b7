import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Duplicates } from '../../api/shapes/portrait.ts'
import { checkDigit } from '../../db/identity-number.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'
const numberOf = (order: number) => {
  const digits = `99040619850701${String(order).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

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
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; revision: number }
}
const portrait = async (id: string) => ok(await served.api.talents[':id'].$get({ param: { id } }))
/** Every pair of the queue by both ids, in whatever order. */
const pairsOf = async (client: Pick<SignedInClient, 'get'>) => {
  const found = new Map<string, string>()
  let after = ''
  do {
    const query = after === '' ? '' : `?after=${encodeURIComponent(after)}`
    const page = Duplicates.parse(await (await client.get(`/duplicates${query}`)).json())
    for (const { a, b, because } of page.pairs) found.set([a.id, b.id].sort().join(' '), because)
    after = page.next ?? ''
  } while (after !== '')
  return { of: (one: string, other: string) => found.get([one, other].sort().join(' ')) }
}
const merge = (
  client: Pick<SignedInClient, 'post'>,
  kept: { id: string; revision: number },
  other: { id: string; revision: number },
  take: string[] = [],
) =>
  client.post(`/talents/${kept.id}/merges`, {
    ...{ other: other.id, take, revision: kept.revision, otherRevision: other.revision },
  })

describe('who may be in the pool twice', () => {
  test('waits with the reason, until somebody says that they are two', async () => {
    const twin = { name: '钟离春', bornOn: '1985-07' }
    const [one, other] = [await enter(twin), await enter({ ...twin, homeVillage: MAOZHAI })]
    const same = await enter(twin)
    const queue = await pairsOf(served)
    expect(queue.of(one.id, other.id)).toBe('name-birth')
    expect(queue.of(one.id, same.id)).toBe('name-birth-village')
    await ok(await served.post('/duplicates/answers', { talent: same.id, other: one.id }))
    expect((await pairsOf(served)).of(one.id, same.id)).toBeUndefined()
    expect((await pairsOf(served)).of(other.id, same.id)).toBe('name-birth')
  })

  test('by one identity number, whatever the name; the reach bounds both', async () => {
    const one = await enter({ name: '百里奚', idNumber: numberOf(11) })
    const other = await enter({ name: '百里溪', idNumber: numberOf(11) })
    const outside = { name: '百里希', homeVillage: NEIGHBOURS_VILLAGE, idNumber: numberOf(11) }
    const far = await enter(outside)
    const queue = await pairsOf(township)
    expect(queue.of(one.id, other.id)).toBe('id-number')
    expect(queue.of(one.id, far.id)).toBeUndefined()
    expect((await pairsOf(served)).of(one.id, far.id)).toBe('id-number')
    const answer = { talent: one.id, other: far.id }
    expect((await township.post('/duplicates/answers', answer)).status).toBe(404)
  })

  test('is not the same record', async () => {
    const { id } = await enter({ name: '东郭先' })
    const problem = await problemIn(
      await served.post('/duplicates/answers', { talent: id, other: id }),
    )
    expect(problem).toMatchObject({ status: 422, pointers: ['#/other'] })
  })
})

describe('two records of one person', () => {
  test('become one, with everything of both, and what was taken in the history', async () => {
    const kept = await enter({
      name: '南宫适',
      bornOn: '1985-07',
      occupation: '务农',
      tags: ['一'],
    })
    const other = await enter({
      ...{ name: '南宫适', bornOn: '1985-07-01', occupation: '合作社会计', tags: ['二'] },
      ...{ idNumber: numberOf(21), phone: '12000000021', homeVillage: MAOZHAI },
      ...{ fullTimeEducation: 'bachelor', remarks: '自荐' },
    })
    const piece = { criterion: 'record', value: 0.7, source: '乡镇核实', standing: 'proven' }
    const headers = { 'if-match': `"${other.revision}"` }
    const body = { ...piece, on: '2026-05-01', note: '完成台账整理' }
    const added = await (await served.post(`/talents/${other.id}/evidence`, body, headers)).json()
    const { id: list } = await (await served.post('/lists', { name: '并档名单' })).json()
    await ok(await served.post(`/lists/${list}/members`, { talents: [other.id] }))
    const take = ['bornOn', 'occupation', 'homeVillage', 'fullTimeEducation']
    const second = { id: other.id, revision: added.revision }
    const answer = await ok(await merge(served, kept, second, take))
    const merged = await portrait(kept.id)
    expect(merged).toMatchObject({
      ...{ revision: (answer as { revision: number }).revision, bornOn: '1985-07-01' },
      ...{ occupation: '合作社会计', homeVillage: { name: '毛宅村' }, education: 'bachelor' },
      ...{ remarks: null, lists: [{ id: list }], evidence: [{ note: '完成台账整理' }] },
      private: { idNumber: `990***********${numberOf(21).slice(-4)}`, phone: '120****0021' },
    })
    expect(merged.tags.toSorted()).toEqual(['一', '二'].toSorted())
    const reveal = { field: 'phone', reason: '核对并档结果' }
    const clear = await ok(await served.post(`/talents/${kept.id}/reveals`, reveal))
    expect(clear).toEqual({ value: '12000000021' })
    expect((await served.get(`/talents/${other.id}`)).status).toBe(404)
    const { changes } = await ok(
      await served.api.talents[':id'].history.$get({ param: { id: kept.id } }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'occupation', before: '务农', after: '合作社会计' }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'merged', after: '南宫适（毛宅村）' }),
    )
    expect(changes).toContainEqual(expect.objectContaining({ field: 'evidence' }))
    const { people } = await (await served.get('/talents?q=南宫适')).json()
    expect(people.map((it: { id: string }) => it.id)).toEqual([kept.id])
    const auditor = await served.as('demo-auditor')
    const audit = await (await auditor.get('/audit?action=talent.merged')).text()
    expect(audit).toContain(other.id)
    expect(audit).not.toContain('合作社会计')
  })

  test('stay two when either was changed meanwhile', async () => {
    const [kept, other] = [await enter({ name: '西门一' }), await enter({ name: '西门二' })]
    const headers = { 'if-match': `"${other.revision}"` }
    await ok(await served.patch(`/talents/${other.id}`, { occupation: '教师' }, headers))
    expect((await merge(served, kept, other)).status).toBe(412)
    const newer = { ...other, revision: other.revision + 1 }
    expect((await merge(served, { ...kept, revision: 99 }, newer)).status).toBe(412)
    await ok(await merge(served, kept, newer))
  })

  test('the one that the person signs in by is kept', async () => {
    const own = await portrait(await idOf(served, '李文博', HONGMEN))
    const twin = await enter({ name: '李文博', bornOn: '1988-03' })
    const problem = await problemIn(await merge(served, twin, own))
    expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' })
    await ok(await merge(served, own, twin))
  })

  test('are both at home in the reach of the account', async () => {
    const kept = await enter({ name: '左丘一' })
    const far = await enter({ name: '左丘二', homeVillage: NEIGHBOURS_VILLAGE })
    expect((await merge(township, kept, far)).status).toBe(404)
    expect((await merge(township, far, kept)).status).toBe(404)
  })

  test('of whom one withdrew the consent: the last word counts', async () => {
    const consented = { basis: 'consent', noticeVersion: 1 }
    const kept = await enter({ name: '公羊高', ...consented })
    const other = await enter({ name: '公羊高', ...consented })
    await ok(await served.post(`/talents/${other.id}/consents`, { act: 'withdrawn' }))
    const { revision } = await portrait(other.id)
    await ok(await merge(served, kept, { id: other.id, revision }))
    expect((await portrait(kept.id)).consent).toBe('withdrawn')
  })
})
