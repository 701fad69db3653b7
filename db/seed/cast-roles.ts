import type { PostTable, TalentTable } from '../schema.ts'
import type { Education, Group } from './person.ts'
import { PLANTED } from './planted.ts'
import type { SkillId } from './skills.ts'

type Post = PostTable['post']
export type Role = {
  name: string
  village: keyof typeof PLANTED
  sex: 'female' | 'male'
  bornOn: string
  education: Education
  partyStatus: TalentTable['partyStatus']
  sources: [Group, ...Group[]]
  occupation: string
  skills: [SkillId, number, 'proven' | 'claimed'][]
  posts?: Post[]
  consentedVillages?: string[]
  fields?: Partial<TalentTable>
}

/** The named cast of tests, seed and docs, and the rest of 洪门村's committees beside them. */
export const ROLES: readonly Role[] = [
  {
    name: '李文博',
    village: '洪门村',
    sex: 'male',
    bornOn: '1988-03',
    education: 'bachelor',
    partyStatus: 'full',
    sources: ['cooperative-head', 'returnee'],
    occupation: '返乡办葡萄专业合作社，任理事长',
    skills: [
      ['grape-growing', 0.9, 'proven'],
      ['cold-chain', 0.7, 'proven'],
      ['cooperative-management', 0.8, 'proven'],
    ],
    fields: { status: 'reserve', channel: 'recommended', experienceYears: 4 },
  },
  {
    name: '宋雅楠',
    village: '洪门村',
    sex: 'female',
    bornOn: '1993-06',
    education: 'junior-college',
    partyStatus: 'full',
    sources: ['returnee', 'womens-federation'],
    occupation: '返乡电商创业，村妇联主席',
    skills: [
      ['e-commerce', 0.88, 'proven'],
      ['mediation', 0.66, 'proven'],
      ['culture', 0.6, 'claimed'],
    ],
    fields: { status: 'reserve', channel: 'discovered', experienceYears: 3 },
  },
  {
    name: '赵庆河',
    village: '洪门村',
    sex: 'male',
    bornOn: '1974-02',
    education: 'senior-secondary',
    partyStatus: 'full',
    sources: ['incumbent'],
    occupation: '村党组织委员，管村账',
    skills: [['bookkeeping', 0.78, 'proven']],
    posts: ['party-member'],
    fields: { experienceYears: 15 },
  },
  {
    name: '张立群',
    village: '洪门村',
    sex: 'male',
    bornOn: '1980-05',
    education: 'senior-secondary',
    partyStatus: 'none',
    sources: ['incumbent'],
    occupation: '村委会委员，人民调解员',
    skills: [
      ['mediation', 0.86, 'proven'],
      ['water-works', 0.7, 'proven'],
    ],
    posts: ['committee-member'],
    fields: { experienceYears: 10 },
  },
  {
    name: '刘思敏',
    village: '洪门村',
    sex: 'female',
    bornOn: '1997-09',
    education: 'bachelor',
    partyStatus: 'league',
    sources: ['graduate', 'returnee'],
    occupation: '毕业返乡，代理村账会计',
    skills: [
      ['bookkeeping', 0.72, 'proven'],
      ['writing', 0.68, 'proven'],
      ['computing', 0.7, 'claimed'],
    ],
    fields: { status: 'reserve', channel: 'self', experienceYears: 2 },
  },
  {
    name: '王海洋',
    village: '毛宅村',
    sex: 'male',
    bornOn: '1985-04',
    education: 'junior-college',
    partyStatus: 'probationary',
    sources: ['wealth-creator', 'returnee'],
    occupation: '家庭农场主，自建冷库一座',
    skills: [
      ['cold-chain', 0.8, 'proven'],
      ['grape-growing', 0.64, 'proven'],
      ['machinery', 0.7, 'claimed'],
    ],
    consentedVillages: [PLANTED.洪门村],
    fields: {
      willingness: 'township',
      status: 'in-pool',
      channel: 'recommended',
      experienceYears: 1,
    },
  },
  {
    name: '周振宇',
    village: '洪门村',
    sex: 'male',
    bornOn: '1990-05',
    education: 'bachelor',
    partyStatus: 'full',
    sources: ['returnee'],
    occupation: '在外经营建材，流动党员',
    skills: [
      ['logistics', 0.75, 'proven'],
      ['project-funding', 0.6, 'claimed'],
    ],
    fields: { willingness: null, status: 'in-pool', channel: 'discovered', experienceYears: 0 },
  },
  {
    name: '尹承礼',
    village: '洪门村',
    sex: 'male',
    bornOn: '1966-08',
    education: 'senior-secondary',
    partyStatus: 'full',
    sources: ['incumbent'],
    occupation: '村党组织书记、村委会主任',
    skills: [['mediation', 0.75, 'proven']],
    posts: ['secretary', 'chair'],
    fields: { experienceYears: 21 },
  },
  {
    name: '徐振田',
    village: '洪门村',
    sex: 'male',
    bornOn: '1970-04',
    education: 'junior-college',
    partyStatus: 'full',
    sources: ['incumbent'],
    occupation: '村党组织委员、村委会委员',
    skills: [['water-works', 0.66, 'proven']],
    posts: ['party-member', 'committee-member'],
    fields: { experienceYears: 17 },
  },
  {
    name: '孙桂兰',
    village: '洪门村',
    sex: 'female',
    bornOn: '1977-03',
    education: 'junior-college',
    partyStatus: 'activist',
    sources: ['incumbent'],
    occupation: '村委会委员，村级会计',
    skills: [['bookkeeping', 0.74, 'proven']],
    posts: ['committee-member'],
    fields: { experienceYears: 9 },
  },
  {
    name: '秦守义',
    village: '洪门村',
    sex: 'male',
    bornOn: '1981-11',
    education: 'senior-secondary',
    partyStatus: 'none',
    sources: ['incumbent', 'wealth-creator'],
    occupation: '村委会委员，葡萄种植户',
    skills: [['grape-growing', 0.62, 'proven']],
    posts: ['committee-member'],
    fields: { experienceYears: 6 },
  },
]
