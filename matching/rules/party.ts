import type { PartyStatus } from '../types.ts'
import { partyStatusWords } from '../words.ts'
import { breach, defineRule, MET, unknown } from './rule.ts'

const STATUS = unknown({ zh: '党员身份证明', en: 'proof of Party membership' })

export const partyMember = defineRule<PartyStatus>({
  id: 'party.member',
  title: { zh: '正式党员', en: 'Full Party member' },
  source: {
    zh: '《中国共产党章程》第七条：预备党员没有被选举权',
    en: 'Constitution of the Communist Party of China, Article 7: a probationary member may not be elected',
  },
  says: { zh: '是中共正式党员', en: 'Is a full member of the Party' },
  concerns: {
    zh: '党组织书记、委员人选；村（居）委会不要求',
    en: 'Secretary and Party committee members; not asked of the villagers’ (residents’) committee',
  },
  effect: 'bar',
  missing: [STATUS.missing],
  appliesTo: (post) => post === 'secretary' || post === 'party-member',
  judge: ({ partyStatus }) => {
    if (partyStatus === 'full') return MET
    return partyStatus === null ? STATUS : breach(partyStatus)
  },
  explain: (status) => ({
    zh: `${partyStatusWords[status].zh}，党组织职务要求正式党员`,
    en: `${partyStatusWords[status].en}; a Party post asks for a full member`,
  }),
})
