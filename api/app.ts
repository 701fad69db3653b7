import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { countyOf } from './candidacies.ts'
import type { Dependencies, Env } from './context.ts'
import { addDocuments } from './documents.ts'
import { health } from './health.ts'
import { logRequests } from './log.ts'
import { onlyFromHere } from './origin.ts'
import { places } from './places.ts'
import { createPlanRuns } from './plan-runs.ts'
import { plans } from './plans.ts'
import { policy } from './policy.ts'
import { Problem } from './problem.ts'
import { rankings } from './rankings.ts'
import { answerProblem, answerUnrouted } from './refusal.ts'
import { slates } from './slates.ts'
import { talents } from './talents.ts'
import { townships } from './townships.ts'
import { villages } from './villages.ts'

/** Size of a request's body; the largest honest one, a plan with hundreds of pins, is a tenth of it. */
const MOST_KIB = 512
/** Events must arrive one by one, so that they are left as they are. */
const COMPRESSED = /^application\/(problem\+)?json\b/

/** The application. Everything it needs comes in here; it opens and listens to nothing itself. */
export function createApp(given: Dependencies) {
  const { db, today, solver, countyCode, log } = given
  const planRuns = given.planRuns ?? createPlanRuns(given)
  const app = new Hono<Env>()
    .use(requestId())
    .use(async (c, next) => {
      const county = () => countyOf(db, countyCode)
      const variables = { db, today, solver, planRuns, log, countyCode, county }
      for (const [name, value] of Object.entries(variables)) c.set(name as 'db', value as typeof db)
      await next()
    })
    .use(logRequests())
    .use(compress({ contentTypeFilter: COMPRESSED }))
    .use(secureHeaders(HEADERS))
    .use(onlyFromHere())
    .use(bodyLimit({ maxSize: MOST_KIB * 1024, onError: refuseSize }))
    .route('/api/v1/health', health)
    .route('/api/v1/places', places)
    .route('/api/v1/townships', townships)
    .route('/api/v1/villages', villages)
    .route('/api/v1/policy', policy)
    .route('/api/v1/talents', talents)
    .route('/api/v1/rankings', rankings)
    .route('/api/v1/slates', slates)
    .route('/api/v1/plans', plans)
  app.onError(answerProblem)
  app.notFound((c) => answerUnrouted(c, methodsAt(app, c.req.path)))
  addDocuments(app)
  return app
}

export type App = ReturnType<typeof createApp>

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What an address takes; pages of the interface, which are at every address, do not count. */
function methodsAt(app: Hono<Env>, path: string): string[] {
  return METHODS.filter((method) =>
    app.router
      .match(method, path)[0]
      .some(([[, route]]) => route.method === method && !route.path.endsWith('*')),
  ).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}

function refuseSize(): never {
  throw new Problem('too-large', {
    zh: `请求正文不能超过 ${MOST_KIB} KiB。请减少指定人选与排除人选，或按乡镇分开提交。`,
    en: `A body may hold ${MOST_KIB} KiB at most. Send fewer pins and exclusions, or ask township by township.`,
  })
}

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
  strictTransportSecurity: false,
}
