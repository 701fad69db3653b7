import type { TargetId, Words } from '../../matching/types.ts'

export const TIER_WORDS = {
  law: { zh: '法定', en: 'Law' },
  policy: { zh: '政策', en: 'Policy' },
  wish: { zh: '期望', en: 'Wish' },
}

/** Names that say more than the short ones of strips and tables. */
export const LONG: { [Id in TargetId]?: Words } = {
  'young.min': { zh: '年轻成员', en: 'Young members' },
  'age30.min': { zh: '30 岁左右成员', en: 'Members of about 30' },
  'age.core': { zh: '骨干年龄段占比', en: 'Share of core ages' },
  'women.share': { zh: '女性占比', en: 'Share of women' },
  'cross.share': { zh: '交叉任职占比', en: 'Share of cross-appointments' },
  'sources.share': { zh: '四类人员任书记占比', en: 'Secretaries from four sources' },
  'combined.share': { zh: '一肩挑的村占比', en: 'Share of villages with a combined role' },
  'college.share': { zh: '大专及以上占比', en: 'Share with junior college or above' },
}

/** What is counted, and where. */
export const HELP: { [Id in TargetId]?: Words } = {
  'seats.law': {
    zh: '村（居）委会至少选满几席',
    en: 'Seats of the villagers’ committee that must be filled',
  },
  seats: { zh: '“两委”按职数配满', en: 'All seats of the two committees are filled' },
  'women.min': { zh: '村（居）委会成员中的女性', en: 'Women on the villagers’ committee' },
  'minority.min': {
    zh: '只用于有几个少数民族居住的村',
    en: 'Only where several smaller nationalities live',
  },
  'young.min': { zh: '“两委”成员，按周岁', en: 'On the two committees, in completed years' },
  'age30.min': { zh: '“两委”成员，按周岁', en: 'On the two committees, in completed years' },
  'age.core': { zh: '占“两委”成员的比例', en: 'Share of the people on the two committees' },
  'age.mean': {
    zh: '“两委”成员平均；全县填负数即须下降',
    en: 'Mean of the two committees; a county asks for a fall by a number below zero',
  },
  'college.share': {
    zh: '占“两委”成员的比例，与上届比',
    en: 'Share of the two committees against last term',
  },
  combined: {
    zh: '每个村由一人兼任书记、主任',
    en: 'In each village one person is secretary and chair',
  },
  'combined.share': {
    zh: '一个乡镇、全县一肩挑的村',
    en: 'Villages with a combined role, of a township or county',
  },
  'cross.share': {
    zh: '兼任“两委”的成员，乡镇和全县',
    en: 'People on both committees, in a township or county',
  },
  'women.share': {
    zh: '占“两委”成员的比例，乡镇和全县',
    en: 'Of the two committees, in a township or county',
  },
  'sources.share': {
    zh: '致富能手、返乡人员、本土大学生、退役军人任书记，全县',
    en: 'Wealth creators, returnees, local graduates and veterans among the county’s secretaries',
  },
  margin: {
    zh: '党组织委员符合条件的人选与职数之比；1.2 即差额 20%',
    en: 'Eligible people for the party committee against its seats; 1.2 is a margin of 20%',
  },
  depth: {
    zh: '每村的后备人数，且每类岗位都另有人选',
    en: 'Reserves of a village, and somebody else for every kind of post',
  },
}
