import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v4 as randomId } from 'uuid'
import {
  type Answer,
  type Audience,
  countIssuedCodes,
  findEvaluation,
  listEvaluationAnswers,
  rewriteAnswers,
  touchEvaluation,
  useCode,
} from '../../db/evaluations.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import type { MarksGiven } from '../shapes/evaluations.ts'
import { evaluationCodeOf } from './codes.ts'

/**
 * Takes one answer for one code. Nothing ties the two: the answer has neither account, time nor code, its id is of chance,
 * and all answers of the evaluation are written anew in an order of chance, so that their rows do not say which came
 * last (`rewriteAnswers`). That a code was used is a mark without a time. Nothing is written down in the audit, whose
 * entries have a time; the log has the route and no address, and the code stands in the body. Who compares two copies
 * of the database sees what came in between: copies are kept by the installation alone.
 */
export async function answerByCode(c: Context<Env>, code: string, marks: MarksGiven) {
  const { db, countyCode } = c.var
  const { evaluationId, digest, audience } = await evaluationCodeOf(c, code)
  await requireOpen(c, evaluationId)
  await db.transaction().execute(async (transaction) => {
    if (!(await touchEvaluation(transaction, { countyCode }, evaluationId)))
      throw new Problem('conflict', CLOSED)
    if (!(await useCode(transaction, { countyCode }, { evaluationId, digest })))
      throw new Problem('conflict', USED)
    await addAnswers(c, transaction, evaluationId, [{ audience, isOnPaper: false, marks }])
  })
}

/** Within its days, by the clock of the server. */
export async function requireOpen(c: Context<Env>, id: string) {
  const { db, countyCode } = c.var
  const evaluation = await findEvaluation(db, { countyCode }, id)
  const today = c.var.today()
  if (evaluation?.state !== 'open' || today > evaluation.closesOn)
    throw new Problem('conflict', CLOSED)
  return evaluation
}

/** Never more of an audience than were asked, by code and on paper together. */
export async function addAnswers(
  c: Context<Env>,
  transaction: Transaction<Database>,
  evaluationId: string,
  added: readonly Answer[],
): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  const issued = await countIssuedCodes(transaction, scope, evaluationId)
  const before = await listEvaluationAnswers(transaction, scope, evaluationId)
  const all = [...before, ...added]
  for (const audience of new Set(added.map((one) => one.audience))) {
    const given = all.filter((one) => one.audience === audience).length
    if (given > issued[audience]) throw tooMany(audience, issued[audience])
  }
  const mixed = shuffled(all).map((answer) => ({ ...answer, id: randomId() }))
  await rewriteAnswers(transaction, scope, evaluationId, mixed)
}

function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

export const AUDIENCE_WORDS: Record<Audience, { zh: string; en: string }> = {
  colleague: { zh: '同事（村“两委”成员）', en: 'colleagues' },
  representative: { zh: '村民（居民）代表', en: 'representatives of the villagers' },
}

function tooMany(audience: Audience, issued: number): Problem {
  const { zh, en } = AUDIENCE_WORDS[audience]
  return new Problem('conflict', {
    zh: `${zh}共发放 ${issued} 份，答卷不能超过这个数（网上与纸质合计）。请核对是否重复录入。`,
    en: `${issued} ${en} were asked: there cannot be more answers, by code and on paper together. Check whether some were entered twice.`,
  })
}

export const USED = {
  zh: '这个测评码已经用过，每个码只能提交一次。如果不是您本人提交的，请与发放测评码的工作人员联系。',
  en: 'This code has been used; each works once. If it was not you, tell whoever handed it out.',
}
export const CLOSED = {
  zh: '这次测评已经结束，不再接收答卷。谢谢您的参与。',
  en: 'This evaluation is over and takes no more answers. Thank you.',
}
