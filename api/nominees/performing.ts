import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertMessages } from '../../db/messages.ts'
import { updateNominee } from '../../db/nominees.ts'
import { insertReviewAct, type StoredAct } from '../../db/review-acts.ts'
import type { Database, NomineeTable } from '../../db/schema.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import { keepOld } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { invalid } from '../validate.ts'
import type { Effect } from '../workflow/acts.ts'
import type { Refusal } from '../workflow/conditions.ts'
import { decide } from '../workflow/decide.ts'
import type { Actor, File, Missing } from '../workflow/file.ts'
import { isSameSeat } from '../workflow/path.ts'
import { summaryOf } from '../workflow/summary.ts'
import { REFUSALS } from '../workflow/words.ts'
import { actorOf } from './actor.ts'
import { requireAlone } from './alone.ts'
import { followCases } from './asking.ts'
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
  const stored = actToStore(c, { loaded, act: asSigned(loaded, act), actor }, decision.effect)
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

/** Whether a choice keeps the seat is seen when it is made, and stands with it. */
function asSigned({ file }: Loaded, act: ReviewAct): ReviewAct {
  return act.kind === 'target' ? { ...act, keeps: isSameSeat(file.nominee, act) } : act
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
