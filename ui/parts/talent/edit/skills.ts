import type { SkillsBody } from '../../../portrait.ts'
import type { TalentRecord } from '../../../types.ts'
import { say, t } from '../../../words/index.ts'
import { type Draft, type Field, skillsAt } from './draft.ts'

export const SKILL_FIELDS: readonly Field[] = [
  {
    ...{ id: 'skills', kind: 'skills' },
    label: () => t().portrait.findSkill,
    hint: () => t().portrait.hints.skills,
    say: (value) => skillsAt({ value }, 'value').map(inWords).join(t().comma),
  },
]

export const BLANK_SKILLS: Draft = { skills: [] }

export const skillsDraft = ({ skills }: TalentRecord): Draft => ({
  skills: skills.map(({ skill, words, level, standing }) => ({
    ...{ skill, level, word: say(words) },
    isProven: standing === 'proven',
  })),
})

export const bodyOfSkills = (draft: Draft): SkillsBody => ({
  skills: skillsAt(draft, 'skills').map(({ skill, word, isProven, level }) => ({
    ...(skill === null ? { word } : { skill }),
    ...{ level, standing: isProven ? ('proven' as const) : ('claimed' as const) },
  })),
})

const inWords = ({ word, isProven }: { word: string; isProven: boolean }) =>
  `${word}(${isProven ? t().portrait.proven : t().portrait.claimed})`
