import type { SkillTable } from '../schema.ts'

/** Dictionary of what people can do and villages need. */
export const SKILLS = {
  'grape-growing': { zh: '葡萄种植', en: 'Grape growing' },
  'fruit-growing': { zh: '果树栽培', en: 'Fruit growing' },
  'vegetable-growing': { zh: '设施蔬菜', en: 'Greenhouse vegetables' },
  livestock: { zh: '畜牧养殖', en: 'Livestock' },
  forestry: { zh: '林业管护', en: 'Forestry' },
  'food-processing': { zh: '农产品加工', en: 'Food processing' },
  'cold-chain': { zh: '冷链仓储', en: 'Cold chain' },
  'e-commerce': { zh: '电商销售', en: 'E-commerce' },
  tourism: { zh: '乡村旅游', en: 'Rural tourism' },
  'cooperative-management': { zh: '合作社经营', en: 'Running a cooperative' },
  machinery: { zh: '农机操作', en: 'Farm machinery' },
  'water-works': { zh: '水利管护', en: 'Water works' },
  construction: { zh: '工程管理', en: 'Construction management' },
  logistics: { zh: '运输物流', en: 'Transport and logistics' },
  bookkeeping: { zh: '财务记账', en: 'Bookkeeping' },
  'project-funding': { zh: '项目申报', en: 'Applying for project funds' },
  mediation: { zh: '纠纷调解', en: 'Mediation' },
  law: { zh: '法律服务', en: 'Legal advice' },
  'party-work': { zh: '党务工作', en: 'Party work' },
  'grid-work': { zh: '网格管理', en: 'Neighbourhood grid work' },
  'social-work': { zh: '社会工作', en: 'Social work' },
  'elderly-care': { zh: '养老服务', en: 'Elderly care' },
  medicine: { zh: '基层医疗', en: 'Primary health care' },
  teaching: { zh: '教育教学', en: 'Teaching' },
  culture: { zh: '文体宣传', en: 'Culture and publicity' },
  'clean-village': { zh: '人居环境整治', en: 'Cleaning up the village' },
  writing: { zh: '公文写作', en: 'Official writing' },
  computing: { zh: '计算机应用', en: 'Computing' },
} as const satisfies Record<string, { zh: string; en: string }>

export type SkillId = keyof typeof SKILLS

export function skillRows(countyCode: string): SkillTable[] {
  return Object.entries(SKILLS).map(([id, words]) => ({
    countyCode,
    id,
    ...words,
    isRetired: 0,
    isFree: 0,
  }))
}
