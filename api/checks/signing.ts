import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import { type Appraisal, type AppraisalKind, signAppraisal } from '../../db/appraisals.ts'
import { isInCultivation } from '../../db/in-cultivation.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { changedMeanwhile } from '../if-match.ts'
import { requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { isPersonal } from '../reasons.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'

export type Given = Pick<Appraisal, 'period' | 'grade' | 'remarks'> & {
  kind: AppraisalKind
  talent: string
  grades: Record<string, string | null>
  instead: string | null
}
const ACTION = {
  mentor: 'opinion.signed',
  quarter: 'check.signed',
  year: 'conclusion.signed',
} as const

/**
 * Signs what somebody says of a period, in the place of what stood when they looked. What stood is superseded, never
 * changed; when something else stands by now nothing is signed (412).
 */
export async function signPeriod(c: Context<Env>, given: Given): Promise<{ id: string }> {
  const { scope, clock, session, db } = c.var
  const { kind, talent: talentId, instead, grades, ...said } = given
  const row = await talentOf(c, talentId)
  requireHome(c, row)
  if (!(await isInCultivation(db, scope, talentId))) throw new Problem('conflict', NOT_CULTIVATED)
  if (isPersonal(said.remarks, '')) throw invalid([{ pointer: '#/remarks', detail: NUMBERED }])
  const { account } = session
  const id = newId()
  const signed = {
    ...{ ...said, id, talentId, kind, grades: grades as Appraisal['grades'] },
    ...{ accountId: account.id, accountName: account.name, position: account.position },
    signedAt: clock().toISOString(),
  }
  await changeEntries(c, [talentId], async (transaction, tell) => {
    if (!(await signAppraisal(transaction, scope, signed, instead))) throw changedMeanwhile()
    const detail = { period: said.period, ...(instead !== null && { instead }) }
    tell({ action: ACTION[kind], subjects: [talentId], detail })
  })
  return { id }
}

/** What came of one of many. */
export async function resultOf(talent: string, work: Promise<{ id: string }>) {
  try {
    return { talent, done: true, id: (await work).id, problem: null as Words | null }
  } catch (error) {
    if (error instanceof Problem)
      return { talent, done: false, id: null, problem: error.detail as Words | null }
    throw error
  }
}

const NUMBERED = {
  zh: '备注中请不要写身份证号或电话号码，只写工作情况。',
  en: 'Leave identity and telephone numbers out of the remarks: they are about the work.',
}
const NOT_CULTIVATED = {
  zh: '此人现在不在培养之中（不是后备、没有准岗，也没有培养计划或帮带关系），不需要考核。请刷新名单。',
  en: 'The person is not under cultivation now (neither reserve nor on trial, without a plan or a mentor), so nothing is signed. Load the list again.',
}
