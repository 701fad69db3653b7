import { z } from 'zod'
import {
  type Exchange,
  type GroupHeld,
  PARTS,
  type PartCount,
  SHORTLIST_GROUPS,
  STAGES,
} from '../../matching/index.ts'
import { PersonShape } from './people.ts'
import { Eligibility, FindingShape, Fit } from './ranking.ts'
import { Count, Day, Fraction, Place, Post, WordsShape } from './words.ts'

const Group = z.enum(SHORTLIST_GROUPS)
const PlaceCalled = Place.extend({ kind: z.enum(['village', 'township', 'county']) })

const Listed = Fit.extend({
  talent: z.string(),
  place: z.int().min(1),
  placeByFit: z.int().min(1),
  groups: z.record(Group, z.boolean().nullable()).meta({ description: 'null is not known' }),
  village: Place.meta({ description: 'For which the fit and the eligibility are' }),
  eligibility: Eligibility,
  findings: z.array(FindingShape),
  reasons: z.array(WordsShape),
})
const Held = z.object({
  group: Group,
  name: WordsShape,
  min: Fraction,
  required: Count,
  held: Count,
  heldAlone: Count.meta({ description: 'Of the list without shares' }),
  isAtWork: z.boolean().meta({ description: 'The list without shares would lack people' }),
  available: Count,
  unknown: Count,
  short: z.array(z.object({ from: z.int().min(1), to: z.int().min(1), by: z.int().min(1) })),
  words: WordsShape.nullable().meta({ description: 'Why it is not met; null when it is' }),
}) satisfies z.ZodType<GroupHeld>
const Exchanged = z.object({
  cameIn: z.string(),
  wentOut: z.string(),
  lost: z.number(),
}) satisfies z.ZodType<Exchange>

/** What every call answers: where, for what, under which policy. */
const Called = z.object({
  post: Post,
  place: PlaceCalled,
  referenceOn: Day,
  policyVersion: z.int(),
  size: Count,
  shares: z.array(z.object({ group: Group, min: Fraction, name: WordsShape })),
  isOfPolicy: z.boolean(),
})

export const ShortlistAnswer = Called.extend({
  groupNames: z.record(Group, WordsShape),
  listed: z.array(Listed),
  groups: z.array(Held),
  exchanges: z.array(Exchanged),
  fit: z.number(),
  fitAlone: z.number(),
  isProven: z.boolean(),
  standing: z.object({ candidates: Count, relaxable: Count, unknown: Count, barred: Count }),
  people: z.array(PersonShape),
})

const Stage = z.enum(STAGES)
const RateShape = z.object({
  selected: Count,
  of: Count,
  rate: Fraction,
  low: Fraction,
  high: Fraction,
  ratio: z.number().nullable(),
  isHighest: z.boolean(),
  isSmall: z.boolean(),
  isLow: z.boolean(),
})
const Part = z.object({
  part: z.enum(PARTS),
  isOverlapping: z.boolean(),
  groups: z.array(
    z.object({
      group: z.string().nullable().meta({ description: 'null: it is not known of these people' }),
      name: WordsShape.nullable(),
      counts: z.partialRecord(Stage, Count),
      rates: z.partialRecord(Stage, RateShape.nullable()),
    }),
  ),
})
Part satisfies z.ZodType<PartCount>

export const RepresentationAnswer = Called.extend({
  plan: z
    .object({
      id: z.string(),
      createdAt: z.string(),
      seated: Count,
      elsewhere: Count.meta({
        description: 'Seated, and not among the eligible people counted here',
      }),
    })
    .nullable(),
  thresholds: z.object({ few: z.int(), fewExpected: z.int(), fourFifths: z.number() }),
  stages: z.array(z.object({ stage: Stage, people: Count, base: Stage.nullable() })),
  parts: z.array(Part),
})
