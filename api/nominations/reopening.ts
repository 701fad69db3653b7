import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { listAccountsOfTalent } from '../../db/accounts.ts'
import { findNomineeIn } from '../../db/nominees.ts'
import { listReviewActs } from '../../db/review-acts.ts'
import type { Database } from '../../db/schema.ts'
import type { Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { actorOf } from '../nominees/actor.ts'
import { actOf, type Loaded, loadNominee } from '../nominees/loading.ts'
import { storeAct } from '../nominees/performing.ts'
import type { NominationRequest } from '../shapes/nominations.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import type { Actor } from '../workflow/file.ts'
import { isSameSeat } from '../workflow/path.ts'

export type Reopening = { loaded: Loaded; target: Pick<NominationRequest, 'village' | 'posts'> }

/**
 * A nominee whose only nominations were taken back before anybody signed: a paper entered wrongly, and now entered
 * right. Whoever withdrew themselves, or was on the way, is taken up again by the county alone.
 */
export async function reopeningOf(
  c: Context<Env>,
  { round, talent, village, posts }: NominationRequest,
): Promise<Reopening | null> {
  const { db, scope } = c.var
  const row = await findNomineeIn(db, scope, { roundId: round, talentId: talent })
  if (row?.state !== 'withdrawn') return null
  const loaded = await loadNominee(c, row.id)
  // Their own account is no office, whatever it handed in.
  const own = await listAccountsOfTalent(db, { countyCode: c.var.countyCode }, talent)
  const isOwnWish = loaded.file.acts.some(({ account }) => own.some(({ id }) => id === account))
  return !isOwnWish && isUntouched(loaded) ? { loaded, target: { village, posts } } : null
}

/** Taken up again by acts of whoever nominates, so that the list of what was signed says so. */
export async function reopen(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { loaded, target }: Reopening,
  tell: (told: Told) => void,
): Promise<void> {
  const actor: Actor = { ...actorOf(c), level: 'county' }
  await storeAct(c, transaction, { loaded, act: AGAIN, actor }, tell)
  const { row, file } = loaded
  if (isSameSeat(file.nominee, target)) return
  const acts = await listReviewActs(transaction, { countyCode: c.var.countyCode }, row.id)
  const open = { state: 'open' as const, outcome: null }
  const now: Loaded = {
    ...loaded,
    row: { ...row, ...open, revision: row.revision + 1 },
    file: { ...file, acts: acts.map(actOf), nominee: { ...file.nominee, ...open } },
  }
  const act: ReviewAct = { kind: 'target', ...target, reason: AGAIN.reason }
  await storeAct(c, transaction, { loaded: now, act, actor }, tell)
}

/** Acts of an office alone, and of none but taking back and taking up. */
function isUntouched({ file, nominations }: Loaded): boolean {
  const isOwn = (account: string) => nominations.some(({ createdBy }) => createdBy === account)
  return file.acts.every(
    ({ body, account }) => TAKEN_BACK.includes(body.kind) && isOwn(account) && !isByPerson(body),
  )
}

/** A withdrawal that the person signed on paper. */
const isByPerson = (body: ReviewAct) => body.kind === 'withdraw' && body.isOnPaper
const TAKEN_BACK: ReviewAct['kind'][] = ['withdraw', 'resume', 'target']
const AGAIN = { kind: 'resume', reason: '更正后重新提名' } as const
