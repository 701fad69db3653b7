import { placeName } from '../../names.ts'
import type { TrialPostRow } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'

const words = () => t().trialPosts

/** How the evaluation stands, in a cell. */
export function evaluationText({ evaluation }: TrialPostRow): string {
  if (!evaluation) return words().noEvaluation
  const { state, answers, asked, answersMin } = evaluation
  if (state === 'open') return words().evaluating(answers, asked)
  return answers < answersMin ? words().tooFew(answers, answersMin) : words().evaluated(answers)
}

/** What is left of its time, or when it ended. */
export function leftText({ daysLeft, endedOn, months }: TrialPostRow): string {
  if (daysLeft !== null) return words().daysLeft(daysLeft)
  return [endedOn, words().served(months)].filter(Boolean).join(t().separator)
}

export function conclusionText({ state, conclusion }: TrialPostRow): string {
  if (state === 'broken-off') return words().states[state]
  return conclusion?.grade ? words().grade[conclusion.grade] : words().noConclusion
}

/** Late is to be done, soon to be thought of. */
export function urgency({ daysLeft }: TrialPostRow): State | null {
  if (daysLeft === null) return null
  if (daysLeft < 0) return 'missed'
  return daysLeft <= SOON ? 'weak' : null
}
/** Days before its end in which an evaluation ought to be open. */
const SOON = 30

export const postText = ({ kind, village }: Pick<TrialPostRow, 'kind' | 'village'>) =>
  `${placeName(village.name)}${t().separator}${words().kinds[kind]}`
