import type { Words } from './types.ts'

/** The way from a nomination to an office: who answers what, in which order, within how long. Policy data. */

export const STAGE_KINDS = [
  'check',
  'joint-review',
  'inspection',
  'study',
  'notice',
  'approval',
  'election',
  'filing',
] as const
export type StageKind = (typeof STAGE_KINDS)[number]
export const STAGE_LEVELS = ['village', 'township', 'county'] as const
export type StageLevel = (typeof STAGE_LEVELS)[number]

export type ReviewStage = {
  /** Unique within the procedure. */
  id: string
  kind: StageKind
  words: Words
  /** Whose accounts answer; of a joint review, whose account says that it is complete. */
  level: StageLevel
  /** Ids of positions (`signers` of the procedure) that all sign; none: one account of the level does. */
  signers: string[]
  /** For whom the positions sign; for others one account of the level does. */
  signersFor: 'everybody' | 'combined'
  /** Who goes through it: also those for the pool only, whoever is proposed for a post, or for secretary. */
  for: 'everybody' | 'posts' | 'secretaries'
  /** Working days until it is late. */
  days: number
  /** What of eligibility stops here: bars alone, or also what is unknown or needs an approval. */
  gate: 'bars' | 'whole'
  /** Working days of a public notice, the day of publication not counted; null of other kinds. */
  noticeDays: number | null
}
export type Signer = { id: string; words: Words }
export type Procedure = {
  stages: ReviewStage[]
  signers: Signer[]
  /** Days for which the answer of a department stands. */
  validDays: number
}

/** S3.5: the seven who sign the first list of candidates for the combined role. */
export const SEVEN_SIGNERS: Signer[] = [
  { id: 'township-secretary', words: { zh: '乡镇（街道）党（工）委书记', en: 'Secretary' } },
  { id: 'township-head', words: { zh: '乡镇长（街道办主任）', en: 'Head of the township' } },
  { id: 'deputy-secretary', words: { zh: '党（工）委副书记', en: 'Deputy secretary' } },
  { id: 'discipline-secretary', words: { zh: '纪（工）委书记', en: 'Discipline secretary' } },
  { id: 'organisation-member', words: { zh: '组织委员', en: 'Organisation member' } },
  { id: 'civil-affairs-deputy', words: { zh: '分管民政副职', en: 'Deputy for civil affairs' } },
  { id: 'police-head', words: { zh: '派出所所长', en: 'Head of the police station' } },
]

type Given = Pick<ReviewStage, 'id' | 'kind' | 'words' | 'level'> & Partial<ReviewStage>

function stage(given: Given): ReviewStage {
  return {
    ...{ signers: [], signersFor: 'everybody', for: 'posts', days: 5, gate: 'whole' },
    noticeDays: given.kind === 'notice' ? 5 : null,
    ...given,
  }
}

const VILLAGE_CHECK = stage({
  ...{ id: 'village-check', kind: 'check', level: 'village', for: 'everybody', gate: 'bars' },
  words: { zh: '村自查', en: 'Village self-check' },
})
const TOWNSHIP_REVIEW = stage({
  ...{ id: 'township-review', kind: 'check', level: 'township', for: 'everybody', days: 7 },
  words: { zh: '乡镇初审', en: 'Township first review' },
})
const JOINT_REVIEW = stage({
  ...{ id: 'joint-review', kind: 'joint-review', level: 'county', for: 'everybody', days: 10 },
  words: { zh: '县级联审', en: 'Joint review' },
})
const INSPECTION = stage({
  ...{ id: 'inspection', kind: 'inspection', level: 'county', days: 10 },
  words: { zh: '考察', en: 'Inspection' },
})
const STUDY = stage({
  ...{ id: 'study', kind: 'study', level: 'county', days: 7 },
  words: { zh: '县委研究', en: 'County committee study' },
})
const NOTICE = stage({
  ...{ id: 'public-notice', kind: 'notice', level: 'county', days: 10 },
  words: { zh: '公示', en: 'Public notice' },
})
const APPROVAL = stage({
  ...{ id: 'approval', kind: 'approval', level: 'township' },
  words: { zh: '乡镇批复', en: 'Approval by the township' },
})
const ELECTION = stage({
  ...{ id: 'election', kind: 'election', level: 'township', days: 30 },
  words: { zh: '选举', en: 'Election' },
})
const FILING = stage({
  ...{ id: 'filing', kind: 'filing', level: 'county', for: 'secretaries', days: 10 },
  words: { zh: '县级备案', en: 'Filing with the county' },
})

/** Forms of the papers; a county starts from one of them and edits it. */
export const PROCEDURES = {
  /** Domain §6 of the field's papers together. */
  standard: {
    words: { zh: '九步流程', en: 'Nine stages' },
    source: { zh: 'S0、S3.1、S3.2、S3.4 综合', en: 'S0, S3.1, S3.2, S3.4 together' },
    stages: [
      ...[VILLAGE_CHECK, TOWNSHIP_REVIEW, JOINT_REVIEW, INSPECTION, STUDY, NOTICE, APPROVAL],
      ...[ELECTION, FILING],
    ],
  },
  /** S3.2: screened, reviewed, audited, jointly reviewed, inspected, decided in two meetings. */
  'six-rounds': {
    words: { zh: '六轮审查', en: 'Six rounds' },
    source: { zh: '换届工作方案（S3.2）', en: 'Plan of a term change (S3.2)' },
    stages: [
      stage({
        ...{ id: 'screen', kind: 'check', level: 'township', for: 'everybody', gate: 'bars' },
        words: { zh: '县乡初筛', en: 'Screening' },
      }),
      TOWNSHIP_REVIEW,
      stage({
        ...{ id: 'audit', kind: 'check', level: 'county', days: 10 },
        words: { zh: '审计', en: 'Audit' },
      }),
      ...[JOINT_REVIEW, INSPECTION],
      stage({
        ...{ id: 'department-meeting', kind: 'study', level: 'county', days: 5 },
        words: { zh: '部务会提出', en: 'Department meeting proposes' },
      }),
      { ...STUDY, words: { zh: '县委常委会决定', en: 'Standing committee decides' } },
      ...[NOTICE, APPROVAL, ELECTION, FILING],
    ],
  },
  /** Four recommendations, two reviews, one notice, one filing. */
  'three-levels': {
    words: { zh: '四荐两审一公开一备案', en: 'Two reviews, one notice, one filing' },
    source: { zh: '多县做法', en: 'Practice of several counties' },
    stages: [
      VILLAGE_CHECK,
      { ...TOWNSHIP_REVIEW, words: { zh: '乡镇审核', en: 'Township review' } },
      { ...JOINT_REVIEW, for: 'posts' },
      { ...NOTICE, level: 'village', words: { zh: '村内公开', en: 'Notice in the village' } },
      ELECTION,
      { ...FILING, for: 'posts' },
    ],
  },
} as const satisfies Record<string, { words: Words; source: Words; stages: ReviewStage[] }>

export const defaultProcedure: Procedure = {
  stages: [...PROCEDURES.standard.stages],
  signers: SEVEN_SIGNERS,
  validDays: 90,
}
