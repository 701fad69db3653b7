import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertMessages } from '../../db/messages.ts'
import { updateNominee } from '../../db/nominees.ts'
import { insertReviewAct, type StoredAct } from '../../db/review-acts.ts'
import { listReviewCasesOf, putReviewCase, updateReviewCases } from '../../db/review-cases.ts'
import type { Database, NomineeTable } from '../../db/schema.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import { changedMeanwhile } from '../if-match.ts'
import { keepOld } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { invalid } from '../validate.ts'
import type { Effect, Refusal } from '../workflow/acts.ts'
import { decide } from '../workflow/decide.ts'
import type { Actor, File, Missing } from '../workflow/file.ts'
import { stageOf } from '../workflow/path.ts'
import { summaryOf } from '../workflow/summary.ts'
import { REFUSALS } from '../workflow/words.ts'
import { actorOf } from './actor.ts'
import { requireAlone } from './alone.ts'
import { actOf, factsHashOf, type Loaded, loadNominee } from './loading.ts'
import { sealed } from './seals.ts'
import { toldOf } from './telling.ts'

export type Asked = {
  act: ReviewAct
  /** That the author saw; or whether what they saw of it is as it was, where they see a part. */
  revision: number | ((loaded: Loaded) => boolean)
}

/**
 * The one door for everything that is signed about a nominee: decided by the workflow on the facts of today, then the
 * act, what follows from it, the messages and the audit entry in one transaction, by the revision that the author saw.
 */
export async function performAct(c: Context<Env>, id: string, asked: Asked): Promise<void> {
  const loaded = await loadNominee(c, id)
  if (!isAsSeen(loaded, asked.revision)) throw changedMeanwhile()
  const { isOfPerson } = await changing(c, async (transaction, tell) => {
    await requireSamePerson(c, transaction, loaded)
    return storeAct(c, transaction, { loaded, act: asked.act, actor: actorOf(c) }, tell)
  })
  if (isOfPerson) forgetCounty(c.var.db)
}

function isAsSeen(loaded: Loaded, seen: Asked['revision']): boolean {
  return typeof seen === 'number' ? loaded.row.revision === seen : seen(loaded)
}

export type Signing = { loaded: Loaded; act: ReviewAct; actor: Actor }

/** An act within a transaction of the caller's; true where it changed the person's own record. */
export async function storeAct(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { loaded, act, actor }: Signing,
  tell: (told: Told) => void,
): Promise<{ isOfPerson: boolean }> {
  const decision = decide(loaded.file, act, actor)
  if (decision.is === 'refused') throw refused(decision.code, decision.missing)
  if (decision.is === 'faulty') throw invalid(decision.errors)
  if (decision.effect.state === 'open') await requireAlone(transaction, c.var.scope, loaded.row)
  const stored = actToStore(c, { loaded, act, actor }, decision.effect)
  // By the revision first: whoever was overtaken is told so, and meets no act of the same number.
  const after = await movedOn(c, transaction, loaded, stored, decision.effect)
  await insertReviewAct(transaction, c.var.scope, stored)
  await insertMessages(
    transaction,
    c.var.scope,
    await toldOf(c, transaction, { loaded, after, act: stored }),
  )
  const { stage, talentId } = stored
  const subjects = [talentId, loaded.row.id]
  tell({ action: 'nominee.acted', subjects, detail: { kind: act.kind, stage } })
  return { isOfPerson: await changeStatus(c, transaction, loaded, after) }
}

function actToStore(
  c: Context<Env>,
  { loaded: { row, file }, act, actor }: Signing,
  effect: Effect,
): StoredAct {
  const last = file.acts.at(-1)
  const signed = {
    ...{ id: newId(), nomineeId: row.id, talentId: row.talentId, stage: row.stage },
    ...{ sequence: (last?.sequence ?? 0) + 1, kind: act.kind, body: act },
    ...{ departmentId: act.kind === 'answer' ? actor.department : null },
    ...{ signer: effect.signer ?? null, accountId: actor.account, accountName: actor.name },
    ...{ position: actor.position, at: c.var.clock().toISOString() },
    ...{ validUntil: effect.validUntil ?? null, supersedes: effect.supersedes ?? null },
  }
  return sealed(signed, last?.contentHash ?? null)
}

/** The nominee, its cases and its row after an act. */
async function movedOn(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, file, county }: Loaded,
  act: StoredAct,
  effect: Effect,
): Promise<File> {
  const { target } = effect
  const seat = target
    ? { villageCode: target.village, posts: target.posts, ...townshipOf(c, county, target.village) }
    : { villageCode: row.villageCode, posts: row.posts }
  const factsHash = target
    ? await factsHashOf(c, county, { ...seat, talentId: row.talentId }, transaction)
    : file.nominee.factsHash
  const stage = effect.stage ?? row.stage
  const isMoved = stage !== row.stage || target !== undefined
  const nominee = {
    ...{ ...file.nominee, village: seat.villageCode, posts: seat.posts, stage, factsHash },
    ...{ state: effect.state ?? row.state, stageSince: isMoved ? act.at : row.stageSince },
    outcome: effect.outcome === undefined ? row.outcome : effect.outcome,
  }
  const after: File = { ...file, nominee, acts: [...file.acts, actOf(act)] }
  after.departments = await followCases(c, transaction, { row, after, act, effect })
  const { stageSince, state, outcome } = nominee
  const change = {
    ...{ ...seat, stage, state, outcome, stageSince, ...summaryOf(after) },
    ...(effect.term && { termStartsOn: effect.term.startsOn, termEndsOn: effect.term.endsOn }),
  }
  // The scope was asked when it was read; whoever ends what a person withdrew from ends it everywhere.
  const all = { countyCode: c.var.countyCode }
  if (!(await updateNominee(transaction, all, row, change))) throw changedMeanwhile()
  return after
}

function townshipOf(c: Context<Env>, county: Loaded['county'], village: string | null) {
  if (village === null) return {}
  const found = county.villages.get(village)
  const isIn =
    c.var.scope.townshipCode === undefined || found?.matching.township === c.var.scope.townshipCode
  if (found && isIn) return { townshipCode: found.matching.township }
  throw invalid([{ pointer: '#/act/village', detail: NO_VILLAGE }])
}

type Following = { row: Loaded['row']; after: File; act: StoredAct; effect: Effect }

/** Cases after an act: opened when the joint review begins, answered, asked once more, closed when the nominee ends. */
async function followCases(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act, effect }: Following,
): Promise<File['departments']> {
  const { scope } = c.var
  const of = { nomineeId: row.id }
  if (after.nominee.state !== 'open') {
    await updateReviewCases(transaction, scope, of, { closedAt: act.at })
    return after.departments
  }
  if (row.state !== 'open') await updateReviewCases(transaction, scope, of, { closedAt: null })
  if (effect.case) return withCase(c, transaction, { row, after, act, effect })
  const isBegun = stageOf(after)?.kind === 'joint-review' && after.nominee.stage !== row.stage
  return isBegun ? askAll(c, transaction, { row, after, act }) : after.departments
}

async function withCase(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act, effect }: Following,
): Promise<File['departments']> {
  const { department, does } = effect.case!
  const body = act.body as ReviewAct
  if (does === 'dropped') {
    const of = { nomineeId: row.id, departmentId: department }
    await updateReviewCases(transaction, c.var.scope, of, { closedAt: act.at })
    return after.departments
  }
  const said = body.kind === 'answer' ? body.answer : null
  const own = after.departments.find(({ id }) => id === department)
  const changed = {
    ...asked(after, does === 'asked' ? act.at : (own?.case?.openedAt ?? act.at)),
    ...{ answer: said, answeredAt: said === null ? null : act.at, validUntil: act.validUntil },
  }
  await putReviewCase(transaction, c.var.scope, {
    ...{ departmentId: department, talentId: row.talentId, nomineeId: row.id, closedAt: null },
    ...changed,
  })
  const code = body.kind === 'answer' && said === 'objection' ? body.code : null
  return after.departments.map((one) =>
    one.id === department ? { ...one, case: { ...changed, code } } : one,
  )
}

/** Every department of the round is asked, but those whose answer about the same facts still stands. */
async function askAll(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act }: Omit<Following, 'effect'>,
): Promise<File['departments']> {
  const all = { countyCode: c.var.countyCode }
  const known = await listReviewCasesOf(transaction, all, row.talentId)
  const departments: File['departments'] = []
  for (const one of after.departments) {
    const earlier = known
      .filter(({ departmentId }) => departmentId === one.id)
      .toSorted((a, b) => (touchedAt(a) < touchedAt(b) ? -1 : 1))
      .at(-1)
    const stands =
      earlier?.answer === 'pass' &&
      earlier.factsHash === after.nominee.factsHash &&
      (earlier.validUntil ?? '') >= after.today
    const { answer, answeredAt, validUntil } = stands ? earlier : NOT_ANSWERED
    const put = { ...asked(after, act.at), answer, answeredAt, validUntil }
    await putReviewCase(transaction, c.var.scope, {
      ...{ departmentId: one.id, talentId: row.talentId, nomineeId: row.id, closedAt: null },
      ...put,
    })
    departments.push({ ...one, case: { ...put, code: null } })
  }
  return departments
}

/** Of several rounds the latest word counts: an earlier pass never covers a later objection, or a question. */
function touchedAt({ openedAt, answeredAt }: { openedAt: string; answeredAt: string | null }) {
  return answeredAt !== null && answeredAt > openedAt ? answeredAt : openedAt
}

const NOT_ANSWERED = { answer: null, answeredAt: null, validUntil: null }

function asked(file: File, openedAt: string) {
  const days = file.procedure.stages.find(({ kind }) => kind === 'joint-review')?.days ?? 10
  const dueOn = file.workdaysAfter(dayInChina(openedAt), days)
  return { openedAt, dueOn, factsHash: file.nominee.factsHash }
}

/** An outcome shows in the person's status: elected or appointed, or a reserve of the county. */
async function changeStatus(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, person }: Loaded,
  { nominee: { outcome, state } }: File,
): Promise<boolean> {
  const status = state === 'settled' ? STATUS[outcome ?? 'not-chosen'] : null
  if (status === null || person.status === status || person.status === 'appointed') return false
  const scope = { countyCode: c.var.countyCode }
  await keepOld(c, transaction, row.talentId, [
    { field: 'status', before: person.status, after: status },
  ])
  await updateTalent(transaction, scope, row.talentId, {
    status,
    updatedAt: c.var.clock().toISOString(),
  })
  return true
}

const STATUS: Record<NonNullable<NomineeTable['outcome']>, 'appointed' | 'reserve' | null> = {
  elected: 'appointed',
  appointed: 'appointed',
  reserve: 'reserve',
  'not-chosen': null,
}

/** The rules were asked about the person as read; a change since then is read first. */
async function requireSamePerson(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, personRevision }: Loaded,
): Promise<void> {
  const now = await findTalent(transaction, { countyCode: c.var.countyCode }, row.talentId)
  if (now?.revision !== personRevision) throw changedMeanwhile()
}

export function refused(code: Refusal, missing: Missing[]): Problem {
  if (code !== 'obstacles') return new Problem('conflict', REFUSALS[code], [], {}, { code })
  const said = (language: 'zh' | 'en') =>
    missing
      .map(({ words }) => words[language].replace(/[。.]$/, ''))
      .join(language === 'zh' ? '；' : '; ')
  return new Problem(
    'conflict',
    { zh: `还不能办理，尚差：${said('zh')}。`, en: `Not yet. Missing: ${said('en')}.` },
    [],
    {},
    { code, missing },
  )
}

const NO_VILLAGE = {
  zh: '请选本县（乡镇账号限本乡镇）的村（社区）。',
  en: 'Choose a village of the county, or of your township.',
}
