import type { Context } from 'hono'
import type { z } from 'zod'
import { listEntries } from '../../db/dictionaries.ts'
import { findReviewCase } from '../../db/review-cases.ts'
import type { Env } from '../context.ts'
import type { Loaded } from '../nominees/loading.ts'
import { performAct } from '../nominees/performing.ts'
import { Problem, type ProblemError } from '../problem.ts'
import { isPersonal } from '../reasons.ts'
import type { CaseAnswer } from '../shapes/review-cases.ts'
import { invalid } from '../validate.ts'
import { partIn, revisionOfCase } from './shown.ts'

type Answer = z.infer<typeof CaseAnswer>

/**
 * Signs the answer of the own department. What others sign at the same moment changes nothing of what it saw, so it
 * is tried again; a change of its own case, or the end of the nominee, is told.
 */
export async function answerCase(
  c: Context<Env>,
  { nominee, revision, answer }: { nominee: string; revision: number; answer: Answer },
): Promise<void> {
  await requireWhole(c, answer)
  const { casesOf: department = '' } = c.var.scope
  for (let left = TRIES; ; left--) {
    await requireOpen(c, nominee)
    let isAsSeen = false
    const seen = (loaded: Loaded) => {
      requireNobodyNamed(answer.note, loaded.person.name)
      isAsSeen = revisionOfCase(partIn(loaded, department)) === revision
      return isAsSeen
    }
    try {
      return await performAct(c, nominee, { act: { kind: 'answer', ...answer }, revision: seen })
    } catch (error) {
      const isOvertaken = error instanceof Problem && error.type === 'changed' && isAsSeen
      if (!isOvertaken || left === 0) throw error
    }
  }
}

/** More than departments that a county asks at once. */
const TRIES = 30

/** The code with an objection, the note where more is asked for, and nothing else that somebody might write down. */
async function requireWhole(c: Context<Env>, { answer, code, note }: Answer): Promise<void> {
  const fault = (pointer: string, detail: ProblemError['detail']) => invalid([{ pointer, detail }])
  if (code !== null && answer !== 'objection') throw fault('#/code', NO_CODE)
  if (note !== '' && answer !== 'more') throw fault('#/note', NO_NOTE)
  if (note === '' && answer === 'more') throw fault('#/note', WHAT_MORE)
  if (code === null) return
  const entries = await listEntries(c.var.db, { countyCode: c.var.countyCode }, 'reasons')
  const isInUse = entries.some(({ id, isRetired }) => id === code && isRetired === 0)
  if (!isInUse) throw fault('#/code', UNKNOWN_CODE)
}

/** An own case that was closed has changed; what was never put before the department is not found (`loadNominee`). */
async function requireOpen(c: Context<Env>, nominee: string): Promise<void> {
  const row = await findReviewCase(c.var.db, c.var.scope, nominee)
  if (row && row.closedAt !== null) throw new Problem('changed', CLOSED)
}

function requireNobodyNamed(note: string, name: string): void {
  if (isPersonal(note, name)) throw invalid([{ pointer: '#/note', detail: PERSONAL }])
}

const CLOSED = {
  zh: '此件已经办结或收回，不再需要本部门答复。请返回列表。',
  en: 'This case was closed or taken back: nothing is asked of your department any more.',
}
const NO_CODE = { zh: '只有“有异议”才选原因代码。', en: 'A code goes with an objection only.' }
const NO_NOTE = {
  zh: '只有“需补充”才写说明；通过和有异议不写文字，材料留在部门。',
  en: 'A note goes with asking for more only; the papers stay with the department.',
}
const WHAT_MORE = { zh: '请写明需要补充什么。', en: 'Say what is needed.' }
const UNKNOWN_CODE = {
  zh: '没有这个原因代码，或已停用。请重新选择。',
  en: 'No such code, or it is out of use. Choose again.',
}
const PERSONAL = {
  zh: '说明会随签办记录长期留存，请不要写姓名、身份证号或电话号码，只写需要补充什么。',
  en: 'The note is kept with what was signed: leave out names, identity and telephone numbers.',
}
