import { needWords } from './grounds.ts'
import type { CriterionShare, Talent, Village, Words } from './types.ts'
import { criterionWords } from './words.ts'

/** A reason is one sentence of at most this many Chinese characters. */
const LONGEST = 40
const MOST_STRENGTHS = 3
/** Nobody answers every need of a village: a quarter of them, by weight, is a strength. */
const ENOUGH_NEEDS = 0.25

/**
 * Why the person fits, one sentence each: up to three strengths, what adds most first, and the weak
 * point last. A fact stands in front; what is not known is said, and said last.
 */
export function reasonsOf(talent: Talent, village: Village, shares: CriterionShare[]): Words[] {
  const strengths = shares
    .filter(isStrength)
    .sort((a, b) => telling(b) - telling(a) || solid(b) - solid(a))
    .slice(0, MOST_STRENGTHS)
    .sort((a, b) => Number(isTie(a)) - Number(isTie(b)) || solid(b) - solid(a))
  const weak = shares
    .filter(isWeak)
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || lost(b) - lost(a))
  return [
    ...strengths.map(({ criterion, words }) =>
      criterion === 'expertise' ? needWords(talent, village, 2) : words,
    ),
    ...weak.slice(0, 1).map(weakWords),
  ].map(short)
}

/** What matches this very village is always told; that the home is near is told of almost everyone. */
function telling(share: CriterionShare): number {
  if (share.criterion === 'expertise') return 1
  return isTie(share) ? -1 : 0
}

const isTie = ({ criterion }: CriterionShare) => criterion === 'tie'

/** What the evidence at hand makes of the criterion, less what is open. */
const solid = ({ weight, low }: CriterionShare) => weight * low

/** Nothing at all is known: said before what is weak, since somebody can go and ask. */
const isOpen = ({ missing }: CriterionShare) => missing === 1

const lost = ({ weight, value }: CriterionShare) => weight * (1 - value)

/** At least half known, and what is known speaks for the person. */
function isStrength({ criterion, missing, low }: CriterionShare): boolean {
  if (criterion === 'expertise') return low >= ENOUGH_NEEDS
  return missing <= 0.5 && low / (1 - missing) > 0.6
}

function isWeak({ criterion, missing, value, low }: CriterionShare): boolean {
  if (missing > 0.5) return true
  return criterion === 'expertise' ? low === 0 : value < 0.5
}

function weakWords({ criterion, missing, words }: CriterionShare): Words {
  const { zh, en } = criterionWords[criterion]
  if (missing === 1 || criterion === 'expertise' || criterion === 'tie') return words
  if (missing > 0.5) return { zh: `${zh}佐证不足`, en: `${en}: little evidence` }
  return { zh: `${zh}偏弱：${words.zh}`, en: `${en} is weak: ${words.en}` }
}

function short({ zh, en }: Words): Words {
  const letters = [...zh]
  return letters.length <= LONGEST
    ? { zh, en }
    : { zh: `${letters.slice(0, LONGEST - 1).join('')}…`, en }
}
