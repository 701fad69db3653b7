import type { Day, Eligibility } from '../types.ts'
import type { ListStanding, VillageList } from './facts.ts'
import { lapsed, noneFound, notedNone, settledBy, signed, willingBy } from './list-words.ts'

/** How one person stands towards the combined role (secretary and chair together) of one village. */
export type ListCandidate = {
  talent: string
  /** The worse of both posts. */
  eligibility: Eligibility
  /** Every relaxation that the person needs was approved in writing; true where none is needed. */
  isApproved: boolean
  consent: 'given' | 'withdrawn' | null
  hasLeft: boolean
  /** In office in the village, whatever the post. */
  isIncumbent: boolean
  /** At home in the village and a reserve. */
  isReserve: boolean
  /** On the way to a seat of another village: nobody stands for two (rule `oneplace`). */
  isElsewhere: boolean
  /** Put forward for both posts of the village in an open round of the term change. */
  nominee: ListNominee | null
}
export type ListNominee = {
  /** Elected or appointed by the round. */
  isChosen: boolean
  /** Withdrawn, stopped, or not chosen. */
  isOver: boolean
  asked: number
  passed: number
  /** Answers of departments that object, but for those that an office decided about. */
  objections: number
  /** The first day on which an answer ends. */
  validUntil: Day | null
}

export const LIST_REMEDIES = ['another-village', 'posted-in', 'recruited'] as const
/** What is tried where nobody suits: 外村选派 (S3.2) · 上级下派 (S0) · 公开选聘 (S4). */
export type ListRemedy = (typeof LIST_REMEDIES)[number]

/** What somebody signed last about the village; nothing where it was taken back. */
export type SignedList = {
  list: VillageList
  /** Null on `none`. */
  talent: string | null
  remedy: ListRemedy | null
  on: Day
}

export type ListFacts = {
  /** People at home or in office there, nominees for it, and whoever was decided for. */
  candidates: readonly ListCandidate[]
  decision: SignedList | null
}

/** Why a decision does not hold any more, or could not be signed. */
export const LIST_OBSTACLES = [
  'gone',
  'left',
  'withdrawn',
  'no-consent',
  'barred',
  'unknown',
  'not-approved',
  'objection',
  'over',
  'elsewhere',
  'nominated',
] as const
export type ListObstacle = (typeof LIST_OBSTACLES)[number]

/**
 * Which of the three lists the village is on. Facts come first where they settle it: an outcome of the round, or
 * departments that all passed. Then what was signed, as long as no fact speaks against it; then who is willing.
 */
export function listOf({ candidates, decision }: ListFacts, today: Day): ListStanding {
  const chosen = candidates.filter(isChosen)
  const reviewed = candidates.filter((one) => isReviewed(one, today))
  const settled = chosen.length > 0 ? chosen : reviewed
  const against = decision && obstacleTo(decision, candidates, settled.length > 0)
  const holds = decision !== null && against === null
  if (holds && decision.list === 'settled' && chosen.length === 0)
    return byDecision(decision, [decision.talent!])
  if (settled.length > 0) {
    const words = lapsed(settledBy(chosen.length > 0, settled, today), decision, against)
    return byFacts('settled', settled, { today, words })
  }
  const willing = candidates.filter(isWilling)
  if (holds) return byDecision(decision, peopleOf(decision, willing))
  if (willing.length > 0) {
    const words = lapsed(willingBy(willing), decision, against)
    return byFacts('willing', willing.toSorted(byWay), { today, words })
  }
  return byFacts('none', [], { today, words: lapsed(noneFound, decision, against) })
}

/** What speaks against somebody on a list that is signed; null: nothing. */
export function obstacleOf(
  person: ListCandidate | undefined,
  list: 'settled' | 'willing',
): ListObstacle | null {
  if (person === undefined) return 'gone'
  if (person.hasLeft) return 'left'
  if (person.consent !== 'given') return person.consent === null ? 'no-consent' : 'withdrawn'
  if (person.eligibility === 'barred' || person.eligibility === 'unknown') return person.eligibility
  if (person.isElsewhere) return 'elsewhere'
  if (person.nominee?.isOver) return 'over'
  if ((person.nominee?.objections ?? 0) > 0) return 'objection'
  if (list === 'settled' && person.eligibility === 'relaxable' && !person.isApproved)
    return 'not-approved'
  return null
}

/** 'None suits' stands until somebody is put forward who could take the role. */
function obstacleTo(
  { list, talent }: SignedList,
  candidates: readonly ListCandidate[],
  isSettled: boolean,
): ListObstacle | null {
  if (list !== 'none')
    return obstacleOf(
      candidates.find((one) => one.talent === talent),
      list,
    )
  return isSettled || candidates.some((one) => one.nominee && isWilling(one)) ? 'nominated' : null
}

/** What the voters or the committee decided stands whatever the rules say of it today. */
function isChosen({ nominee, hasLeft, consent }: ListCandidate): boolean {
  return nominee?.isChosen === true && !hasLeft && consent !== 'withdrawn'
}

function isReviewed(person: ListCandidate, today: Day): boolean {
  const { nominee, hasLeft, consent, eligibility } = person
  if (!nominee || nominee.isOver || hasLeft || consent !== 'given') return false
  const { asked, passed, objections, validUntil } = nominee
  const isPassed = asked > 0 && passed === asked && objections === 0
  return eligibility !== 'barred' && isPassed && (validUntil === null || validUntil >= today)
}

function isWilling(person: ListCandidate): boolean {
  const { isIncumbent, isReserve, nominee } = person
  return (isIncumbent || isReserve || nominee !== null) && obstacleOf(person, 'willing') === null
}

function peopleOf({ list, talent }: SignedList, willing: readonly ListCandidate[]): string[] {
  if (list === 'none') return []
  const others = willing.toSorted(byWay).map((one) => one.talent)
  return [...new Set([talent!, ...others])]
}

function byDecision(decision: SignedList, talents: string[]): ListStanding {
  const { list, on, remedy } = decision
  const words = list === 'none' ? notedNone(on, remedy) : signed(list, on)
  return { list, talents, by: 'decision', on, words }
}

function byFacts(
  list: VillageList,
  people: readonly ListCandidate[],
  { today, words }: { today: Day; words: ListStanding['words'] },
): ListStanding {
  return { list, talents: people.map(({ talent }) => talent), by: 'facts', on: today, words }
}

/** Who is put forward first, then who is in office, then by id, so that the answer is the same every time. */
function byWay(a: ListCandidate, b: ListCandidate): number {
  const way = ({ nominee, isIncumbent }: ListCandidate) => (nominee ? 0 : isIncumbent ? 1 : 2)
  return way(a) - way(b) || (a.talent < b.talent ? -1 : 1)
}
