import type { Context } from 'hono'
import type { z } from 'zod'
import { findTalent } from '../../db/talents.ts'
import { findTrialPost } from '../../db/trial-posts.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { CodeAnswer } from '../shapes/evaluations.ts'
import { CLOSED, requireOpen, USED } from './answering.ts'
import { evaluationCodeOf } from './codes.ts'
import { MARK_WORDS, QUESTIONS } from './questions.ts'

/**
 * Whom somebody who holds a code is asked about, and what. No look of an account: it is not written down, since its time
 * stood beside that of the answer.
 */
export async function askedByCode(
  c: Context<Env>,
  code: string,
): Promise<z.infer<typeof CodeAnswer>> {
  const { db, countyCode } = c.var
  const { evaluationId, audience, isUsed } = await evaluationCodeOf(c, code)
  const { trialPostId, closesOn } = await requireOpen(c, evaluationId)
  if (isUsed === 1) throw new Problem('conflict', USED)
  const trial = await findTrialPost(db, { countyCode }, trialPostId)
  const talent = trial && (await findTalent(db, { countyCode }, trial.talentId))
  if (!trial || !talent || talent.erasedAt !== null) throw new Problem('conflict', CLOSED)
  const names = await placeNames(c)
  const { villageCode, kind, duties, startsOn } = trial
  return {
    name: talent.name,
    village: { code: villageCode, name: names.get(villageCode) ?? villageCode },
    ...{ kind, duties, startsOn, audience, closesOn },
    questions: QUESTIONS.map(({ id, words }) => ({ id, words })),
    marks: MARK_WORDS,
  }
}
