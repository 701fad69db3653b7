import { skillFor } from './expertise.ts'
import { nearnessOf } from './tie.ts'
import type { CriterionId, Evidence, Need, Talent, Village, Words } from './types.ts'
import { criterionWords } from './words.ts'

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

/** The needs that the person's skills answer best, at most so many; or why there are none. */
export function needWords({ skills }: Talent, { needs }: Village, most = 1): Words {
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

const NOT_ANSWERED = {
  zh: '登记专长与本村需求不对应',
  en: 'Skills on record answer none of the village’s needs',
}
