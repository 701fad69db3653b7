import { HONGMEN, MAOZHAI } from '../../cast.ts'
import { community, type Row } from './table.ts'

export const educationMin: Row[] = [
  {
    why: 'a village asks for senior secondary',
    is: 'met',
    talent: { education: 'senior-secondary' },
  },
  {
    why: 'just below',
    is: 'breach',
    talent: { education: 'junior-secondary' },
    says: '初中，村要求高中',
  },
  {
    why: 'a community asks for a bachelor',
    is: 'met',
    village: community,
    talent: { education: 'bachelor' },
  },
  {
    why: 'junior college is below',
    is: 'breach',
    village: community,
    talent: { education: 'junior-college' },
    says: '社区要求大学本科',
  },
  {
    why: 'the certificate stands in for the degree',
    is: 'met',
    village: community,
    talent: { education: 'senior-secondary', qualifications: ['assistant-social-worker'] },
  },
  {
    why: 'the higher certificate does too, whatever the education',
    is: 'met',
    village: community,
    talent: { education: null, qualifications: ['social-worker'] },
  },
  {
    why: 'a certificate is nothing to a village',
    is: 'breach',
    talent: { education: 'primary', qualifications: ['social-worker'] },
  },
  {
    why: 'incumbents of the village are not new nominees',
    is: 'met',
    talent: {
      education: 'primary',
      incumbency: { village: HONGMEN, posts: ['committee-member'] },
    },
  },
  {
    why: 'incumbents of another village are',
    is: 'breach',
    talent: { education: 'primary', incumbency: { village: MAOZHAI, posts: ['chair'] } },
  },
  { why: 'not known', is: 'unknown', talent: { education: null }, says: '学历证明' },
  {
    why: 'not known of somebody who contributed a lot: let off whatever it is',
    is: 'relaxable',
    talent: { education: null, hasOutstandingContribution: true },
    says: '学历未知',
  },
  {
    why: 'relaxed by an honour of the city',
    is: 'relaxable',
    talent: {
      education: 'junior-secondary',
      honours: [{ level: 'province', name: '劳动模范', on: '2021-05-01' }],
    },
    approvedBy: 'county',
    says: '表彰',
  },
  {
    why: 'relaxed by outstanding contribution',
    is: 'relaxable',
    talent: { education: 'junior-secondary', hasOutstandingContribution: true },
    says: '贡献突出',
  },
  {
    why: 'relaxed by a degree in social work',
    is: 'relaxable',
    village: community,
    talent: { education: 'junior-college', qualifications: ['social-work-degree'] },
    says: '社会工作专业',
  },
]
