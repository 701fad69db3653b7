import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { requireGuards } from './access.ts'
import { accounts } from './accounts.ts'
import { alternatives } from './alternatives.ts'
import { applicationInbox } from './application-inbox.ts'
import { applications } from './applications.ts'
import { attachments, nomineeAttachments } from './attachments.ts'
import { audit } from './audit.ts'
import { createAudit } from './auditing.ts'
import { limitBody } from './body-limits.ts'
import { calendar } from './calendar.ts'
import { comparisons } from './comparisons.ts'
import { consents, ownConsents } from './consents.ts'
import type { Dependencies, Env } from './context.ts'
import { corrections, ownCorrections } from './corrections.ts'
import { criteria } from './criteria.ts'
import { departures } from './departures.ts'
import { depth } from './depth.ts'
import { dictionaries } from './dictionaries.ts'
import { addDocuments } from './documents.ts'
import { duplicates } from './duplicates.ts'
import { enrolments } from './enrolments.ts'
import { erasures } from './erasures.ts'
import { evidence } from './evidence.ts'
import { evidenceSources } from './evidence-sources.ts'
import { exports } from './exports.ts'
import { gaps } from './gaps.ts'
import { handovers } from './handovers.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { honours } from './honours.ts'
import { importRows } from './import-rows.ts'
import { createImportRuns } from './imports/runs.ts'
import { imports } from './imports.ts'
import { invitations } from './invitations.ts'
import { listMembers } from './list-members.ts'
import { lists } from './lists.ts'
import { logRequests } from './log.ts'
import { mentorships } from './mentorships.ts'
import { merges } from './merges.ts'
import { messages } from './messages.ts'
import { nominations } from './nominations.ts'
import { nomineeList } from './nominee-list.ts'
import { nominees } from './nominees.ts'
import { notices } from './notices.ts'
import { onlyFromOwn } from './origin.ts'
import { ownFactor } from './own-factor.ts'
import { ownNominations } from './own-nominations.ts'
import { peerOf } from './peer.ts'
import { places } from './places.ts'
import { planComparison } from './plan-comparison.ts'
import { planCosts } from './plan-costs.ts'
import { createPlanRuns } from './plan-runs.ts'
import { plans } from './plans.ts'
import { policy } from './policy.ts'
import { portraitEdits } from './portraits.ts'
import { privateFields } from './private-fields.ts'
import { rankings } from './rankings.ts'
import { record } from './record.ts'
import { answerProblem, answerUnrouted } from './refusal.ts'
import { relativeLinks } from './relative-links.ts'
import { relatives } from './relatives.ts'
import { countyOf } from './remembered.ts'
import { reminders } from './reminders.ts'
import { representation } from './representation.ts'
import { retention } from './retention.ts'
import { reviewCases } from './review-cases.ts'
import { robustness } from './robustness.ts'
import { rounds } from './rounds.ts'
import { scores } from './scores.ts'
import { search } from './search.ts'
import { searches } from './searches.ts'
import { seatCandidates } from './seat-candidates.ts'
import { self } from './self.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shortlists } from './shortlists.ts'
import { createSignInLimits } from './sign-in-limits.ts'
import { slates } from './slates.ts'
import { tags } from './tags.ts'
import { talentNominees } from './talent-nominees.ts'
import { talentSkills } from './talent-skills.ts'
import { talents } from './talents.ts'
import { toDo } from './to-do.ts'
import { townships } from './townships.ts'
import { villages } from './villages.ts'

/** Events must arrive one by one, so that they are left as they are. */
const COMPRESSED = /^application\/(problem\+)?json\b/

/** The application. Everything it needs comes in here; it opens and listens to nothing itself. */
export function createApp(given: Dependencies) {
  const { db, today, solver, countyCode, keyring, log, origin, auditHeads } = given
  const { clock = () => new Date(), audit: trail = createAudit(db, keyring, countyCode) } = given
  const planRuns = given.planRuns ?? createPlanRuns(given)
  const importRuns = given.importRuns ?? createImportRuns(given)
  const limits = createSignInLimits()
  const kept = {
    db,
    today,
    clock,
    solver,
    planRuns,
    importRuns,
    log,
    countyCode,
    keyring,
    attachments: given.attachments,
    auditHeads,
    limits,
  }
  const app = new Hono<Env>()
    .use(requestId())
    .use(async (c, next) => {
      const county = () => countyOf(db, c.var.scope)
      const peer = { isSecure: origin !== undefined, address: peerOf(c) }
      const variables = { ...kept, ...peer, audit: trail, county }
      for (const [name, value] of Object.entries(variables)) c.set(name as 'db', value as typeof db)
      await next()
    })
    .use(logRequests())
    .use(compress({ contentTypeFilter: COMPRESSED }))
    .use(secureHeaders({ ...HEADERS, strictTransportSecurity: origin ? HSTS : false }))
    .use('/api/*', neverStored)
    .use(onlyFromOwn(origin))
    .use(limitBody())
    .route('/api/v1/health', health)
    .route('/api/v1/session', session)
    .route('/api/v1/self', self)
    .route('/api/v1/self', ownFactor)
    .route('/api/v1/accounts', accounts)
    .route('/api/v1/dictionaries', dictionaries)
    .route('/api/v1/settings', settings)
    .route('/api/v1/audit', audit)
    .route('/api/v1/places', places)
    .route('/api/v1/townships', townships)
    .route('/api/v1/villages', villages)
    .route('/api/v1/policy', policy)
    .route('/api/v1/talents', search)
    .route('/api/v1/talents', talents)
    .route('/api/v1/talents', portraitEdits)
    .route('/api/v1/talents', talentSkills)
    .route('/api/v1/talents', evidence)
    .route('/api/v1/talents', honours)
    .route('/api/v1/talents', relatives)
    .route('/api/v1/talents', relativeLinks)
    .route('/api/v1/talents', history)
    .route('/api/v1/talents', talentNominees)
    .route('/api/v1/talents', departures)
    .route('/api/v1/talents', criteria)
    .route('/api/v1/talents', tags)
    .route('/api/v1/talents', merges)
    .route('/api/v1/duplicates', duplicates)
    .route('/api/v1/lists', lists)
    .route('/api/v1/lists', listMembers)
    .route('/api/v1/comparisons', comparisons)
    .route('/api/v1/talents', privateFields)
    .route('/api/v1/talents', consents)
    .route('/api/v1/talents', invitations)
    .route('/api/v1/talents', erasures)
    .route('/api/v1/evidence-sources', evidenceSources)
    .route('/api/v1/searches', searches)
    .route('/api/v1/record', record)
    .route('/api/v1/record', ownConsents)
    .route('/api/v1/record', ownCorrections)
    .route('/api/v1/record', ownNominations)
    .route('/api/v1/applications', applications)
    .route('/api/v1/applications', applicationInbox)
    .route('/api/v1/corrections', corrections)
    .route('/api/v1/enrolments', enrolments)
    .route('/api/v1/retention', retention)
    .route('/api/v1/notice', notices)
    .route('/api/v1/mentorships', mentorships)
    .route('/api/v1/review-cases', reviewCases)
    .route('/api/v1/rounds', rounds)
    .route('/api/v1/nominees', nomineeList)
    .route('/api/v1/nominees', nominees)
    .route('/api/v1/nominees', nomineeAttachments)
    .route('/api/v1/attachments', attachments)
    .route('/api/v1/calendar', calendar)
    .route('/api/v1/nominees', reminders)
    .route('/api/v1/to-do', toDo)
    .route('/api/v1/messages', messages)
    .route('/api/v1/handovers', handovers)
    .route('/api/v1/nominations', nominations)
    .route('/api/v1/seats', seatCandidates)
    .route('/api/v1/rankings', rankings)
    .route('/api/v1/rankings', robustness)
    .route('/api/v1/scores', scores)
    .route('/api/v1/shortlists', shortlists)
    .route('/api/v1/representation', representation)
    .route('/api/v1/slates', slates)
    .route('/api/v1/slates', alternatives)
    .route('/api/v1/plans', planComparison)
    .route('/api/v1/plans', plans)
    .route('/api/v1/plans', gaps)
    .route('/api/v1/plans', depth)
    .route('/api/v1/plans', planCosts)
    .route('/api/v1/imports', imports)
    .route('/api/v1/imports', importRows)
    .route('/api/v1/exports', exports)
  requireGuards(app.routes)
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
