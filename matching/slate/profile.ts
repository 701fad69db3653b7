import { COMMITTEE_OF } from '../pattern.ts'
import type { Ages, Policy, Slate, TargetId, Village, Words } from '../types.ts'
import { educationWords } from '../words.ts'

/** The kind of person whose coming would mend the miss; null where one more person mends nothing. */
export function profileOf(
  policy: Policy,
  village: Village,
  slate: Slate,
  id: TargetId,
): Words | null {
  const { ages } = policy.targets[id]
  const kind = ages === undefined ? KINDS[id] : agesWords(ages, policy)
  if (kind === undefined) return null
  const education = educationWords[policy.education[village.kind]]
  const held = slate.seats.filter(({ post }) => COMMITTEE_OF[post] === 'party').length
  const isParty = OF_PARTY.includes(id) || (id === 'seats' && held < village.seats.party)
  const place = isParty ? PARTY : id === 'supervision.seats' ? NOBODYS_KIN : RESIDENT
  const hasAge = /\d/.test(kind.zh)
  const zh = [
    kind.zh,
    hasAge ? '' : `${policy.age.max} 岁及以下`,
    `${education.zh}及以上`,
    place.zh,
  ]
  const en = [
    kind.en,
    hasAge ? '' : `aged ${policy.age.max} or under`,
    `${education.en} or above`,
    place.en,
  ]
  return { zh: zh.filter(Boolean).join('、'), en: en.filter(Boolean).join(', ') }
}

const OF_PARTY: readonly TargetId[] = ['margin', 'combined', 'supervision.head']
const PARTY: Words = { zh: '正式党员', en: 'full Party member' }
const RESIDENT: Words = {
  zh: '本村村民，或有选举委员会同意',
  en: 'resident, or with the election committee’s consent',
}
const NOBODYS_KIN: Words = {
  zh: '不是两委成员近亲属',
  en: 'no near relative of the two committees',
}

function agesWords({ from, to }: Ages, { age }: Policy): Words {
  const last = Math.min(to, age.max)
  return { zh: `${from} 至 ${last} 岁`, en: `aged ${from} to ${last}` }
}

const KINDS: Partial<Record<TargetId, Words>> = {
  seats: { zh: '', en: '' },
  'seats.law': { zh: '', en: '' },
  'supervision.seats': { zh: '', en: '' },
  'supervision.head': { zh: '能任党组织纪检委员', en: 'able to be the discipline member' },
  'women.min': { zh: '女', en: 'a woman' },
  'minority.min': { zh: '少数民族', en: 'of a smaller nationality' },
  'age.mean': { zh: '年轻些的', en: 'younger' },
  'college.share': { zh: '大专及以上', en: 'junior college or above' },
  combined: { zh: '能一人任书记和主任', en: 'able to be both secretary and chair' },
  margin: { zh: '', en: '' },
  depth: { zh: '愿作后备', en: 'willing to be a reserve' },
}
