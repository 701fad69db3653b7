import { z } from 'zod'
import { EDUCATIONS } from '../../matching/index.ts'
import type { Person } from '../people.ts'
import { Day, Place, Post } from './words.ts'

export const SOURCES = [
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
export const STATUSES = [
  'registered',
  'in-pool',
  'reserve',
  'trial-post',
  'appointed',
  'left',
] as const

export const Known = z.object({
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
