import { ageOn } from '../age.ts'
import type { Month } from '../day.ts'
import type { Policy, Post, Talent, Village } from '../types.ts'
import { relaxingHonour } from './honour.ts'
import { isReached, monthText, retirementMonth } from './retirement.ts'
import { breach, defineRule, EVERYONE, MET, unknown } from './rule.ts'

const BIRTH = unknown({ zh: '出生年月证明', en: 'proof of the date of birth' })
const SEX = unknown({
  zh: '登记性别（法定退休年龄因性别而异）',
  en: 'the sex on record, which the statutory retirement age depends on',
})

const STREET_PLAN = {
  zh: '街道“两委”换届方案（S3.4），用于社区；村参照执行为本产品默认',
  en: 'Term-change plan of an urban street (S3.4), for communities; that villages take it over is ours',
}

const DELAY = {
  zh: '全国人大常委会《关于实施渐进式延迟法定退休年龄的决定》（2025年1月1日起）',
  en: 'Decision of the NPC Standing Committee on gradually delaying statutory retirement (from 1 January 2025)',
}

export const ageMax = defineRule<{ age: number; max: number; honour: string | null }>({
  id: 'age.max',
  title: { zh: '年龄上限', en: 'Age limit' },
  source: STREET_PLAN,
  says: {
    zh: '基准日周岁不超过上限（默认55）',
    en: 'On the reference day no older than the limit (55 by default)',
  },
  concerns: EVERYONE,
  effect: 'bar',
  relaxation: {
    zh: '获得市级以上党委、政府或省级部门个人表彰',
    en: 'A personal honour of a city-level or higher Party committee or government, or of a provincial department',
  },
  missing: [BIRTH.missing],
  appliesTo: () => true,
  judge: ({ bornOn, honours }, _village, _post, { age: { max }, referenceOn }) => {
    if (bornOn === null) return BIRTH
    const age = ageOn(bornOn, referenceOn)
    return age <= max ? MET : breach({ age, max, honour: relaxingHonour(honours) })
  },
  relaxes: ({ honour }) => honour !== null,
  explain: ({ age, max, honour }) => ({
    zh: `${age}岁，超过${max}岁上限${honour === null ? '' : `；有表彰“${honour}”`}`,
    en: `Aged ${age}, over the limit of ${max}${honour === null ? '' : `; holds the honour “${honour}”`}`,
  }),
})

type Retired = { month: Month; ground: 'stays' | 'asked-back' | null }

export const ageRetired = defineRule<Retired>({
  id: 'age.retired',
  title: { zh: '法定退休年龄', en: 'Statutory retirement' },
  source: {
    zh: `${STREET_PLAN.zh}；回请见 S0；${DELAY.zh}`,
    en: `${STREET_PLAN.en}; officials asked back: S0. ${DELAY.en}`,
  },
  says: {
    zh: '基准日未达到法定退休年龄（含渐进式延迟）',
    en: 'Has not reached statutory retirement (with the gradual delay) on the reference day',
  },
  concerns: EVERYONE,
  effect: 'bar',
  relaxation: {
    zh: '在任书记留任本村书记；政策允许回请时，到村任职的离退休干部',
    en: 'A secretary in office who stays in that post; in villages, where the policy asks them back, a retired official',
  },
  missing: [BIRTH.missing, SEX.missing],
  appliesTo: () => true,
  judge: (talent, village, post, policy) => {
    const { bornOn, sex } = talent
    if (bornOn === null) return BIRTH
    if (sex === null) return SEX
    const month = retirementMonth(bornOn, policy.age.retirement[sex])
    if (!isReached(month, bornOn, policy.referenceOn)) return MET
    return breach({ month, ground: groundToStay(talent, village, post, policy) })
  },
  relaxes: ({ ground }) => ground !== null,
  explain: ({ month, ground }) => ({
    zh: `${monthText(month)}已达到法定退休年龄${ground === null ? '' : GROUNDS[ground].zh}`,
    en: `Reached statutory retirement in ${monthText(month)}${ground === null ? '' : GROUNDS[ground].en}`,
  }),
})

const GROUNDS = {
  stays: { zh: '；在任书记，可留任', en: '; a secretary in office may stay on' },
  'asked-back': { zh: '；可回请到村任职', en: '; may be asked back to a village' },
}

export const ageTerm = defineRule<{ month: Month; termYears: number }>({
  id: 'age.term',
  title: { zh: '任期内退休', en: 'Retirement within the term' },
  source: STREET_PLAN,
  says: {
    zh: '任期内不会达到法定退休年龄',
    en: 'Will not reach statutory retirement within the term',
  },
  concerns: EVERYONE,
  effect: 'caution',
  appliesTo: () => true,
  // What is not known, and who has retired already, is the matter of age.retired: said once.
  judge: ({ bornOn, sex }, _village, _post, { age, referenceOn, termYears }) => {
    if (bornOn === null || sex === null) return MET
    const month = retirementMonth(bornOn, age.retirement[sex])
    if (isReached(month, bornOn, referenceOn)) return MET
    return isReached(month, bornOn, referenceOn, termYears) ? breach({ month, termYears }) : MET
  },
  explain: ({ month, termYears }) => ({
    zh: `${monthText(month)}达到法定退休年龄，在${termYears}年任期内`,
    en: `Reaches statutory retirement in ${monthText(month)}, within the term of ${termYears} years`,
  }),
})

function groundToStay(talent: Talent, village: Village, post: Post, policy: Policy) {
  const { incumbency, sources } = talent
  const holds = incumbency?.village === village.code && incumbency.posts.includes('secretary')
  if (holds && post === 'secretary') return 'stays'
  const mayAsk = policy.age.mayAskBack && village.kind === 'village'
  return mayAsk && sources.includes('retired-official') ? 'asked-back' : null
}
