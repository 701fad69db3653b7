import type { Row } from './table.ts'

export const partyMember: Row[] = [
  { why: 'a full member', is: 'met', post: 'secretary', talent: { partyStatus: 'full' } },
  {
    why: 'a probationary member may not be elected',
    is: 'breach',
    post: 'party-member',
    talent: { partyStatus: 'probationary' },
    says: '预备党员',
  },
  {
    why: 'the committee asks for no Party member',
    is: 'met',
    post: 'chair',
    talent: { partyStatus: 'none' },
  },
  {
    why: 'not even to be known',
    is: 'met',
    post: 'committee-member',
    talent: { partyStatus: null },
  },
  {
    why: 'not known',
    is: 'unknown',
    post: 'secretary',
    talent: { partyStatus: null },
    says: '党员身份证明',
  },
]
