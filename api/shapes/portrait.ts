import { z } from 'zod'
import { EDUCATIONS } from '../../matching/index.ts'
import { Known } from './people.ts'
import { Eligibility, FindingShape, Fit, FitChange, Share } from './ranking.ts'
import { Count, CriterionId, Day, Fraction, Place, Post, WordsShape } from './words.ts'

export const Standing = z.enum(['proven', 'claimed'])
export const CHANNELS = ['self', 'recommended', 'discovered'] as const
export const QUALIFICATIONS = [
  'assistant-social-worker',
  'social-worker',
  'social-work-degree',
] as const
export const HONOUR_LEVELS = ['township', 'county', 'city', 'province', 'nation'] as const
/** Relations of docs/concepts.md; the last bars nobody. */
export const RELATIONS = [
  'spouse',
  'parent',
  'sibling',
  'uncle',
  'cousin',
  'in-law',
  'distant',
] as const

/** Fields that a complete portrait has. */
export const STANDARD_FIELDS = [
  'sex',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'education',
  'partyStatus',
  'partyJoinedOn',
  'occupation',
  'phone',
  'idNumber',
  'sources',
  'skills',
  'resume',
  'willingness',
  'relatives',
  'evidence',
] as const

const Evidence = z.object({
  id: z.string(),
  criterion: CriterionId,
  value: Fraction,
  strength: Fraction,
  standing: Standing,
  on: Day,
  source: z.string(),
  note: z.string(),
  document: z.string().nullable().meta({ description: 'Number or name of the paper' }),
  isDerived: z
    .boolean()
    .meta({ description: 'Follows from cultivation, and changes with it alone' }),
})
const Honour = z.object({
  id: z.string(),
  level: z.enum(HONOUR_LEVELS),
  name: z.string(),
  on: Day,
})
const Named = z.object({ id: z.string(), name: z.string() })
const Relative = z.object({
  id: z.string(),
  relation: z.string().meta({ description: 'As written: 父亲, 妻子, 伯父 …' }),
  name: z.string(),
  bornOn: Day.nullable(),
  politicalStatus: z.string().nullable(),
  work: z.string().nullable(),
  proposed: z.enum(RELATIONS).nullable().meta({ description: 'What the written word means' }),
  linked: Named.nullable().meta({ description: 'The same human being in the pool, confirmed' }),
  matches: z
    .array(Named.extend({ village: Place }))
    .meta({ description: 'People of the same name and birth month, to be confirmed or refused' }),
})
const Text = z.string().nullable()
const EducationShape = z.enum(EDUCATIONS).nullable()

export const Completeness = z.object({
  known: Count,
  of: Count,
  missing: z.array(z.enum(STANDARD_FIELDS)),
})

export const Portrait = Known.extend({
  isFullTimeEducation: z.boolean().nullable(),
  fullTimeEducation: EducationShape,
  fullTimeSchool: Text,
  inServiceEducation: EducationShape,
  inServiceSchool: Text,
  degree: Text,
  ethnicity: Text,
  nativePlace: Text,
  residence: Text,
  partyJoinedOn: Day.nullable(),
  resume: Text.meta({ description: 'Lines `2019.07--2023.06  what`' }),
  remarks: Text,
  tags: z.array(z.string()),
  hasOutstandingContribution: z.boolean(),
  isNewSocialWorker: z.boolean(),
  skills: z.array(
    z.object({ skill: z.string(), words: WordsShape, level: Fraction, standing: Standing }),
  ),
  evidence: z.array(Evidence),
  honours: z.array(Honour),
  qualifications: z.array(z.enum(QUALIFICATIONS)),
  experienceYears: z.number().nullable(),
  consent: z.enum(['given', 'withdrawn']).nullable(),
  isFit: z.boolean().nullable(),
  consentedVillages: z.array(Place),
  channel: z.enum(CHANNELS),
  private: z
    .object({ idNumber: Text, phone: Text })
    .nullable()
    .meta({ description: 'Masked; null for roles that need none' }),
  revision: z.int(),
  createdAt: Text,
  updatedAt: Text,
  mayEdit: z.boolean().meta({ description: 'The home is in the reach of this account' }),
  basis: z.enum(['consent', 'duty']).nullable().meta({ description: 'What allows the record' }),
  noticeVersion: z
    .int()
    .nullable()
    .meta({ description: 'Of the notice that the person was given' }),
  keepUntil: Day.nullable(),
  family: z.array(z.object({ person: Named, relation: z.string(), isBarred: z.boolean() })),
  relatives: z.array(Relative),
  completeness: Completeness,
  lists: z.array(Named).meta({ description: 'Lists of the office that the person is on' }),
  photograph: z
    .object({ id: z.string(), addedAt: z.string() })
    .nullable()
    .meta({ description: 'There is one, at `/talents/:id/photograph`' }),
})

export const Changed = z.object({ revision: z.int() })
export const Added = Changed.extend({ id: z.string() })
export const Entered = Added.extend({
  warnings: z
    .array(WordsShape)
    .meta({ description: 'Where the identity number says another birth or sex' }),
})

export const History = z.object({
  changes: z.array(
    z.object({
      field: z.string(),
      before: Text,
      after: Text,
      at: z.string(),
      by: Text.meta({ description: 'Holder of the account; null where it is gone' }),
    }),
  ),
})

const Settling = z.object({
  criterion: CriterionId,
  words: WordsShape.meta({ description: 'Which kind of paper, from whom' }),
  gain: Fraction.meta({ description: 'By how much the interval of the fit would narrow' }),
})
export const Criteria = Fit.extend({
  village: Place,
  post: Post,
  criteria: z.array(Share),
  wouldSettle: z.array(Settling),
  timeline: z.array(
    z.object({
      id: z.string(),
      criterion: CriterionId,
      on: Day,
      weight: Fraction.meta({ description: 'What it weighs now: strength, standing and age' }),
    }),
  ),
})

export const Compared = Portrait.omit({
  private: true,
  mayEdit: true,
  family: true,
  relatives: true,
  lists: true,
  photograph: true,
}).extend({
  ...Fit.shape,
  village: Place.meta({ description: 'For which the criteria are counted' }),
  eligibility: Eligibility,
  findings: z.array(FindingShape),
  criteria: z.array(Share),
  since: FitChange.meta({ description: 'What evidence dated after `since` did to the fit' }),
})
export const Comparison = z.object({
  post: Post,
  since: Day.meta({ description: 'Last day of the last full quarter' }),
  people: z.array(Compared),
})

const Alike = z.object({
  id: z.string(),
  name: z.string(),
  sex: Known.shape.sex,
  bornOn: Day.nullable(),
  homeVillage: Place,
  status: Known.shape.status,
  occupation: Text,
  updatedAt: Text,
  revision: z.int(),
})
export const Duplicates = z.object({
  pairs: z.array(
    z.object({
      a: Alike,
      b: Alike,
      because: z.enum(['id-number', 'name-birth-village', 'name-birth']),
    }),
  ),
  next: Text,
})

const List = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  township: Place.nullable().meta({ description: 'Null: of the county’s office' }),
  members: Count.meta({ description: 'In the reach of this account' }),
  elsewhere: Count.meta({ description: 'Out of its reach, and never named' }),
  createdAt: z.string(),
  createdBy: Text,
  revision: z.int(),
})
export const Lists = z.object({ lists: z.array(List) })
export const ListAnswer = List.extend({
  people: z.array(z.object({ person: Known, note: z.string(), addedAt: z.string() })),
  next: Text,
})
export const Put = z.object({ added: Count, already: Count })
export const EvidenceSources = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      words: WordsShape,
      strength: Fraction,
      isOffice: z.boolean().meta({ description: 'Answers for what it says: no paper is needed' }),
    }),
  ),
})
