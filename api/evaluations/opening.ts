import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import {
  type Audience,
  insertEvaluation,
  insertEvaluationCodes,
  listEvaluationsOf,
  removeUnusedCodes,
  touchEvaluation,
} from '../../db/evaluations.ts'
import type { Database } from '../../db/schema.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { daysAfter, isDay } from '../days.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { Opening } from '../shapes/evaluations.ts'
import { trialPostOf } from '../trial-posts/reach.ts'
import { invalid } from '../validate.ts'
import { digestOfEvaluationCode, newEvaluationCode } from './codes.ts'
import { AUDIENCES } from './questions.ts'
import { evaluationOf } from './reach.ts'

/** Slips lie about no longer than this. */
const LONGEST_DAYS = 60

type Code = { code: string; audience: Audience }

/** Opens an evaluation and answers its codes, this once: only keyed hashes of them are stored. */
export async function openEvaluation(c: Context<Env>, given: Opening) {
  const { scope, countyCode, clock, session } = c.var
  const trial = await trialPostOf(c, given.trialPost)
  if (trial.state !== 'running') throw new Problem('conflict', ENDED)
  const { cultivation } = await policyInForce(c)
  requireDay(given.closesOn, c.var.today())
  requireEnough(given, cultivation.answersMin)
  const id = newId()
  const codes = newCodes({ colleague: given.colleagues, representative: given.representatives })
  const { talentId } = trial
  await changing(c, async (transaction, tell) => {
    await requireNoOther(c, transaction, trial.id)
    await insertEvaluation(transaction, scope, {
      ...{ id, trialPostId: trial.id, talentId, state: 'open', answersMin: cultivation.answersMin },
      ...{ opensOn: c.var.today(), closesOn: given.closesOn },
      ...{ createdAt: clock().toISOString(), createdBy: session.account.id },
    })
    await insertEvaluationCodes(transaction, { countyCode }, id, hashed(c, codes))
    const { colleagues, representatives } = given
    const detail = { evaluation: id, colleagues, representatives }
    tell({ action: 'evaluation.opened', subjects: [talentId], detail })
  })
  return { id, codes }
}

/** Slips were lost: codes that nobody has answered with end, and as many new ones are answered. */
export async function replaceCodes(c: Context<Env>, id: string) {
  const { scope, countyCode } = c.var
  const { talentId } = await evaluationOf(c, id)
  const codes = await changing(c, async (transaction, tell) => {
    if (!(await touchEvaluation(transaction, scope, id))) throw new Problem('conflict', CLOSED)
    const fresh = newCodes(await removeUnusedCodes(transaction, { countyCode }, id))
    await insertEvaluationCodes(transaction, { countyCode }, id, hashed(c, fresh))
    const detail = { evaluation: id, codes: fresh.length }
    tell({ action: 'evaluation.codes-replaced', subjects: [talentId], detail })
    return fresh
  })
  return { id, codes }
}

function newCodes(numbers: Record<Audience, number>): Code[] {
  return AUDIENCES.flatMap((audience) =>
    Array.from({ length: numbers[audience] }, () => ({ code: newEvaluationCode(), audience })),
  )
}

function hashed(c: Context<Env>, codes: readonly Code[]) {
  return codes.map(({ code, audience }) => ({
    digest: digestOfEvaluationCode(c.var.keyring, code),
    audience,
  }))
}

async function requireNoOther(
  c: Context<Env>,
  transaction: Transaction<Database>,
  trialPost: string,
): Promise<void> {
  const all = await listEvaluationsOf(transaction, c.var.scope, [trialPost])
  if (all.some(({ state }) => state === 'open')) throw new Problem('conflict', ANOTHER)
}

function requireDay(closesOn: string, today: string): void {
  const last = daysAfter(today, LONGEST_DAYS)
  if (isDay(closesOn) && today <= closesOn && closesOn <= last) return
  throw invalid([
    {
      pointer: '#/closesOn',
      detail: {
        zh: `截止日期应在今天至 ${last} 之间（最长 ${LONGEST_DAYS} 天）。`,
        en: `The last day lies between today and ${last} (${LONGEST_DAYS} days at most).`,
      },
    },
  ])
}

/** Fewer people could never be enough to show anything. */
function requireEnough({ colleagues, representatives }: Opening, answersMin: number): void {
  if (colleagues + representatives >= answersMin) return
  throw invalid([
    {
      pointer: '#/colleagues',
      detail: {
        zh: `两类人员合计至少 ${answersMin} 人：不足 ${answersMin} 份答卷时，为保证匿名，结果不汇总也不显示。`,
        en: `At least ${answersMin} people in all: with fewer answers nothing is averaged or shown, so that they stay anonymous.`,
      },
    },
  ])
}

const ENDED = {
  zh: '这段准岗已经结束，不能再发起测评。',
  en: 'The trial post has ended: no evaluation can be opened any more.',
}
const ANOTHER = {
  zh: '这段准岗已有一次测评正在进行，请先结束它，再发起新的测评。',
  en: 'An evaluation of this trial post is open: close it before another is opened.',
}
const CLOSED = {
  zh: '这次测评已经结束，不能再发放测评码。',
  en: 'The evaluation is closed: no codes can be handed out any more.',
}
