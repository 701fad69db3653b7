import { HONGMEN, MAOZHAI } from '../../cast.ts'
import type { Row } from './table.ts'

export const residence: Row[] = [
  { why: 'at home in the village', is: 'met', talent: { homeVillage: HONGMEN } },
  {
    why: 'an outsider whom the election committee agreed to',
    is: 'met',
    talent: { homeVillage: MAOZHAI, consentedVillages: [HONGMEN] },
  },
  {
    why: 'an outsider without that consent, which can still be had',
    is: 'unknown',
    post: 'committee-member',
    talent: { homeVillage: MAOZHAI },
    says: '选举委员会同意',
  },
  {
    why: 'the consent of another village says nothing',
    is: 'unknown',
    talent: { homeVillage: MAOZHAI, consentedVillages: ['370406104209'] },
  },
  {
    why: 'Party posts do not ask',
    is: 'met',
    post: 'secretary',
    talent: { homeVillage: MAOZHAI },
  },
]
