import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { requireGuards } from './access.ts'
import { createAudit } from './auditing.ts'
import { limitBody } from './body-limits.ts'
import type { Dependencies, Env } from './context.ts'
import { addDocuments } from './documents.ts'
import { createImportRuns } from './imports/runs.ts'
import { logRequests } from './log.ts'
import { onlyFromOwn } from './origin.ts'
import { createPaperRuns } from './papers/runs.ts'
import { peerOf } from './peer.ts'
import { createPlanRuns } from './plan-runs.ts'
import { answerProblem, answerUnrouted } from './refusal.ts'
import { countyOf } from './remembered.ts'
import { type Api as App, ROUTES } from './routes.ts'
import { createSignInLimits } from './sign-in-limits.ts'

/** Events must arrive one by one, so that they are left as they are. */
const COMPRESSED = /^application\/(problem\+)?json\b/

/** The application. Everything it needs comes in here; it opens and listens to nothing itself. */
export function createApp(given: Dependencies): App {
  const { db, today, solver, countyCode, keyring, log, origin, auditHeads } = given
  const { clock = () => new Date(), audit: trail = createAudit(db, keyring, countyCode) } = given
  const planRuns = given.planRuns ?? createPlanRuns(given)
  const importRuns = given.importRuns ?? createImportRuns(given)
  const paperRuns = given.paperRuns ?? createPaperRuns(given)
  const limits = createSignInLimits()
  const kept = {
    db,
    today,
    clock,
    solver,
    planRuns,
    importRuns,
    paperRuns,
    log,
    countyCode,
    keyring,
    attachments: given.attachments,
    auditHeads,
    installation: given.installation,
    limits,
  }
  const app = new Hono<Env>()
    .use(requestId())
    .use(async (c, next) => {
      const county = () => countyOf(db, c.var.scope)
      const peer = { isSecure: origin !== undefined, address: peerOf(c) }
      const request = async (address: URL, init: RequestInit) => app.request(address.href, init)
      const variables = { ...kept, ...peer, audit: trail, county, request }
      for (const [name, value] of Object.entries(variables)) c.set(name as 'db', value as typeof db)
      await next()
    })
    .use(logRequests())
    .use(compress({ contentTypeFilter: COMPRESSED }))
    .use(secureHeaders({ ...HEADERS, strictTransportSecurity: origin ? HSTS : false }))
    .use('/api/*', neverStored)
    .use(onlyFromOwn(origin))
    .use(limitBody())
  for (const [path, part] of ROUTES) app.route(`/api/v1${path}`, part as Hono<Env>)
  requireGuards(app.routes)
  app.onError(answerProblem)
  app.notFound((c) => answerUnrouted(c, methodsAt(app, c.req.path)))
  addDocuments(app)
  return app as unknown as App
}

export type { App }

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What an address takes; pages of the interface, which are at every address, do not count. */
function methodsAt(app: Hono<Env>, path: string): string[] {
  return METHODS.filter((method) =>
    app.router
      .match(method, path)[0]
      .some(([[, route]]) => route.method === method && !route.path.endsWith('*')),
  ).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}

/** Answers hold personal data: no cache of a browser or a proxy keeps them. */
const neverStored: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}

const HSTS = 'max-age=31536000'

/** Nothing from outside: no script, style, font or picture. Loopback has no HTTPS to insist on. */
const HEADERS = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // A file of somebody's says more strictly what it may do.
  overwrite: false,
  referrerPolicy: 'no-referrer',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
}
