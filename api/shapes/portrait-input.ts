import { z } from 'zod'
import { EDUCATIONS, POSTS } from '../../matching/types.ts'
import { Code } from '../validate.ts'
import { SOURCES, STATUSES } from './people.ts'
import { CHANNELS, HONOUR_LEVELS, QUALIFICATIONS, RELATIONS, Standing } from './portrait.ts'
import { CriterionId, Fraction } from './words.ts'

/** What somebody types into a portrait. Null takes a value away: it is not known. */
const text = (most: number) => z.string().trim().min(1).max(most).nullable()
/** `YYYY-MM-DD`, or `YYYY-MM` where the day is not known; which days are real is looked at later, with words. */
const DayOrMonth = z.string().trim().max(10)
const Education = z.enum(EDUCATIONS).nullable()
const Tag = z.string().trim().min(1).max(20)
export const Tags = z.array(Tag).max(30)

const FACTS = {
  name: z.string().trim().min(1).max(50),
  sex: z.enum(['female', 'male']).nullable(),
  bornOn: DayOrMonth.nullable(),
  ethnicity: text(20),
  nativePlace: text(60),
  fullTimeEducation: Education,
  fullTimeSchool: text(100),
  inServiceEducation: Education,
  inServiceSchool: text(100),
  degree: text(40),
  partyStatus: z.enum(['full', 'probationary', 'activist', 'league', 'none']).nullable(),
  partyJoinedOn: DayOrMonth.nullable(),
  homeVillage: Code,
  residence: text(100),
  occupation: text(100),
  channel: z.enum(CHANNELS),
  status: z.enum(STATUSES),
  willingness: z.enum(['village', 'township', 'county']).nullable(),
  isFit: z.boolean().nullable(),
  qualifications: z.array(z.enum(QUALIFICATIONS)).max(3),
  hasOutstandingContribution: z.boolean(),
  experienceYears: z.number().min(0).max(70).nullable(),
  isNewSocialWorker: z.boolean(),
  resume: text(4000),
  remarks: text(1000),
  sources: z.array(z.enum(SOURCES)).max(SOURCES.length),
  tags: Tags,
}

/** Why somebody's status changes: needed when they take office or leave. */
const reason = z
  .string()
  .trim()
  .min(4)
  .max(200)
  .optional()
  .meta({ description: 'Needed when the status becomes `appointed` or `left`' })

export const Change = z.object(FACTS).partial().extend({ reason })

export const NewPerson = z
  .object(FACTS)
  .partial()
  .required({ name: true, homeVillage: true, channel: true })
  .extend({
    id: z.uuidv7().optional().meta({
      description:
        'Made by the client, so that a request sent twice enters one person: the second is answered 200',
    }),
    basis: z.enum(['consent', 'duty']).meta({ description: 'What allows the record' }),
    noticeVersion: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: 'Of the notice that was signed; needed for `consent`' }),
    idNumber: z.string().trim().min(1).max(40).optional(),
    phone: z.string().trim().min(1).max(40).optional(),
    isNew: z
      .boolean()
      .default(false)
      .meta({ description: 'Somebody said that this is none of the people who look the same' }),
    reason,
  })

export const Skills = z.object({
  skills: z
    .array(
      z
        .object({
          skill: z.string().max(64).optional().meta({ description: 'Id of the dictionary' }),
          word: z.string().trim().min(1).max(30).optional().meta({ description: 'Or a free word' }),
          level: Fraction,
          standing: Standing,
        })
        .refine(({ skill, word }) => (skill === undefined) !== (word === undefined), {
          message:
            '请给出字典中的专长（skill）或自填词语（word）之一 / Give either a skill or a word',
        }),
    )
    .max(30),
})

export const EvidenceFacts = z.object({
  criterion: CriterionId.exclude(['expertise', 'tie']),
  value: Fraction.meta({ description: 'How well the person did by it' }),
  source: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'Of `GET /evidence-sources`, or other' }),
  standing: Standing,
  on: z.string().trim().max(10).meta({ description: 'YYYY-MM-DD' }),
  note: z.string().trim().min(2).max(200),
  document: text(100).default(null),
})

export const HonourFacts = z.object({
  level: z.enum(HONOUR_LEVELS),
  name: z.string().trim().min(2).max(60),
  on: z.string().trim().max(10).meta({ description: 'YYYY-MM-DD' }),
})

export const RelativeFacts = z.object({
  relation: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(50),
  bornOn: DayOrMonth.nullable().default(null),
  politicalStatus: text(20).default(null),
  work: text(100).default(null),
})

export const Link = z.object({
  talent: z.string().max(64),
  relation: z.enum(RELATIONS),
  isBarred: z.boolean().optional().meta({
    description: 'Within the degrees that may not sit together; by the relation if left out',
  }),
})

export const Refusal = z.object({ talent: z.string().max(64) })

export const Seat = z.object({ village: Code.optional(), post: z.enum(POSTS).optional() })

/** Fields that somebody may take from one of two records of the same person. */
const Merged = z.enum([...(Object.keys(FACTS) as (keyof typeof FACTS)[]), 'phone', 'idNumber'])
export type MergedField = z.infer<typeof Merged>
export const Merge = z.object({
  other: z.string().max(64),
  take: z.array(Merged).max(40).meta({ description: 'Fields whose value comes from the other' }),
  revision: z.int(),
  otherRevision: z.int(),
})
