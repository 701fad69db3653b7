import type { MiddlewareHandler } from 'hono'
import type { Account } from '../db/accounts.ts'
import type { Role } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { recordDenial } from './auditing.ts'
import type { Env } from './context.ts'
import { Problem } from './problem.ts'
import { ROLES } from './roles.ts'
import { requireSession, requireSignedIn } from './signed-in.ts'

/** Who may do what. What is not named here is not allowed; the scope then says to whom and where. */
export const ACCESS = {
  'places.read': ['county', 'township', 'village', 'admin'],
  'villages.read': ['county', 'township', 'village'],
  'policy.read': ['county', 'township'],
  'policy.write': ['county'],
  'shortlist.read': ['county', 'township'],
  'representation.read': ['county', 'township'],
  'talents.search': ['county', 'township', 'village', 'mentor'],
  'portrait.read': ['county', 'township', 'village', 'mentor'],
  'criteria.read': ['county', 'township', 'village'],
  'talent.write': ['county', 'township', 'village'],
  'talent.merge': ['county', 'township'],
  'lists.keep': ['county', 'township'],
  'searches.keep': ['county', 'township', 'village'],
  'import.use': ['county', 'township'],
  'export.make': ['county', 'township'],
  'private.reveal': ['county', 'township'],
  'private.write': ['county', 'township'],
  'talents.look-up': ['county', 'township'],
  'ranking.read': ['county', 'township'],
  'slate.solve': ['county', 'township'],
  'plan.read': ['county', 'township'],
  'plan.make': ['county', 'township'],
  'consent.record': ['county', 'township'],
  'invitation.make': ['county', 'township'],
  'corrections.answer': ['county', 'township'],
  'retention.decide': ['county'],
  'talent.erase': ['county'],
  'notice.write': ['county'],
  'mentorships.read': ['county', 'township'],
  'mentorships.write': ['county', 'township'],
  'mentoring.read': ['mentor'],
  'mentoring.log': ['mentor'],
  'mentor-profile.write': ['county', 'township', 'mentor'],
  'cultivation.read': ['county', 'township', 'village', 'mentor'],
  'cultivation.write': ['county', 'township'],
  'cultivation.overview': ['county', 'township'],
  'templates.write': ['county'],
  'items.report': ['county', 'township', 'village', 'mentor'],
  'courses.read': ['county', 'township', 'mentor'],
  'courses.write': ['county', 'township', 'mentor'],
  'course.sign-in': ['talent'],
  'trials.read': ['county', 'township', 'village', 'mentor'],
  'trials.write': ['county', 'township'],
  'checks.read': ['county', 'township', 'mentor'],
  'checks.opinion': ['mentor'],
  'checks.sign': ['county', 'township'],
  'conclusions.sign': ['county'],
  'attendance.read': ['county', 'township', 'village'],
  'attendance.write': ['county', 'township', 'village'],
  'movements.write': ['county', 'township'],
  'points.read': ['county', 'township'],
  'growth.read': ['county', 'township', 'village', 'mentor'],
  'mentor-effect.read': ['county', 'mentor'],
  'record.cultivation': ['talent'],
  'entry-files.read': ['county', 'township', 'village', 'mentor'],
  'entry-files.write': ['county', 'township', 'village', 'mentor'],
  'overview.read': ['county', 'township'],
  'readiness.read': ['county', 'township', 'village'],
  'village-record.read': ['county', 'township', 'village'],
  'village-record.write': ['county', 'township', 'village'],
  'villages.merge': ['county'],
  'readiness-actions.assign': ['county', 'township'],
  'readiness-actions.log': ['county', 'township', 'village'],
  'village-lists.decide': ['county', 'township'],
  'structure.read': ['county', 'township', 'village'],
  'terms.write': ['county', 'township'],
  'papers.make': ['county', 'township'],
  'papers.print': ['county', 'township', 'village'],
  'paper-templates.read': ['county', 'township'],
  'paper-templates.write': ['county'],
  'appointment-forms.read': ['county', 'township'],
  'appointment-forms.write': ['county', 'township'],
  'rounds.read': ['county', 'township', 'village'],
  'rounds.write': ['county'],
  'nominees.read': ['county', 'township', 'village'],
  nominate: ['county', 'township', 'village'],
  'review.act': ['county', 'township', 'village'],
  'attachments.read': ['county', 'township', 'village'],
  'attachments.write': ['county', 'township', 'village'],
  'reminder.send': ['county', 'township'],
  'applications.read': ['county', 'township'],
  'applications.decide': ['county', 'township'],
  'calendar.read': ['county', 'township', 'village'],
  'calendar.write': ['county'],
  'departures.write': ['county', 'township'],
  'handover.make': ['county'],
  'to-do.read': ['county', 'township', 'village', 'reviewer', 'mentor', 'talent'],
  'case.answer': ['reviewer'],
  'record.nominate': ['talent'],
  'cases.read': ['reviewer'],
  'case.reveal': ['reviewer'],
  'record.read': ['talent'],
  'record.correct': ['talent'],
  'record.consent': ['talent'],
  'accounts.read': ['admin', 'county'],
  'accounts.write': ['admin'],
  'accounts.confirm': ['county'],
  'dictionaries.read': ['county', 'township', 'village', 'mentor', 'reviewer', 'admin'],
  'dictionaries.write': ['admin'],
  'settings.read': ['admin', 'county', 'auditor'],
  'settings.write': ['admin'],
  'system.read': ['admin'],
  'audit.read': ['auditor'],
  /** The own account: every role. */
  self: ROLES,
} as const satisfies Record<string, readonly Role[]>

/** `public`: whoever reaches the program; `signing-in`: whoever gave a right password, whatever step comes next. */
export type Action = keyof typeof ACCESS | 'public' | 'signing-in'

export function mayRole(role: Role, action: Action): boolean {
  if (action === 'public' || action === 'signing-in') return true
  return (ACCESS[action] as readonly Role[]).includes(role)
}

/** Whose data the account may touch. Every query of a request takes it. */
export function scopeOf(account: Account): Scope {
  const { countyCode, role } = account
  if (role === 'county') return { countyCode }
  if (role === 'township') return { countyCode, townshipCode: account.townshipCode ?? '' }
  if (role === 'village') return { countyCode, villageCodes: account.villageCodes }
  if (role === 'mentor') return { countyCode, menteesOf: account.id }
  if (role === 'reviewer') return { countyCode, casesOf: account.departmentId ?? '' }
  if (role === 'talent') return { countyCode, talentId: account.talentId ?? '' }
  return { countyCode, isWithoutPeople: true }
}

const MARK: unique symbol = Symbol('action')
type Marked = MiddlewareHandler<Env> & { [MARK]?: Action }

/**
 * Lets a request on when the account may do this, with its scope; each route has exactly one. A denied attempt is
 * written down.
 */
export function may(action: Action): MiddlewareHandler<Env> {
  const handler: Marked = async (c, next) => {
    if (action === 'signing-in') await requireSession(c)
    else if (action !== 'public') {
      const { account } = await requireSignedIn(c)
      c.set('scope', scopeOf(account))
      if (!mayRole(account.role, action)) {
        await recordDenial(c, action)
        throw notPermitted(action)
      }
    }
    await next()
  }
  handler[MARK] = action
  return handler
}

type Route = { method: string; path: string; handler: unknown }

/** Every route under /api/ with the actions that guard it: one, or the application is not to be started. */
export function guardsOf(routes: readonly Route[]) {
  const own = routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
  const grouped = Map.groupBy(own, ({ method, path }) => `${method} ${path}`)
  return [...grouped].map(([route, handlers]) => ({
    route,
    method: handlers[0]!.method,
    path: handlers[0]!.path,
    actions: handlers.flatMap(({ handler }) => (handler as Marked)[MARK] ?? []),
  }))
}

/** A route that nobody classified is a defect of the program, found when it starts. */
export function requireGuards(routes: readonly Route[]): void {
  const open = guardsOf(routes).filter(({ actions }) => actions.length !== 1)
  if (open.length > 0) throw new Error(`routes without one guard: ${open.map((it) => it.route)}`)
}

function notPermitted(action: Action): Problem {
  return new Problem('not-permitted', {
    zh: `您的账号没有此项权限（${action}）。如工作需要，请联系系统管理员调整角色；这次尝试已记录。`,
    en: `Your account may not do this (${action}). If your work needs it, ask the administrator for another role; the attempt was recorded.`,
  })
}
