import { z } from 'zod'
import { EDUCATIONS } from '../../matching/index.ts'
import type { Person } from '../people.ts'
import { CriterionId, Day, Fraction, Place, Post, WordsShape } from './words.ts'

const SOURCES = [
  'wealth-creator',
  'returnee',
  'graduate',
  'veteran',
  'merchant',
  'cooperative-head',
  'incumbent',
  'retired-official',
  'doctor-or-teacher',
  'degree-official',
  'posted-in',
  'social-worker',
  'womens-federation',
  'volunteer',
] as const
const STATUSES = ['registered', 'in-pool', 'reserve', 'trial-post', 'appointed', 'left'] as const

const Known = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  bornOn: Day.nullable(),
  age: z.int().nullable().meta({ description: 'Completed years on the reference day' }),
  education: z.enum(EDUCATIONS).nullable(),
  partyStatus: z.enum(['full', 'probationary', 'activist', 'league', 'none']).nullable(),
  nationality: z.enum(['han', 'minority']).nullable(),
  sources: z.array(z.enum(SOURCES)),
  status: z.enum(STATUSES),
  occupation: z.string().nullable(),
  willingness: z.enum(['village', 'township', 'county']).nullable(),
  homeVillage: Place,
  homeTownship: Place,
  incumbency: z.object({ village: Place, posts: z.array(Post) }).nullable(),
})

export const PersonShape = Known.meta({
  id: 'Person',
  description: 'A person of the pool; null is not known, never no',
}) satisfies z.ZodType<Person>

export const People = z.object({ people: z.array(PersonShape), next: z.string().nullable() })

const Standing = z.enum(['proven', 'claimed'])
const Evidence = z.object({
  id: z.string(),
  criterion: CriterionId,
  value: Fraction,
  strength: Fraction,
  standing: Standing,
  on: Day,
  source: z.string(),
  note: z.string(),
})
const Honour = z.object({
  level: z.enum(['township', 'county', 'city', 'province', 'nation']),
  name: z.string(),
  on: Day,
})

export const Portrait = Known.extend({
  isFullTimeEducation: z.boolean().nullable(),
  hasOutstandingContribution: z.boolean(),
  isNewSocialWorker: z.boolean(),
  skills: z.array(
    z.object({ skill: z.string(), words: WordsShape, level: Fraction, standing: Standing }),
  ),
  evidence: z.array(Evidence),
  honours: z.array(Honour),
  qualifications: z.array(
    z.enum(['assistant-social-worker', 'social-worker', 'social-work-degree']),
  ),
  experienceYears: z.number().nullable(),
  consent: z.enum(['given', 'withdrawn']).nullable(),
  isFit: z.boolean().nullable(),
  consentedVillages: z.array(Place),
  channel: z.enum(['self', 'recommended', 'discovered']),
  private: z
    .object({ idNumber: z.string().nullable(), phone: z.string().nullable() })
    .nullable()
    .meta({ description: 'Masked; null for roles that need none' }),
  revision: z.int(),
  basis: z.enum(['consent', 'duty']).nullable().meta({ description: 'What allows the record' }),
  noticeVersion: z
    .int()
    .nullable()
    .meta({ description: 'Of the notice that the person was given' }),
  keepUntil: Day.nullable(),
  family: z.array(
    z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      relation: z.string(),
      isBarred: z.boolean(),
    }),
  ),
})
