import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../db/schema.ts'
import { type Scope, talentsIn } from '../../db/scope.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, type Served, type SignedInClient, serve } from './served.ts'

/** Everything a role may read and ask, against what the tables say about whom it may see. */
let served: Served
let people: { id: string; name: string }[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  people = await served.given.db.selectFrom('talents').select(['id', 'name']).execute()
})
afterAll(() => served.close())

const county = { countyCode: '370406' }
const accountOf = (role: Role) =>
  served.given.db
    .selectFrom('accounts')
    .selectAll()
    .where('role', '=', role)
    .executeTakeFirstOrThrow()
const cases: { role: Role; scope: () => Promise<Scope>; sees: number }[] = [
  { role: 'township', scope: async () => ({ ...county, townshipCode: TOWNSHIP }), sees: 100 },
  { role: 'village', scope: async () => ({ ...county, villageCodes: [HONGMEN] }), sees: 5 },
  {
    role: 'mentor',
    scope: async () => ({ ...county, menteesOf: (await accountOf('mentor')).id }),
    sees: 3,
  },
  {
    role: 'reviewer',
    scope: async () => ({ ...county, casesOf: (await accountOf('reviewer')).departmentId! }),
    sees: 3,
  },
  {
    role: 'talent',
    scope: async () => ({ ...county, talentId: (await accountOf('talent')).talentId! }),
    sees: 1,
  },
  { role: 'admin', scope: async () => ({ ...county, isWithoutPeople: true }), sees: 0 },
  { role: 'auditor', scope: async () => ({ ...county, isWithoutPeople: true }), sees: 0 },
]

describe.each(cases)('$role', ({ role, scope, sees }) => {
  test('meets the id and the name of nobody outside its scope, whatever it asks', async () => {
    const rows = await served.given.db
      .selectFrom('talents')
      .select('id')
      .where(talentsIn(await scope()))
      .execute()
    const inside = new Set(rows.map(({ id }) => id))
    expect(inside.size).toBeGreaterThanOrEqual(sees)
    const names = new Set(people.filter(({ id }) => inside.has(id)).map(({ name }) => name))
    // Whom a record names as family is what that person said of themselves, by name alone.
    const family = await served.given.db
      .selectFrom('relatives')
      .select(['talentId', 'name'])
      .execute()
    for (const { talentId, name } of family) if (inside.has(talentId)) names.add(name)
    // A name of two signs may be part of a longer word.
    const strangers = people.filter(({ id, name }) => !inside.has(id) && !names.has(name))
    expect(strangers.length).toBeGreaterThan(50)
    for (const [asked, answer] of await answersTo(await served.as(`demo-${role}`), [...inside])) {
      expect(
        people.filter(({ id }) => !inside.has(id) && answer.includes(id)),
        asked,
      ).toEqual([])
      const named = strangers.filter(({ name }) => name.length > 2 && answer.includes(name))
      if (!/accounts/.test(asked)) expect(named, asked).toEqual([])
    }
  })
})

const READS = [
  ...['/places', `/townships/${TOWNSHIP}`, '/townships/370406103', `/villages/${HONGMEN}`],
  ...['/villages/370406104201', '/villages/370406103201', '/policy', '/talents?limit=200'],
  ...['/talents?q=wang', '/talents?village=370406103201', '/record', '/record/looks'],
  ...['/review-cases', '/mentorships', '/retention', '/corrections', '/plans', '/accounts'],
  ...['/talents?q=王&facets=1', '/talents?sex=female&sort=age', '/searches'],
  ...[`/talents?seat=${HONGMEN}:secretary`, '/talents?seat=370406103201:chair'],
  ...['/settings', '/dictionaries/skills', '/notice', '/session', '/self/sessions'],
]
const POSTS: [string, unknown][] = [
  ['/rankings', { village: HONGMEN, post: 'secretary' }],
  ['/rankings', { village: '370406103201', post: 'chair' }],
  ['/slates', { village: HONGMEN }],
  ['/slates/misses', { village: HONGMEN }],
]

async function answersTo(client: SignedInClient, ids: string[]): Promise<[string, string][]> {
  const told: [string, string][] = []
  const hear = async (asked: string, answer: Response) => {
    told.push([asked, await answer.text()])
  }
  for (const path of READS) await hear(path, await client.get(path))
  for (const id of ids.slice(0, 100)) await hear(id, await client.get(`/talents/${id}`))
  for (const [path, body] of POSTS) await hear(path, await client.post(path, body))
  const plan = await client.post('/plans', { township: TOWNSHIP })
  if (plan.status === 202) await hear('a plan', await finished(client, (await plan.json()).id))
  return told
}

async function finished(client: SignedInClient, id: string): Promise<Response> {
  await (await client.get(`/plans/${id}/events`)).text()
  return client.get(`/plans/${id}`)
}
