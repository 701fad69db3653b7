import { COMMITTEE_OF } from '../pattern.ts'
import { defineRule, MET, unknown } from './rule.ts'

const RECORDED = unknown({
  zh: '村（居）民选举委员会同意外村人员参选的记录',
  en: 'the recorded consent of the election committee to somebody from another village',
})

/** An outsider without the consent is never barred: the election committee may still give it. */
export const residence = defineRule<never>({
  id: 'residence',
  title: { zh: '本村村（居）民', en: 'Residence' },
  source: {
    zh: '街道“两委”换届方案（S3.4）；《村民委员会组织法》第十三条（条号待核）',
    en: 'Term-change plan of an urban street (S3.4); Organic Law of Villagers’ Committees, Article 13 (article to be checked)',
  },
  says: {
    zh: '本村（社区）居民，或选举委员会已同意其参选并有记录',
    en: 'A resident of the village, or an outsider with the recorded consent of its election committee',
  },
  concerns: {
    zh: '村（居）委会、监督委员会人选',
    en: 'The villagers’ (residents’) committee and the supervisory committee',
  },
  effect: 'bar',
  missing: [RECORDED.missing],
  appliesTo: (post) => COMMITTEE_OF[post] !== 'party',
  judge: ({ homeVillage, consentedVillages }, { code }) =>
    homeVillage === code || consentedVillages.includes(code) ? MET : RECORDED,
  explain: (nothing) => nothing,
})
