import type { Db } from '../../db/connect.ts'
import { listRounds, type Round } from '../../db/rounds.ts'
import type { Scope } from '../../db/scope.ts'
import { Problem, type ProblemError } from '../problem.ts'
import type { RoundGiven } from '../shapes/rounds.ts'
import { invalid } from '../validate.ts'

/** Days in order; a term change says for which term, a choice of reserves has none. */
export function requireOrder({ kind, opensOn, closesOn, ...term }: RoundGiven): void {
  const { termStartsOn: from, termEndsOn: to } = term
  const errors: ProblemError[] = []
  if (closesOn < opensOn) errors.push({ pointer: '#/closesOn', detail: CLOSES_FIRST })
  if (kind === 'term-change') {
    if (from === null) errors.push({ pointer: '#/termStartsOn', detail: NO_TERM })
    if (to === null) errors.push({ pointer: '#/termEndsOn', detail: NO_TERM })
  } else if (from !== null || to !== null) {
    errors.push({ pointer: '#/termStartsOn', detail: TERM_OF_RESERVES })
  }
  if (from !== null && to !== null && to <= from)
    errors.push({ pointer: '#/termEndsOn', detail: ENDS_FIRST })
  if (errors.length > 0) throw invalid(errors)
}

/** Reserves go another way than candidates: whoever is under way would be nowhere. */
export function requireSameKind(round: Round, { kind }: RoundGiven): void {
  if (round.kind !== kind) throw invalid([{ pointer: '#/kind', detail: OTHER_KIND }])
}

/** Two rounds of one name would be taken for each other. */
export async function requireFreeName(
  db: Db,
  scope: Scope,
  name: string,
  own: string | null,
): Promise<void> {
  const rounds = await listRounds(db, scope)
  if (!rounds.some((one) => one.name === name && one.id !== own)) return
  throw new Problem('conflict', {
    zh: `已有名为“${name}”的轮次，请换一个名称，如加上年份。`,
    en: `There is a round called “${name}” already: choose another name, with its year for one.`,
  })
}

const CLOSES_FIRST = {
  zh: '截止日期早于开始日期，请改正其中一个。',
  en: 'It closes before it opens: mend one of the two days.',
}
const NO_TERM = {
  zh: '换届轮次须填写任期起止日期。',
  en: 'A term change says when the term begins and ends.',
}
const TERM_OF_RESERVES = {
  zh: '日常储备没有任期，请留空。',
  en: 'Reserves have no term: leave it empty.',
}
const ENDS_FIRST = {
  zh: '任期结束日期须晚于开始日期。',
  en: 'The term ends after it begins.',
}
const OTHER_KIND = {
  zh: '轮次开始后不能改类型。请结束本轮次，另建一个。',
  en: 'The kind of a round stays as it is. Close this one and open another.',
}
