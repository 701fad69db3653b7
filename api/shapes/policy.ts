import { z } from 'zod'
import { POSTS, type Policy, RULES, TARGETS } from '../../matching/index.ts'
import { CriterionId, Day, Fraction, Tier } from './words.ts'

export const WeightsShape = z.record(CriterionId, z.number().nonnegative())
export const Level = z.enum(['township', 'county', 'city'])
const Education = z.enum([
  'primary',
  'junior-secondary',
  'senior-secondary',
  'junior-college',
  'bachelor',
  'postgraduate',
])
const Weighting = z.union([
  z.object({ method: z.literal('direct'), weights: WeightsShape }),
  z.object({ method: z.literal('ahp'), comparisons: z.array(z.array(z.number())) }),
])
const Target = z.object({
  isOn: z.boolean(),
  tier: Tier,
  bound: z.number(),
  countyBound: z.number().exactOptional(),
  ages: z.object({ from: z.number(), to: z.number() }).exactOptional(),
})

const PolicyShape = z
  .object({
    version: z.int(),
    referenceOn: Day,
    termYears: z.number(),
    age: z.object({
      max: z.number(),
      retirement: z.record(z.enum(['female', 'male']), z.number()),
      mayAskBack: z.boolean(),
    }),
    education: z.object({ village: Education, community: Education }),
    experience: z.object({ communityYears: z.number() }),
    relaxations: z.partialRecord(z.enum(RULES), Level),
    targets: z.record(z.enum(TARGETS), Target),
    criteria: z.record(CriterionId, z.object({ halfLifeYears: z.number() })),
    weights: z.record(z.enum(POSTS), Weighting),
    evidence: z.object({ prior: Fraction, halfKnownAt: z.number(), claimedShare: Fraction }),
  })
  .meta({ id: 'Policy' })
PolicyShape satisfies z.ZodType<Omit<Policy, 'relaxations'>>

export const PolicyAnswer = z.object({
  policy: PolicyShape,
  weights: z.record(
    z.enum(POSTS),
    z.object({ weights: WeightsShape, consistencyRatio: z.number().nullable() }),
  ),
})
