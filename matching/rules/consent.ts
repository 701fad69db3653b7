import type { Willingness } from '../types.ts'
import { willingnessWords } from '../words.ts'
import { breach, defineRule, EVERYONE, MET, unknown } from './rule.ts'

const CONSENT = unknown({
  zh: '本人同意列为人选的书面意见',
  en: 'the person’s written consent to be considered',
})

export const consent = defineRule({
  id: 'consent',
  title: { zh: '本人同意', en: 'Consent' },
  source: {
    zh: '《个人信息保护法》第十三条、第十五条',
    en: 'Personal Information Protection Law, Articles 13 and 15',
  },
  says: {
    zh: '本人同意列为人选，且未撤回',
    en: 'The person agreed to be considered and has not withdrawn',
  },
  concerns: EVERYONE,
  effect: 'bar',
  missing: [CONSENT.missing],
  appliesTo: () => true,
  judge: (talent) => {
    if (talent.consent === 'given') return MET
    return talent.consent === null ? CONSENT : breach(talent.consent)
  },
  explain: () => ({ zh: '本人已撤回同意', en: 'The person has withdrawn consent' }),
})

const ANSWER = unknown({
  zh: '本人关于任职范围（本村、本镇或全县）的答复',
  en: 'the person’s answer how far from home they would serve',
})

export const willing = defineRule<Willingness>({
  id: 'willing',
  title: { zh: '任职意愿', en: 'Willingness' },
  source: {
    zh: '本产品默认：不安排本人不愿去的村',
    en: 'Ours: nobody is proposed where they will not go',
  },
  says: {
    zh: '村在本人愿意任职的范围内：本村、本镇或全县',
    en: 'The village lies within the distance the person agreed to: home village, home township or county',
  },
  concerns: EVERYONE,
  effect: 'bar',
  missing: [ANSWER.missing],
  appliesTo: () => true,
  judge: ({ willingness, homeVillage, homeTownship }, village) => {
    if (willingness === null) return ANSWER
    if (willingness === 'county' || homeVillage === village.code) return MET
    if (willingness === 'township' && homeTownship === village.township) return MET
    return breach(willingness)
  },
  explain: (willingness) => ({
    zh: `本人只愿在${willingnessWords[willingness].zh}任职`,
    en: `Agreed to serve in ${willingnessWords[willingness].en} only`,
  }),
})

const DECLARATION = unknown({
  zh: '能够正常履职的声明',
  en: 'a declaration of being able to serve',
})

export const fitness = defineRule({
  id: 'fitness',
  title: { zh: '正常履职', en: 'Able to serve' },
  source: {
    zh: '街道“两委”换届方案（S3.4）；不保存任何医疗信息',
    en: 'Term-change plan of an urban street (S3.4); no medical data is kept',
  },
  says: { zh: '声明能够正常履职', en: 'Declared able to serve' },
  concerns: EVERYONE,
  effect: 'bar',
  missing: [DECLARATION.missing],
  appliesTo: () => true,
  judge: ({ isFit }) => {
    if (isFit === null) return DECLARATION
    return isFit ? MET : breach(isFit)
  },
  explain: () => ({ zh: '声明不能正常履职', en: 'Declared not able to serve' }),
})
