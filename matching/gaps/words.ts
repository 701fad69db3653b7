import type { Policy, Words } from '../types.ts'
import { educationWords } from '../words.ts'
import { YOUNGEST } from './profiles.ts'
import type { Profile } from './types.ts'

/** The kind of person in one line, as the list's head; any trade, since no target counts trades. */
export function profileWords(profile: Profile): Words {
  const parts = [...partsOf(profile), { zh: '专长不限', en: 'any trade' }]
  const en = parts.map((part) => part.en)
  return {
    zh: parts.map((part) => part.zh).join('、'),
    en: profile.sex === null ? ['anyone', ...en].join(', ') : en.join(', '),
  }
}

function partsOf(profile: Profile): Words[] {
  const { education } = profile
  const college = education === null ? [] : [atLeast(educationWords[education])]
  return [
    ...whoWords(profile),
    ...agesWords(profile),
    ...college,
    ...(profile.isPartyMember ? [{ zh: '正式党员', en: 'full Party member' }] : []),
    ...(profile.sources.length > 0 ? [FOUR_SOURCES] : []),
    ...placeWords(profile),
  ]
}

const FOUR_SOURCES: Words = {
  zh: '致富能手、返乡人员、本土大学生或退役军人',
  en: 'a wealth creator, returnee, local graduate or veteran',
}

function atLeast({ zh, en }: Words): Words {
  return { zh: `${zh}及以上`, en: `${en} or above` }
}

function whoWords({ sex, nationality }: Profile): Words[] {
  const woman = sex === null ? [] : [{ zh: '女', en: 'a woman' }]
  const other = { zh: '少数民族', en: 'of a smaller nationality' }
  return nationality === null ? woman : [...woman, other]
}

function agesWords({ ages }: Profile): Words[] {
  if (ages === null) return []
  const { from, to } = ages
  if (from <= YOUNGEST) return [{ zh: `${to} 岁及以下`, en: `${to} or under` }]
  return [{ zh: `${from} 至 ${to} 岁`, en: `aged ${from} to ${to}` }]
}

function placeWords({ isResident, isReserve }: Profile): Words[] {
  if (isReserve) return [{ zh: '本村后备', en: 'a reserve of the village' }]
  if (isResident)
    return [
      {
        zh: '本村人或选举委员会同意的外村人',
        en: 'of the village or with its election committee’s consent',
      },
    ]
  return [{ zh: '愿到该村任职', en: 'willing to serve there' }]
}

/** What every profile asks besides, said once for the whole list. */
export function besidesWords({ age }: Policy): Words {
  return {
    zh: `此外都须符合资格条件（${age.max} 岁及以下、学历等）；性别、民族只在法定目标有要求时写明，不作为优劣。`,
    en: `Everybody must be eligible besides (${age.max} or under, education …); sex and nationality stand only where a target set by law asks, and never as a merit.`,
  }
}
