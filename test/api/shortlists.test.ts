import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { RepresentationAnswer, ShortlistAnswer } from '../../api/shapes/shortlist.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

type Client = Pick<SignedInClient, 'get'>
const read = async <Shape extends z.ZodType>(
  shape: Shape,
  path: string,
  client: Client = served,
): Promise<z.infer<Shape>> => shape.parse(await ok(await client.get(path)))
const shortlist = (query: string, client?: Client) =>
  read(ShortlistAnswer, `/shortlists?post=committee-member${query}`, client)

describe('a shortlist', () => {
  test('is of the size and shares of the policy, and says so', async () => {
    const list = await shortlist(`&village=${HONGMEN}`)
    expect(list).toMatchObject({
      ...{ size: 10, isOfPolicy: true, place: { kind: 'village', name: '洪门村' } },
      shares: [
        { group: 'women', min: 0.3 },
        { group: 'young', min: 0.2 },
      ],
    })
    expect(list.listed.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(list.isProven).toBe(true)
  })

  test('holds each share at every place, or says where it does not', async () => {
    const { listed, groups } = await shortlist(`&township=${TOWNSHIP}&size=20&women=0.5&young=0.4`)
    expect(groups.map(({ group, min }) => [group, min])).toEqual([
      ['women', 0.5],
      ['young', 0.4],
    ])
    for (const { group, min, short } of groups)
      for (let places = 1; places <= listed.length; places++) {
        const held = listed.slice(0, places).filter((one) => one.groups[group] === true).length
        const lacks = Math.max(0, Math.floor(min * places + 1e-9) - held)
        const said = short.find(({ from, to }) => from <= places && places <= to)
        expect(said?.by ?? 0, `${group} at ${places}`).toBe(lacks)
      }
  })

  test('names everybody on it and whoever went for a share; each fit is that of the ranking', async () => {
    const { listed, exchanges, people, fit, fitAlone } = await shortlist(
      `&village=${HONGMEN}&size=8&women=0.8`,
    )
    const named = new Set(people.map(({ id }) => id))
    expect([...listed.map((one) => one.talent), ...exchanges.map((one) => one.wentOut)]).toEqual(
      expect.arrayContaining([...named]),
    )
    expect(exchanges.length).toBeGreaterThan(0)
    expect(exchanges.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(fitAlone - fit, 9)
    const asked = { village: HONGMEN, post: 'committee-member' as const }
    const { ranking } = await ok(await served.api.rankings.$post({ json: asked }))
    for (const one of listed) {
      const ranked = ranking.ranked.find(({ talent }) => talent === one.talent)
      expect({ fit: one.fit, place: one.placeByFit }).toEqual({
        ...{ fit: ranked?.fit, place: ranking.ranked.indexOf(ranked!) + 1 },
      })
    }
  })

  test('of a township or the county judges people for their home village', async () => {
    for (const query of [`&township=${TOWNSHIP}`, '']) {
      const { listed, people } = await shortlist(query)
      const homes = new Map(people.map(({ id, homeVillage }) => [id, homeVillage.code]))
      for (const { talent, village } of listed) expect(village.code).toBe(homes.get(talent))
    }
  })

  test('of a township’s account reaches its own people only', async () => {
    const { place, people } = await shortlist('', township)
    expect(place).toMatchObject({ kind: 'township', code: TOWNSHIP })
    expect(people.every(({ homeTownship }) => homeTownship.code === TOWNSHIP)).toBe(true)
  })

  test.each([
    { query: '&size=0', listed: 0, why: 'a list of nobody' },
    {
      query: `&village=${HONGMEN}&size=100&women=1&young=1&college=1&newcomers=1`,
      listed: 100,
      why: 'shares that sum to four',
    },
  ])('answers what cannot be had as a result: $why', async ({ query, listed }) => {
    const list = await shortlist(query)
    expect(list.listed.length).toBeLessThanOrEqual(listed)
    for (const { short, words } of list.groups) expect(words === null).toBe(short.length === 0)
  })

  test.each([
    { query: 'post=mayor', status: 422, why: 'no such post' },
    { query: 'post=chair&size=101', status: 422, why: 'too long a list' },
    { query: 'post=chair&size=2.5', status: 422, why: 'half a person' },
    { query: 'post=chair&women=NaN', status: 422, why: 'NaN' },
    { query: 'post=chair&women=', status: 422, why: 'nothing is not 0' },
    { query: 'post=chair&women=1.2', status: 422, why: 'more than all' },
    { query: 'post=chair&women=-0.1', status: 422, why: 'less than none' },
    { query: 'post=chair&village=370406104999', status: 404, why: 'no such village' },
    { query: 'post=chair&township=370406999', status: 404, why: 'no such township' },
  ])('refuses $why with $status', async ({ query, status }) => {
    for (const route of ['shortlists', 'representation']) {
      const problem = await problemIn(await served.get(`/${route}?${query}`))
      expect(problem.status).toBe(status)
      expect(problem.detail).toMatch(/\p{Script=Han}/u)
    }
  })

  test('of another township is not found, and the look at people is written down', async () => {
    expect((await township.get('/shortlists?post=chair&township=370406103')).status).toBe(404)
    const { listed } = await shortlist(`&village=${HONGMEN}&size=3`, township)
    const auditor = await served.as('demo-auditor')
    const { entries } = (await ok(await auditor.get('/audit?action=shortlist.read&limit=1'))) as {
      entries: { subjects: { first: string[] }; detail: unknown }[]
    }
    expect(JSON.stringify(entries[0])).toContain(listed[0]!.talent)
  })
})

describe('a representation report', () => {
  const report = (query: string, client?: Client) =>
    read(RepresentationAnswer, `/representation?post=committee-member${query}`, client)

  test('counts each stage within the one before, in every part the same people', async () => {
    const { stages, parts } = await report(`&township=${TOWNSHIP}`)
    const people = stages.map((one) => one.people)
    expect(people).toEqual(people.toSorted((a, b) => b - a))
    for (const { groups, isOverlapping } of parts) {
      if (isOverlapping) continue
      for (const { stage, people } of stages)
        expect(groups.reduce((sum, { counts }) => sum + (counts[stage] ?? 0), 0)).toBe(people)
    }
    expect(parts.map(({ part }) => part)).toEqual(['sex', 'age', 'education', 'source', 'township'])
  })

  test('counts those who hold the post in a plan, and marks what is too few to say', async () => {
    const { id } = (await ok(
      await served.post('/plans', { township: TOWNSHIP, timeLimitSeconds: 5 }),
    )) as { id: string }
    await (await served.get(`/plans/${id}/events`)).text()
    const { stages, plan, parts } = await report(`&township=${TOWNSHIP}&plan=${id}`)
    const planned = stages.find(({ stage }) => stage === 'planned')!.people
    expect(planned).toBeGreaterThan(0)
    expect(plan).toMatchObject({ id, seated: planned + plan!.elsewhere })
    const rates = parts.flatMap(({ groups }) => groups.flatMap((one) => one.rates.planned ?? []))
    for (const { of, isSmall, isLow } of rates) {
      if (of < 30) expect(isSmall).toBe(true)
      if (isSmall) expect(isLow).toBe(false)
    }
  })

  test('of a plan that is not there, or not the township’s, is not found', async () => {
    expect((await served.get('/representation?post=chair&plan=none')).status).toBe(404)
    const { id } = (await ok(
      await served.post('/plans', { township: '370406103', pins: [], exclusions: [] }),
    )) as { id: string }
    expect((await township.get(`/representation?post=chair&plan=${id}`)).status).toBe(404)
  })
})
