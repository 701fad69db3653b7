import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import {
  type Application,
  decideApplication,
  findApplication,
  listWaitingOf,
} from '../../db/applications.ts'
import type { Database } from '../../db/schema.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import { nominate, openRoundOf } from '../nominees/opening.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import type { Acceptance, Accepted } from '../shapes/applications.ts'
import { applicationOf } from './inbox.ts'
import { knownPerson, newPerson } from './people.ts'
import { opened, type Typed } from './sealed.ts'
import { NOTHING_KEPT } from './viewing.ts'

type Asked = z.infer<typeof Acceptance>
type Done = z.infer<typeof Accepted>

/**
 * The person is linked or entered, consents, is nominated, and the application ends, in one transaction. Asked twice it
 * is done once and answered alike.
 */
export async function acceptApplication(c: Context<Env>, id: string, asked: Asked): Promise<Done> {
  const row = await applicationOf(c, id)
  try {
    return doneBefore(row, asked) ?? (await accept(c, row, asked))
  } catch (error) {
    const now = await findApplication(c.var.db, c.var.scope, id)
    const done = now && doneBefore(now, asked)
    if (done) return done
    throw error
  }
}

/** What was accepted of the same person before; null while it waits, and a refusal otherwise. */
function doneBefore({ state, talentId, nomineeId }: Application, { talent }: Asked): Done | null {
  const isSame = talent === null || talent === talentId
  if (state === 'taken' && isSame) return { talent: talentId!, nominee: nomineeId! }
  return null
}

export async function refuseApplication(
  c: Context<Env>,
  id: string,
  answer: string,
): Promise<void> {
  const row = await applicationOf(c, id)
  if (row.state === 'refused' && row.answer === answer) return
  await changing(c, async (transaction, tell) => {
    await decide(c, transaction, id, { state: 'refused', answer })
    tell({ action: 'application.refused', subjects: [id] })
  })
}

async function accept(c: Context<Env>, row: Application, asked: Asked): Promise<Done> {
  if (row.state !== 'waiting') throw new Problem('conflict', DECIDED)
  const typed = opened(c.var, row)
  if (!typed) throw new Problem('conflict', NOTHING_KEPT)
  const round = await openRoundOf(c, row.roundId)
  const given = { row, typed }
  const store =
    asked.talent === null ? await newPerson(c, given) : await knownPerson(c, given, asked.talent)
  const done = await changing(c, async (transaction, tell) => {
    const talent = await store(transaction, tell)
    const proposed = proposedOf(row, typed, talent)
    // It was handed in within the window, whenever the clerk comes to it.
    const nominating = { round, proposed, on: dayInChina(row.createdAt) }
    const { nominee } = await nominate(c, transaction, nominating, tell)
    await decide(c, transaction, row.id, { state: 'taken', talentId: talent, nomineeId: nominee })
    await endOthers(c, transaction, row, tell)
    const detail = { checked: asked.checked, isNew: asked.talent === null }
    tell({ action: 'application.accepted', subjects: [talent, row.id], detail })
    return { talent, nominee }
  })
  forgetCounty(c.var.db)
  return done
}

function proposedOf({ villageCode }: Application, typed: Typed, talentId: string) {
  const { name, posts, reason } = typed
  return {
    ...{ talentId, channel: 'self' as const, nominator: name, relation: '', jointNames: 1 },
    ...{ reason, posts, villageCode: posts.length > 0 ? villageCode : null, isOnPaper: false },
  }
}

type Decision = Pick<Application, 'state'> &
  Partial<Pick<Application, 'answer' | 'talentId' | 'nomineeId'>>

async function decide(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
  decision: Decision,
): Promise<void> {
  const decidedAt = c.var.clock().toISOString()
  const decidedBy = c.var.session.account.id
  const whole = { ...decision, decidedAt, decidedBy }
  const all = { countyCode: c.var.countyCode }
  if (await decideApplication(transaction, all, id, whole)) return
  throw new Problem('conflict', DECIDED)
}

/** What else waits under the number ends, in words that do not say why: it may be somebody else's. */
async function endOthers(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id: own, roundId, digest }: Application,
  tell: (told: Told) => void,
): Promise<void> {
  const all = { countyCode: c.var.countyCode }
  const waiting = await listWaitingOf(transaction, all, { roundId, digests: [digest] })
  for (const { id } of waiting) {
    if (id === own) continue
    await decide(c, transaction, id, { state: 'refused', answer: NOT_CONFIRMED })
    tell({ action: 'application.refused', subjects: [id] })
  }
}

const NOT_CONFIRMED =
  '经核对，未受理这一份。如确系您本人提交，请与报名村所在乡镇（街道）组织办公室联系'
const DECIDED = {
  zh: '这份自荐已经处理，或已由本人撤回。请刷新列表看最新状态。',
  en: 'It was decided, or withdrawn by the person. Load the list again.',
}
