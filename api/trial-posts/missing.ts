import type { TrialPost } from '../../db/trial-posts.ts'
import type { Words } from '../../matching/index.ts'
import type { ShownEvaluation } from '../evaluations/shown.ts'
import type { MissingCode } from '../shapes/trial-posts.ts'
import type { Limits } from './limits.ts'

/** What lacks to a trial post that is concluded on a day: said and asked about, decided by the office. */
export function missingOf(
  trial: Pick<TrialPost, 'endsOn'>,
  { limits, evaluations, on }: { limits: Limits; evaluations: ShownEvaluation[]; on: string },
): { code: MissingCode; words: Words }[] {
  const isTooShort = on < limits.shortest
  // The latest that was closed counts as evidence.
  const closed = evaluations.find(({ state }) => state === 'closed')
  const enough = (closed?.results?.total ?? null) !== null
  return [
    ...(isTooShort ? [{ code: 'too-short' as const, words: tooShort(limits) }] : []),
    ...(!isTooShort && on < trial.endsOn
      ? [{ code: 'early' as const, words: early(trial.endsOn) }]
      : []),
    ...(enough ? [] : [{ code: 'no-evaluation' as const, words: closed ? tooFew(closed) : NONE }]),
  ]
}

const tooShort = ({ monthsMin, shortest }: Limits): Words => ({
  zh: `不满 ${monthsMin} 个月（满 ${monthsMin} 个月为 ${shortest}），按比例折算`,
  en: `Shorter than ${monthsMin} months (which end on ${shortest}): it counts for the part served`,
})
const early = (endsOn: string): Words => ({
  zh: `早于原定结束日期 ${endsOn}`,
  en: `Before the day agreed on, ${endsOn}`,
})
const tooFew = ({ answers, answersMin }: ShownEvaluation): Words => ({
  zh: `测评答卷不足，未汇总：${answers}／${answersMin} 份`,
  en: `Too few answers to the evaluation, nothing was averaged: ${answers} of ${answersMin}`,
})
const NONE: Words = {
  zh: '没有开展测评，只凭考核结论',
  en: 'There was no evaluation: the conclusion stands alone',
}
