import type {
  CriterionId,
  Education,
  Level,
  PartyStatus,
  Post,
  Village,
  Willingness,
  Words,
} from './types.ts'

/** The field's own words for the plain data, so that every sentence uses the same one. */
export const postWords = {
  secretary: { zh: '党组织书记', en: 'Party secretary' },
  'party-member': { zh: '党组织委员', en: 'Party committee member' },
  chair: { zh: '村（居）委会主任', en: 'committee chair' },
  'committee-member': { zh: '村（居）委会委员', en: 'committee member' },
  'supervision-head': { zh: '监督委员会主任', en: 'head of supervision' },
  supervisor: { zh: '监督委员会委员', en: 'supervisor' },
} satisfies Record<Post, Words>

export const kindWords = {
  village: { zh: '村', en: 'village' },
  community: { zh: '社区', en: 'community' },
} satisfies Record<Village['kind'], Words>

export const educationWords = {
  primary: { zh: '小学', en: 'primary school' },
  'junior-secondary': { zh: '初中', en: 'junior secondary' },
  'senior-secondary': { zh: '高中（中专）', en: 'senior secondary' },
  'junior-college': { zh: '大专', en: 'junior college' },
  bachelor: { zh: '大学本科', en: 'bachelor' },
  postgraduate: { zh: '研究生', en: 'postgraduate' },
} satisfies Record<Education, Words>

export const partyStatusWords = {
  full: { zh: '中共正式党员', en: 'full Party member' },
  probationary: { zh: '中共预备党员', en: 'probationary Party member' },
  activist: { zh: '入党积极分子', en: 'Party applicant' },
  league: { zh: '共青团员', en: 'Youth League member' },
  none: { zh: '群众', en: 'not a Party member' },
} satisfies Record<PartyStatus, Words>

export const willingnessWords = {
  village: { zh: '家所在村', en: 'the home village' },
  township: { zh: '家所在乡镇', en: 'the home township' },
  county: { zh: '全县', en: 'the whole county' },
} satisfies Record<Willingness, Words>

export const levelWords = {
  township: { zh: '乡镇（街道）', en: 'the township' },
  county: { zh: '县（市、区）', en: 'the county' },
  city: { zh: '市', en: 'the city' },
} satisfies Record<Level, Words>

export const criterionWords = {
  political: { zh: '政治素质', en: 'Political quality' },
  development: { zh: '发展本领', en: 'Ability to develop' },
  coordination: { zh: '协调能力', en: 'Coordination' },
  service: { zh: '服务水平', en: 'Service' },
  conduct: { zh: '作风品行', en: 'Conduct' },
  expertise: { zh: '需求匹配', en: 'Match with needs' },
  tie: { zh: '与村联系', en: 'Tie to the place' },
  record: { zh: '工作实绩', en: 'Record of work' },
  reputation: { zh: '群众口碑', en: 'Public reputation' },
  potential: { zh: '潜力与成长', en: 'Potential and growth' },
} satisfies Record<CriterionId, Words>
