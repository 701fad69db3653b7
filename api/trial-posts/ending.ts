import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { findAccount } from '../../db/accounts.ts'
import { listEvaluationsOf, touchEvaluation } from '../../db/evaluations.ts'
import type { Database } from '../../db/schema.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import { type TrialPost, type TrialPostChange, updateTrialPost } from '../../db/trial-posts.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { dayInChina, daysAfter, isDay, isPast } from '../days.ts'
import { shownEvaluationsOf } from '../evaluations/shown.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { keepOld, requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { forgetCounty } from '../remembered.ts'
import type { BreakingOff, Conclusion } from '../shapes/trial-posts.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'
import { limitsOf } from './limits.ts'
import { missingOf } from './missing.ts'
import { trialPostOf } from './reach.ts'
import { ENDED } from './starting.ts'

/** Days in which a conclusion may be replaced by another; later it stands. */
export const REPLACED_WITHIN_DAYS = 30

/** A trial post ends before its time, without a conclusion: it counts for nothing, and the reason is kept. */
export async function breakOff(c: Context<Env>, id: string, given: BreakingOff): Promise<void> {
  const { trial, revision, name } = await changeable(c, id)
  if (trial.state !== 'running') throw new Problem('conflict', ENDED)
  requireImpersonal(given.reason, name)
  requireEnd(trial, given.endedOn, c.var.today())
  const change = { state: 'broken-off', endedOn: given.endedOn, conclusion: given.reason } as const
  const signature = await signatureOf(c)
  await changeEntries(c, [trial.talentId], async (transaction, tell) => {
    await closeOpen(c, transaction, trial)
    await end(c, transaction, { ...trial, revision }, { ...change, ...signature })
    const { reason } = given
    const detail = { trialPost: id }
    tell({ action: 'trial-post.broken-off', subjects: [trial.talentId], reason, detail })
  })
  forgetCounty(c.var.db)
}

/**
 * The conclusion, signed; from now on it counts as evidence. Another one within thirty days replaces it, with a reason, and
 * the one before stays readable: entries are never changed in silence.
 */
export async function conclude(c: Context<Env>, id: string, given: Conclusion): Promise<void> {
  const { trial, revision } = await changeable(c, id)
  requireEnd(trial, given.endedOn, c.var.today())
  const superseded = supersededBy(c, trial, given)
  await requireAsked(c, trial, given)
  const { grade, text: conclusion, endedOn } = given
  const change = { state: 'concluded', grade, conclusion, endedOn, superseded } as const
  const signature = await signatureOf(c)
  await changeEntries(c, [trial.talentId], async (transaction, tell) => {
    const open = await listEvaluationsOf(transaction, c.var.scope, [id])
    if (open.some(({ state }) => state === 'open')) throw new Problem('conflict', STILL_OPEN)
    await end(c, transaction, { ...trial, revision }, { ...change, ...signature })
    const action = trial.state === 'running' ? 'trial-post.concluded' : 'trial-post.concluded-anew'
    tell({ action, subjects: [trial.talentId], detail: { trialPost: id, grade } })
  })
  forgetCounty(c.var.db)
}

/** Until when a conclusion may be replaced; null where there is none. */
export function replaceableUntil({ state, signedAt }: Pick<TrialPost, 'state' | 'signedAt'>) {
  if (state !== 'concluded' || signedAt === null) return null
  return daysAfter(dayInChina(signedAt), REPLACED_WITHIN_DAYS)
}

async function changeable(c: Context<Env>, id: string) {
  const revision = revisionOf(c)
  const trial = await trialPostOf(c, id)
  const talent = await talentOf(c, trial.talentId)
  requireHome(c, talent)
  if (trial.revision !== revision) throw changedMeanwhile()
  return { trial, revision, name: talent.name }
}

function requireEnd({ startsOn, endsOn }: TrialPost, endedOn: string, today: string): void {
  const isWithin = startsOn <= endedOn && endedOn <= endsOn
  if (isDay(endedOn) && isPast(endedOn, today) && isWithin) return
  const last = endsOn < today ? endsOn : today
  throw invalid([
    {
      pointer: '#/endedOn',
      detail: {
        zh: `实际结束日期应在 ${startsOn} 至 ${last} 之间。`,
        en: `It ended between ${startsOn} and ${last}.`,
      },
    },
  ])
}

/** What was concluded before, with why it is replaced; nothing of one that runs. */
function supersededBy(c: Context<Env>, trial: TrialPost, { reason }: Conclusion) {
  if (trial.state === 'running') return trial.superseded
  const until = replaceableUntil(trial)
  if (until === null) throw new Problem('conflict', ENDED)
  if (c.var.today() > until) throw new Problem('conflict', tooLate(until))
  if (!reason) throw invalid([{ pointer: '#/reason', detail: NO_REASON }])
  const { endedOn, grade, conclusion, signedBy, signedName, signedPosition, signedAt } = trial
  const before = { endedOn, grade, conclusion, signedBy, signedName, signedPosition, signedAt }
  return [...trial.superseded, { ...before, reason, supersededAt: c.var.clock().toISOString() }]
}

/** Whoever signs has seen what lacks. */
async function requireAsked(
  c: Context<Env>,
  trial: TrialPost,
  { endedOn, accepts }: Conclusion,
): Promise<void> {
  const limits = await limitsOf(c, trial)
  const evaluations = (await shownEvaluationsOf(c, [trial.id])).get(trial.id) ?? []
  const missing = missingOf(trial, { limits, evaluations, on: endedOn })
  const unasked = missing.filter(({ code }) => !accepts.includes(code))
  if (unasked.length === 0) return
  const listed = (language: 'zh' | 'en') => unasked.map(({ words }) => words[language]).join('；')
  throw new Problem(
    'conflict',
    {
      zh: `请先确认以下情况再签署：${listed('zh')}。`,
      en: `Confirm what lacks before you sign: ${listed('en')}.`,
    },
    unasked.map(({ words }) => ({ pointer: '#/accepts', detail: words })),
    {},
    { missing: unasked.map(({ code }) => code) },
  )
}

/** Who signs, by name and position as they are now. */
async function signatureOf(c: Context<Env>) {
  const { db, countyCode, session, clock } = c.var
  const account = await findAccount(db, { countyCode }, session.account.id)
  const { id, name, position } = account ?? session.account
  return {
    ...{ signedBy: id, signedName: name, signedPosition: position },
    signedAt: clock().toISOString(),
  }
}

/** The person has the status of before again, unless somebody gave them another one meanwhile. */
async function end(
  c: Context<Env>,
  transaction: Transaction<Database>,
  trial: TrialPost,
  change: TrialPostChange,
): Promise<void> {
  const { scope } = c.var
  if (!(await updateTrialPost(transaction, scope, trial, change))) throw changedMeanwhile()
  const talent = await findTalent(transaction, scope, trial.talentId)
  const { statusBefore } = trial
  if (talent?.status !== 'trial-post' || statusBefore === null || trial.state !== 'running') return
  const kept = [{ field: 'status', before: talent.status, after: statusBefore }]
  await keepOld(c, transaction, talent.id, kept)
  const updatedAt = c.var.clock().toISOString()
  await updateTalent(transaction, scope, talent.id, { status: statusBefore, updatedAt })
}

async function closeOpen(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id }: TrialPost,
): Promise<void> {
  const all = await listEvaluationsOf(transaction, c.var.scope, [id])
  for (const one of all.filter(({ state }) => state === 'open'))
    await touchEvaluation(transaction, c.var.scope, one.id, { state: 'closed' })
}

const STILL_OPEN = {
  zh: '测评还在进行。请先结束测评，看到结果后再作结论。',
  en: 'The evaluation is open still: close it and look at what came of it before you conclude.',
}
const NO_REASON = {
  zh: '替换已签署的结论须写明原因（4 至 200 字），原结论仍然保留可查。',
  en: 'Say why the signed conclusion is replaced (4 to 200 characters); the one before stays readable.',
}
function tooLate(until: string) {
  return {
    zh: `结论签署已超过 ${REPLACED_WITHIN_DAYS} 天（截至 ${until}），不能再替换。如有新的情况，请在季度考核或年度结论中写明。`,
    en: `A conclusion can be replaced within ${REPLACED_WITHIN_DAYS} days (until ${until}). Say what is new in the quarterly check or the yearly conclusion.`,
  }
}
