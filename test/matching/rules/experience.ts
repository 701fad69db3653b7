import { community, type Row } from './table.ts'

const graduate = { education: 'bachelor', experienceYears: 0 } as const

export const experienceMin: Row[] = [
  { why: 'two years', is: 'met', village: community, talent: { experienceYears: 2 } },
  {
    why: 'just below two, studied part-time',
    is: 'breach',
    village: community,
    talent: { experienceYears: 1.9, isFullTimeEducation: false },
    says: '工作1.9年，要求2年',
  },
  { why: 'a village does not ask', is: 'met', talent: { experienceYears: 0 } },
  {
    why: 'not known',
    is: 'unknown',
    village: community,
    talent: { experienceYears: null, education: 'junior-college' },
    says: '工作年限证明',
  },
  {
    why: 'not known of a full-time bachelor: let off whatever the years are',
    is: 'relaxable',
    village: community,
    talent: { experienceYears: null, education: 'bachelor', isFullTimeEducation: true },
    approvedBy: 'township',
    says: '工作年限未知',
  },
  {
    why: 'a full-time bachelor may be let off',
    is: 'relaxable',
    village: community,
    talent: { ...graduate, isFullTimeEducation: true },
    approvedBy: 'township',
    says: '全日制本科',
  },
  {
    why: 'whether full-time is not known: not relaxed on a guess',
    is: 'breach',
    village: community,
    talent: { ...graduate, isFullTimeEducation: null },
  },
  {
    why: 'a newly recruited social worker may be let off',
    is: 'relaxable',
    village: community,
    talent: { ...graduate, isFullTimeEducation: null, isNewSocialWorker: true },
    says: '新招录',
  },
]
