import { testClient } from 'hono/testing'
import { createApp } from '../../api/app.ts'
import { createLog } from '../../api/log.ts'
import { startSolver } from '../../api/solver/index.ts'
import { type DemonstrationRows, insertDemonstration } from '../../db/seed/index.ts'
import { defaultPolicy, type Policy } from '../../matching/index.ts'
import { databases, type OpenDatabase } from '../databases.ts'

export const SQLITE = databases[0]!

type World = { open?: () => Promise<OpenDatabase>; policy?: Policy; rows?: DemonstrationRows }

/** The application over the demonstration county, as `npm start` makes it but without a port. */
export async function serve({ open = SQLITE.open, policy = defaultPolicy, rows }: World = {}) {
  const { db, close } = await open()
  const { version: _, ...body } = policy
  await insertDemonstration(db, JSON.stringify(body), rows)
  const log = createLog('silent')
  const solver = startSolver(log)
  const given = { db, today: () => '2026-11-23', solver, countyCode: '370406', log }
  const app = createApp(given)
  return {
    app,
    api: testClient(app).api.v1,
    given,
    close: async () => {
      await solver.close()
      await close()
    },
    /** Posts anything, well-formed or not, to a route under /api/v1. */
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      app.request(`/api/v1${path}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  }
}

export type Served = Awaited<ReturnType<typeof serve>>

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
