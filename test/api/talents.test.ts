import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { databases } from '../databases.ts'
import { idOf, ok, problemIn, type Served, serve } from './served.ts'

describe.each(databases)('people on $engine', ({ open }) => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ open })
  })
  afterAll(() => served.close())

  test('pages of a township hold everybody once', async () => {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const query = { township: TOWNSHIP, limit: '50', ...(after !== '' && { after }) }
      const page: { people: { id: string }[]; next: string | null } = await ok(
        await served.api.talents.$get({ query }),
      )
      seen.push(...page.people.map(({ id }) => id))
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    const { villages } = await ok(
      await served.api.townships[':code'].$get({ param: { code: TOWNSHIP } }),
    )
    expect(seen).toHaveLength(villages.reduce((sum, { pool }) => sum + pool, 0))
  })

  test.each([
    { q: '李文博', why: 'the whole name' },
    { q: 'liwenbo', why: 'pinyin' },
    { q: 'lwb', why: 'initials' },
  ])('$q finds 李文博: $why', async ({ q }) => {
    const { people } = await ok(await served.api.talents.$get({ query: { q, village: HONGMEN } }))
    expect(people.map(({ name }) => name)).toContain('李文博')
  })

  test('a person shows skills in words, evidence, and relatives who may not sit beside them', async () => {
    const id = await idOf(served, '刘思敏')
    const person = await ok(await served.api.talents[':id'].$get({ param: { id } }))
    expect(person).toMatchObject({ partyStatus: 'league', homeVillage: { name: '洪门村' } })
    expect(person).toMatchObject({ basis: 'consent', noticeVersion: 1, keepUntil: '2028-12-31' })
    expect(person.skills.map(({ words }) => words.zh).join()).not.toBe('')
    expect(person.family).toContainEqual(
      expect.objectContaining({
        person: expect.objectContaining({ name: '张立群' }),
        isBarred: true,
      }),
    )
  })

  test.each([
    { path: '/talents/nobody', status: 404, type: '/problems/not-found', why: 'an unknown id' },
    { path: '/talents?limit=many', status: 422, type: '/problems/invalid', why: 'not a number' },
    { path: '/talents?village=here', status: 422, type: '/problems/invalid', why: 'not a code' },
  ])('$path answers $status: $why', async ({ path, status, type }) => {
    expect(await problemIn(await served.app.request(`/api/v1${path}`))).toMatchObject({
      status,
      type,
    })
  })
})
