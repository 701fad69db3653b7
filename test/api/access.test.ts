import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardsOf } from '../../api/access.ts'
import { ROLES } from '../../api/roles.ts'
import type { Role } from '../../db/schema.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fillCounty } from '../db/county.ts'
import { ROUTES } from './routes.ts'
import { fewRows, idOf, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const NEIGHBOURS_VILLAGE = '370406103201'
const FOREIGN_COUNTY = '990002'
const NOBODYS_ID = '019cabed-0000-7000-8000-000000000000'

let served: Served
let clients: Record<Role, SignedInClient>
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  await fillCounty(served.given.db, FOREIGN_COUNTY)
  const entries = await Promise.all(
    ROLES.map(async (role) => [role, await served.as(`demo-${role}`)] as const),
  )
  clients = Object.fromEntries(entries) as Record<Role, SignedInClient>
})
afterAll(() => served.close())

test('every route is in the table, each with one guard, and nothing else is', () => {
  const guards = guardsOf(served.routes)
  expect(guards.filter(({ actions }) => actions.length !== 1)).toEqual([])
  const listed = ROUTES.map(({ route }) => route.replace(' /', ' /api/v1/').replace(/\/$/, ''))
  expect(guards.map(({ route }) => route.replace(/\/$/, '')).sort()).toEqual(listed.sort())
})

test.each(ROUTES.filter(({ roles }) => roles !== 'public'))(
  '$route is closed to whoever is not signed in',
  async ({ route }) => {
    const [method, path] = route.split(' ') as [string, string]
    expect((await ask(served.bare.request, method, path)).status).toBe(401)
  },
)

describe.each(ROUTES)('$route', ({ route, roles }) => {
  const [method, path] = route.split(' ') as [string, string]

  test.each(ROLES)('as %s', async (role) => {
    const { request } = (await clientFor(route, role)).app
    const answer = await ask(request, method, path)
    const body = await bodyOf(answer)
    const isOpen = roles === 'public' || roles === 'all' || roles.includes(role)
    if (isOpen) expect(body).not.toContain('/problems/not-permitted')
    else expect(body).toContain('/problems/not-permitted')
    if (!isOpen) expect(answer.status).toBe(403)
  })
})

describe('what is outside the scope is not found, like what does not exist', () => {
  const cases: { what: string; paths: () => Promise<{ own: string | null; foreign: string[] }> }[] =
    [
      {
        what: 'a person',
        paths: async () => ({
          own: `/talents/${await idOf(served, '李文博')}`,
          foreign: [`/talents/${await neighbour()}`, `/talents/${FOREIGN_COUNTY}101201-a`],
        }),
      },
      {
        what: 'a village',
        paths: async () => ({
          own: `/villages/${HONGMEN}`,
          foreign: [`/villages/${NEIGHBOURS_VILLAGE}`, `/villages/${FOREIGN_COUNTY}101201`],
        }),
      },
      {
        what: 'a township',
        paths: async () => ({
          own: `/townships/${TOWNSHIP}`,
          foreign: [`/townships/${NEIGHBOUR}`, `/townships/${FOREIGN_COUNTY}101`],
        }),
      },
      {
        what: 'a plan of the county',
        paths: async () => ({ own: null, foreign: [`/plans/${await countyPlan()}`] }),
      },
    ]
  test.each(cases)('$what, to a township', async ({ paths }) => {
    const { own, foreign } = await paths()
    if (own) expect((await clients.township.get(own)).status).toBe(200)
    for (const path of foreign) {
      const noun = path.split('/')[1]!
      const nothing = `/${noun}/${noun === 'talents' || noun === 'plans' ? NOBODYS_ID : '999999999'}`
      const [theirs, none] = [await clients.township.get(path), await clients.township.get(nothing)]
      expect(theirs.status, path).toBe(404)
      expect(await shapeOf(theirs, path)).toEqual(await shapeOf(none, nothing))
    }
  })

  test.each([
    { role: 'village' as const, why: 'another village of its own township' },
    { role: 'mentor' as const, why: 'nobody’s mentee' },
  ])('a person, to a $role: $why', async ({ role }) => {
    const other = await idOf(served, '孙', '370406104201').catch(() => undefined)
    const { people } = await (await served.get('/talents?village=370406104201&limit=1')).json()
    const id = other ?? people[0].id
    expect((await clients[role].get(`/talents/${id}`)).status).toBe(404)
  })

  test.each([
    { path: '/rankings', body: { village: NEIGHBOURS_VILLAGE, post: 'chair' }, why: 'a ranking' },
    { path: '/slates', body: { village: NEIGHBOURS_VILLAGE }, why: 'a slate' },
    { path: '/slates/misses', body: { village: NEIGHBOURS_VILLAGE }, why: 'its misses' },
    { path: '/plans', body: { township: NEIGHBOUR }, why: 'a plan' },
    { path: '/plans', body: { township: null }, why: 'a plan of the county' },
  ])('$why elsewhere is refused to a township', async ({ path, body }) => {
    expect((await clients.township.post(path, body)).status).toBe(422)
  })

  test('pinning somebody of elsewhere is refused as unknown', async () => {
    const pins = [{ talent: await neighbour(), post: 'chair' }]
    const answer = await clients.township.post('/slates', { village: HONGMEN, pins })
    expect(answer.status).toBe(422)
  })

  test('lists, rankings and teams of a township name its own people only', async () => {
    const own = await idsIn('/talents?limit=200', TOWNSHIP)
    for (const [path, body] of [
      ['/rankings', { village: HONGMEN, post: 'chair' }],
      ['/slates', { village: HONGMEN }],
    ] as const) {
      const answer = await clients.township.post(path, body)
      const { people } = await answer.json()
      expect(people.length).toBeGreaterThan(0)
      for (const { id } of people) expect(own, path).toContain(id)
    }
  })

  test('a denied attempt and a miss are written down, with who and what', async () => {
    const stranger = await neighbour()
    await clients.mentor.get('/places')
    await clients.township.get(`/talents/${stranger}`)
    const { entries } = await (await clients.auditor.get('/audit?outcome=denied&limit=2')).json()
    expect(entries).toMatchObject([
      { action: 'portrait.missed', role: 'township', subjects: [stranger] },
      { action: 'access.denied', role: 'mentor', detail: { action: 'places.read' } },
    ])
  })
})

/** Signing out ends the session that the other rows use. */
async function clientFor(route: string, role: Role): Promise<SignedInClient> {
  return route === 'DELETE /session' ? served.as(`demo-${role}`) : clients[role]
}

type Request = (
  path: string,
  init: { method: string; body?: string; headers?: Record<string, string> },
) => Promise<Response> | Response

/** A request that passes the guard and then changes nothing: ids that nobody has, bodies that are empty. */
async function ask(request: Request, method: string, path: string): Promise<Response> {
  const filled = path
    .replace(':dictionary', 'reasons')
    .replace(':code', '999999999')
    .replace(':field', 'phone')
    .replace(/:\w+/g, NOBODYS_ID)
  const hasBody = method === 'POST' || method === 'PUT'
  return request(`/api/v1${filled}`, {
    method,
    ...(hasBody && { body: '{}', headers: { 'content-type': 'application/json' } }),
  })
}

/** Events go on for as long as somebody listens: that they begin is enough. */
async function bodyOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') !== true)
    return answer.text()
  await answer.body?.cancel()
  return ''
}

async function shapeOf(answer: Response, path: string) {
  const body = JSON.stringify(await answer.json())
  return body.replaceAll(path.split('/').at(-1)!, 'ID')
}

async function neighbour(): Promise<string> {
  const answer = await served.get(`/talents?village=${NEIGHBOURS_VILLAGE}&limit=1`)
  return (await answer.json()).people[0].id
}

async function countyPlan(): Promise<string> {
  const answer = await served.post('/plans', { township: TOWNSHIP })
  const { id } = await answer.json()
  await served.post(`/plans/${id}/cancellation`)
  return id
}

async function idsIn(path: string, township: string): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query: string = `${path}&township=${township}${after && `&after=${encodeURIComponent(after)}`}`
    const page: { people: { id: string }[]; next: string | null } = await (
      await served.get(query)
    ).json()
    seen.push(...page.people.map(({ id }) => id))
    after = page.next
  }
  return seen
}
