import { z } from 'zod'
import { FACETS, READINESS } from '../pool/asked.ts'
import type { Found, Hit } from '../pool/hit.ts'
import { PersonShape } from './people.ts'
import { Count, Fraction, WordsShape } from './words.ts'

const HitShape = PersonShape.extend({
  skills: z.array(
    z.object({ skill: z.string(), words: WordsShape, standing: z.enum(['proven', 'claimed']) }),
  ),
  tags: z.array(z.string()),
  updatedAt: z.string().nullable(),
  readiness: z.enum(READINESS).meta({
    description: 'For the posts of the home village: all of them, with an approval, some, …',
  }),
  why: z.array(
    z.object({
      kind: z.enum(['name', 'pinyin', 'typo', 'skill', 'village', 'group', 'text']),
      words: WordsShape,
    }),
  ),
  likeness: Fraction.optional(),
  seat: z
    .object({
      fit: Fraction,
      low: Fraction,
      high: Fraction,
      eligibility: z.enum(['eligible', 'relaxable', 'unknown', 'barred']),
    })
    .optional(),
}).meta({ id: 'Hit', description: 'A person found, and why' }) satisfies z.ZodType<Hit>

const Counts = z.array(z.object({ value: z.string(), count: Count }))

export const Hits = z.object({
  people: z.array(HitShape),
  total: Count,
  next: z.string().nullable(),
  facets: z.partialRecord(z.enum(FACETS), Counts).optional(),
  relaxations: z
    .array(z.object({ drop: z.string(), words: WordsShape, count: Count }))
    .optional()
    .meta({
      description: 'When nobody is found: a condition left out, and how many there would be',
    }),
  revision: z.int(),
}) satisfies z.ZodType<Found>

export const Searches = z.object({
  searches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      query: z.string(),
      isShared: z.boolean(),
      isMine: z.boolean(),
      fresh: Count.meta({ description: 'Found now and entered or changed since the last look' }),
      lookedAt: z.string().nullable(),
    }),
  ),
})
