import type { Education, Source, Words } from '../types.ts'
import { educationWords } from '../words.ts'
import type { CompositionAges, GroupId } from './features.ts'

export const groupOfTeamWords = {
  all: { zh: '两委成员', en: 'members of the two committees' },
  party: { zh: '党组织班子成员', en: 'members of Party committees' },
  committee: {
    zh: '村（居）委会成员',
    en: 'members of villagers’ (residents’) committees',
  },
  heads: { zh: '主职（书记、主任）', en: 'heads (secretaries and chairs)' },
  secretaries: { zh: '党组织书记', en: 'Party secretaries' },
  combined: { zh: '一肩挑人员', en: 'holders of the combined role' },
} satisfies Record<GroupId, Words>

export const sourceWords = {
  'wealth-creator': { zh: '致富能手', en: 'wealth creators' },
  returnee: { zh: '返乡人员', en: 'returnees' },
  graduate: { zh: '本土大学生', en: 'local graduates' },
  veteran: { zh: '退役军人', en: 'veterans' },
  merchant: { zh: '在外客商', en: 'merchants away' },
  'cooperative-head': { zh: '合作社负责人', en: 'heads of cooperatives' },
  incumbent: { zh: '现任两委', en: 'members in office' },
  'retired-official': { zh: '退休、退居二线干部', en: 'retired officials' },
  'doctor-or-teacher': { zh: '村医教师', en: 'doctors and teachers' },
  'degree-official': { zh: '大学生村官', en: 'village officials with degrees' },
  'posted-in': { zh: '下派干部', en: 'officials posted in' },
  'social-worker': { zh: '社会工作者', en: 'social workers' },
  'womens-federation': { zh: '妇联干部', en: 'women’s federation heads' },
  volunteer: { zh: '志愿者', en: 'volunteers' },
} satisfies Record<Source, Words>

/** Names of figures that have nothing to do with the policy. */
export const figureWords = {
  people: { zh: '人数', en: 'People' },
  villages: { zh: '村（社区）数', en: 'Villages' },
  seats: { zh: '职数配齐', en: 'Seats held' },
  'age.mean': { zh: '平均年龄', en: 'Mean age' },
  'age.to-30': { zh: '30 岁及以下', en: 'Aged 30 or under' },
  'age.31-35': { zh: '31 至 35 岁', en: 'Aged 31 to 35' },
  'age.36-45': { zh: '36 至 45 岁', en: 'Aged 36 to 45' },
  'age.over-45': { zh: '45 岁以上', en: 'Over 45' },
  'age.to-40': { zh: '40 岁及以下', en: 'Aged 40 or under' },
  'education.college': { zh: '大专及以上', en: 'Junior college or above' },
  'education.bachelor-up': { zh: '本科及以上', en: 'Bachelor or above' },
  women: { zh: '女性', en: 'Women' },
  'party-members': { zh: '中共党员', en: 'Party members' },
  minority: { zh: '少数民族', en: 'Smaller nationalities' },
  'source.four': { zh: '四类人员', en: 'From the four sources' },
  'no-experience': { zh: '无村工作经历（须培训）', en: 'No village experience (to be trained)' },
  combined: { zh: '一肩挑', en: 'Combined role' },
  cross: { zh: '交叉任职', en: 'Cross-appointed' },
} satisfies Record<string, Words>

export function educationLineWords(level: Education): Words {
  const { zh, en } = educationWords[level]
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }
}

/** From the youngest who may be elected it is 'or under'. */
export function agesWords({ young, core }: CompositionAges): { young: Words; core: Words } {
  return {
    young: { zh: `${young.to} 岁及以下`, en: `Aged ${young.to} or under` },
    core: { zh: `${core.from} 至 ${core.to} 岁`, en: `Aged ${core.from} to ${core.to}` },
  }
}
