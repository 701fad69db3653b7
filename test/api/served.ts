import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { testClient } from 'hono/testing'
import { type App, createApp } from '../../api/app.ts'
import { openAttachments } from '../../api/attachments/store.ts'
import { giveNotice } from '../../api/database.ts'
import { completeDemonstration, DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { openKeyring } from '../../api/keys.ts'
import { createLog } from '../../api/log.ts'
import { createStandings } from '../../api/readiness/keeping.ts'
import type { Db } from '../../db/connect.ts'
import { type DemonstrationRows, demonstration, insertDemonstration } from '../../db/seed/index.ts'
import { defaultPolicy, type Policy } from '../../matching/index.ts'
import { TOWNSHIP } from '../cast.ts'
import { databases, type Filling, type Open } from '../databases.ts'
import { sharedSolver } from './shared-solver.ts'

export const SQLITE = databases[0]!

type World = {
  open?: Open
  policy?: Policy
  rows?: DemonstrationRows
  clock?: () => Date
  today?: () => string
  auditHeads?: string
}
/** 32 bytes that guard nothing. */
export const KEYS = `1:${Buffer.alloc(32, 7).toString('base64')}`

/** The demonstration's rows of Beizhuang and one neighbour alone: quick to fill, enough for who may see whom. */
export function fewRows(): DemonstrationRows {
  few ??= narrowed(demonstration(), [TOWNSHIP, '370406103'])
  return few
}
let few: DemonstrationRows | undefined

/** The demonstration's rows of these villages beside Beizhuang, whose accounts it has: a plan of few is quick. */
export function rowsOfVillages(villages: readonly string[]): DemonstrationRows {
  return narrowed(demonstration(), [TOWNSHIP, ...villages])
}

/** Of townships or villages, by their codes. */
function narrowed(rows: DemonstrationRows, places: readonly string[]): DemonstrationRows {
  const isHere = (code: string) => places.some((place) => code.startsWith(place))
  const isAround = (township: string) => places.some((place) => place.startsWith(township))
  const talents = rows.talents.filter(({ homeVillageCode }) => isHere(homeVillageCode))
  const ids = new Set(talents.map(({ id }) => id))
  const about = <Row extends { talentId: string }>(list: Row[]) =>
    list.filter(({ talentId }) => ids.has(talentId))
  const at = <Row extends { villageCode: string }>(list: Row[]) =>
    list.filter(({ villageCode }) => isHere(villageCode))
  return {
    ...rows,
    townships: rows.townships.filter(({ code }) => isAround(code)),
    villages: rows.villages.filter(({ code }) => isHere(code)),
    posts: at(rows.posts),
    needs: at(rows.needs),
    terms: at(rows.terms),
    talents,
    incumbents: at(about(rows.incumbents)),
    talentSources: about(rows.talentSources),
    talentSkills: about(rows.talentSkills),
    honours: about(rows.honours),
    evidence: about(rows.evidence),
    familyLinks: about(rows.familyLinks).filter(({ relativeId }) => ids.has(relativeId)),
    relatives: about(rows.relatives).filter(
      ({ linkedId }) => linkedId === null || ids.has(linkedId),
    ),
    residenceConsents: at(about(rows.residenceConsents)),
  }
}

/** The application over the demonstration county, as `npm start` makes it but without a port. */
export async function serve({ open = SQLITE.open, policy = defaultPolicy, ...world }: World = {}) {
  const { rows, clock = () => new Date(), today = () => '2026-11-23', auditHeads } = world
  const { db, close } = await open(countyWith(policy, rows))
  const countyCode = COUNTY
  const keyring = await keyringOf(db)
  const log = createLog('silent')
  const solver = sharedSolver(log)
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-attachments-'))
  const attachments = openAttachments(folder)
  const given = {
    db,
    today,
    clock,
    solver,
    countyCode,
    keyring,
    attachments,
    log,
    ...(auditHeads && { auditHeads }),
  }
  // Villages are counted where a test asks for it (`settled`): most are about other things.
  const standings = createStandings(given)
  const app = createApp(given)
  const county = await signedIn(app, 'demo-county')
  return {
    ...county,
    given,
    routes: app.routes,
    /** Nobody is signed in. */
    bare: app,
    as: (username: string, password?: string) => signedIn(app, username, password),
    /** `start` counts villages by itself from then on, as in a running program. */
    standings,
    close: async () => {
      await standings.stop()
      await solver.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const COUNTY = '370406'
const keyringOf = (db: Db) => openKeyring(db, COUNTY, { keyFile: '', keys: KEYS })

function countyWith(policy: Policy, rows: DemonstrationRows | undefined): Filling {
  const { version: _, ...body } = policy
  const text = JSON.stringify([body, rows ?? 'all'])
  return {
    key: createHash('sha256').update(text).digest('hex'),
    fill: async (db) => {
      await insertDemonstration(db, JSON.stringify(body), rows)
      const keyring = await keyringOf(db)
      await giveNotice(db, COUNTY)
      await completeDemonstration(db, keyring, COUNTY)
      await db
        .updateTable('accounts')
        .set({ passwordHash: await quickHash() })
        .execute()
    },
  }
}

/** Of the same password, checked in a moment: hundreds of tests sign somebody in, and few are about that. */
const quickHash = () => hash(DEMONSTRATION_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })

type Init = {
  method?: string
  body?: string | Blob
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** The application as somebody who signed in by name and password sees it; demonstration accounts share one. */
export async function signedIn(app: App, username: string, password = DEMONSTRATION_PASSWORD) {
  const answer = await send(app, 'POST', '/session', { username, password })
  if (!answer.ok) throw new Error(JSON.stringify(await answer.json()))
  return withCookie(app, cookieOf(answer))
}

export function withCookie(app: App, cookie: string) {
  const request = (path: string, { headers, ...init }: Init = {}) =>
    app.request(path, { ...init, headers: { cookie, ...headers } })
  const sending =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(app, method, path, body, { cookie, ...headers })
  return {
    cookie,
    app: { request },
    api: testClient(app, undefined, undefined, { headers: { cookie } }).api.v1,
    get: (path: string) => request(`/api/v1${path}`),
    /** Sends anything, well-formed or not, to a route under /api/v1. */
    post: sending('POST'),
    put: sending('PUT'),
    patch: sending('PATCH'),
    remove: sending('DELETE'),
  }
}

export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ')
}

export async function send(
  app: App,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(`/api/v1${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  })
}

export type Served = Awaited<ReturnType<typeof serve>>
export type SignedInClient = Awaited<ReturnType<typeof signedIn>>

/** Somebody of the pool by name; the named cast is part of the demonstration. */
export async function idOf({ api }: Served, name: string, village?: string): Promise<string> {
  const found = await api.talents.$get({ query: { q: name, ...(village && { village }) } })
  const { people } = await ok(found)
  return people.find((person) => person.name === name)!.id
}

type Body<R> = R extends { status: 200 | 202; json(): Promise<infer B> }
  ? B
  : R extends { json(): Promise<infer B> }
    ? B
    : never

/** The body of an answer that must have gone well; says the problem otherwise. */
export async function ok<R extends { ok: boolean; json(): Promise<unknown> }>(
  response: R,
): Promise<Body<R>> {
  const body = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(body))
  return body as Body<R>
}

/** A problem as the interface meets it. */
export async function problemIn(response: Response) {
  const body = await response.json()
  return {
    status: response.status,
    type: body.type,
    media: response.headers.get('content-type'),
    pointers: (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
    detail: body.detail as string,
  }
}
