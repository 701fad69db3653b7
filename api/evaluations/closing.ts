import type { Context } from 'hono'
import { touchEvaluation } from '../../db/evaluations.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { Problem } from '../problem.ts'
import type { PapersGiven } from '../shapes/evaluations.ts'
import { addAnswers, CLOSED } from './answering.ts'
import { evaluationOf } from './reach.ts'

/** What people wrote on paper, entered by an office: counted apart, mixed among the others. */
export async function enterPapers(c: Context<Env>, id: string, { answers }: PapersGiven) {
  const { talentId } = await evaluationOf(c, id)
  await changing(c, async (transaction, tell) => {
    if (!(await touchEvaluation(transaction, c.var.scope, id)))
      throw new Problem('conflict', CLOSED)
    const added = answers.map((answer) => ({ ...answer, isOnPaper: true }))
    await addAnswers(c, transaction, id, added)
    const detail = { evaluation: id, papers: answers.length }
    tell({ action: 'evaluation.papers-entered', subjects: [talentId], detail })
  })
}

/** For good: what is shown is shown once. Its last day is the day on which it was closed. */
export async function closeEvaluation(c: Context<Env>, id: string) {
  const { talentId, closesOn } = await evaluationOf(c, id)
  const today = c.var.today()
  const change = { state: 'closed', closesOn: closesOn < today ? closesOn : today } as const
  await changeEntries(c, [talentId], async (transaction, tell) => {
    if (!(await touchEvaluation(transaction, c.var.scope, id, change)))
      throw new Problem('conflict', CLOSED_ALREADY)
    tell({ action: 'evaluation.closed', subjects: [talentId], detail: { evaluation: id } })
  })
}

const CLOSED_ALREADY = {
  zh: '这次测评已经结束。请刷新页面看结果。',
  en: 'The evaluation is closed already. Load the page again for what came of it.',
}
