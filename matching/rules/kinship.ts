import type { Words } from '../types.ts'

/** A rule about two people. The solver keeps it over the whole team; nobody breaks it alone. */
export type PairRule = {
  id: 'kinship' | 'oneplace'
  title: Words
  source: Words
  says: Words
  concerns: Words
}

export const kinship: PairRule = {
  id: 'kinship',
  title: { zh: '近亲属回避', en: 'Kinship' },
  source: {
    zh: '街道“两委”换届方案（S3.4）',
    en: 'Term-change plan of an urban street (S3.4)',
  },
  says: {
    zh: '夫妻、直系血亲、三代以内旁系血亲和近姻亲不在同一村（社区）班子任职',
    en: 'Spouses, lineal relatives, collateral relatives within three generations and near in-laws do not sit on the committees of one village',
  },
  concerns: {
    zh: '同一村党组织、村（居）委会、监督委员会的任何两人',
    en: 'Any two people on the Party, villagers’ (residents’) and supervisory committees of one village',
  },
}

export const oneplace: PairRule = {
  id: 'oneplace',
  title: { zh: '一人一村', en: 'One place' },
  source: { zh: '常理', en: 'Common sense' },
  says: { zh: '一人至多列入一个村的方案', en: 'A person is on the slate of one village at most' },
  concerns: { zh: '全镇、全县换届方案', en: 'Plans of a township or county' },
}
