import type { GivenAnswer, ReviewCase } from '../../cases.ts'
import { placeName } from '../../names.ts'
import type { DictionaryEntry } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import type { State } from '../mark.tsx'
import { daysBetween, today } from '../review/say.ts'

/** Days before which nothing presses. */
const SOON = 3

export const MARK: Record<GivenAnswer['answer'], State> = {
  pass: 'met',
  objection: 'missed',
  more: 'weak',
}

/** 北庄镇洪门村, as it stands in a household register. */
export const homeOf = ({ home, homeTownship }: ReviewCase) =>
  `${placeName(homeTownship.name)}${t().cases.placeJoin}${placeName(home.name)}`

/** 洪门村·书记、主任 */
export function seatOf({ target }: Pick<ReviewCase, 'target'>): string {
  if (!target) return t().cases.older
  if (target.posts.length === 0) return t().cases.poolOnly
  const posts = target.posts.map((post) => t().post[post]).join(t().comma)
  const place = target.village ?? target.township
  return [placeName(place.name), posts].join(t().separator)
}

export const bornOf = ({ sex, bornOn }: ReviewCase) =>
  t().cases.sexBorn(
    sex ? t().sex[sex] : t().unknown,
    bornOn ? t().cases.born(bornOn) : t().cases.bornUnknown,
  )

/** When it is due, with the mark of how near that is. */
export function dueOf({ dueOn, lateDays }: ReviewCase): { state: State; text: string } | null {
  if (dueOn === null) return null
  if (lateDays > 0) return { state: 'missed', text: t().cases.late(lateDays) }
  const state = daysBetween(today(), dueOn) <= SOON ? 'weak' : 'unknown'
  return { state, text: t().cases.dueOn(dueOn.slice(5)) }
}

/** What comes with an answer: the reason, what is needed, or that none was given. */
export function besides(given: GivenAnswer, reasons: readonly DictionaryEntry[]): string | null {
  if (given.answer === 'more') return t().cases.asked(given.note)
  if (given.answer !== 'objection') return null
  if (given.code === null) return t().cases.plain
  const entry = reasons.find(({ id }) => id === given.code)
  return t().cases.code(entry ? say(entry) : given.code)
}
