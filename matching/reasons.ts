import { skillFor } from './expertise.ts'
import { nearnessOf } from './tie.ts'
import type {
  CriterionId,
  CriterionShare,
  Evidence,
  Need,
  Talent,
  Village,
  Words,
} from './types.ts'
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
  const weak = shares.filter(isWeak).sort((a, b) => lost(b) - lost(a))
  return [
    ...strengths.map(({ criterion, words }) =>
      criterion === 'expertise' ? needWords(talent, village, 2) : words,
    ),
    ...weak.slice(0, 1).map(weakWords),
  ].map(short)
}

/** The strongest ground of a criterion in words, or what is missing. */
export function shareWords(
  talent: Talent,
  village: Village,
  criterion: CriterionId,
  strongest: Evidence | null,
): Words {
  if (criterion === 'tie') return homeWords(talent, village)
  if (criterion === 'expertise') return needWords(talent, village)
  return strongest === null ? unknownWords(criterion) : evidenceWords(strongest)
}

/** What matches this very village is always told; that the home is near is told of almost everyone. */
function telling(share: CriterionShare): number {
  if (share.criterion === 'expertise') return 1
  return isTie(share) ? -1 : 0
}

const isTie = ({ criterion }: CriterionShare) => criterion === 'tie'

/** What the evidence at hand makes of the criterion, less what is open. */
const solid = ({ weight, low }: CriterionShare) => weight * low

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

function unknownWords(criterion: CriterionId): Words {
  const { zh, en } = criterionWords[criterion]
  return { zh: `${zh}未知`, en: `${en}: not known` }
}

/** Notes and sources are written by people in their own language and are not translated. */
function evidenceWords({ note, source, standing }: Evidence): Words {
  return standing === 'proven'
    ? { zh: `${note}（${source}）`, en: `${note} (${source})` }
    : { zh: `${note}（自述）`, en: `${note} (self-reported)` }
}

function homeWords(talent: Talent, village: Village): Words {
  return HOMES[nearnessOf(talent, village)]
}

const HOMES = {
  village: { zh: '家在本村', en: 'Home in this village' },
  township: { zh: '家在本乡镇其他村', en: 'Home in another village of the township' },
  county: { zh: '家在其他乡镇', en: 'Home in another township' },
}

/** The needs that the person's skills answer best, at most so many; or why there are none. */
function needWords({ skills }: Talent, { needs }: Village, most = 1): Words {
  if (skills.length === 0) return { zh: '专长未知：未登记', en: 'Skills: none on record' }
  if (needs.length === 0)
    return { zh: '本村需求未登记', en: 'Needs of the village: none on record' }
  const gain = (need: Need) => need.weight * (skillFor(skills, need)?.level ?? 0)
  const met = needs
    .filter((need) => gain(need) > 0)
    .sort((a, b) => gain(b) - gain(a))
    .slice(0, most)
  if (met.length === 0) return NOT_ANSWERED
  const isProven = met.every((need) => skillFor(skills, need)?.standing === 'proven')
  return {
    zh: `专长对应本村需求${met.map(({ words }) => `“${words.zh}”`).join('')}${isProven ? '' : '（自述）'}`,
    en: `Skills answer needs of the village: ${met.map(({ words }) => words.en).join(', ')}${isProven ? '' : ' (self-reported)'}`,
  }
}

const NOT_ANSWERED = {
  zh: '登记专长与本村需求不对应',
  en: 'Skills on record answer none of the village’s needs',
}

function short({ zh, en }: Words): Words {
  const letters = [...zh]
  return letters.length <= LONGEST
    ? { zh, en }
    : { zh: `${letters.slice(0, LONGEST - 1).join('')}…`, en }
}
