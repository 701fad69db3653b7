import { z } from 'zod'
import { CRITERIA, POSTS, type Policy, RULES, TARGETS } from '../../matching/index.ts'
import { CriterionId, Tier } from './words.ts'

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
const Weighting = z.discriminatedUnion('method', [
  z.object({ method: z.literal('direct'), weights: z.record(CriterionId, z.number()) }),
  z.object({ method: z.literal('ahp'), comparisons: square(z.number()) }),
])
function square(cell: z.ZodNumber) {
  return z.array(z.array(cell).length(CRITERIA.length)).length(CRITERIA.length)
}
const Target = z.object({
  isOn: z.boolean(),
  tier: Tier,
  bound: z.number(),
  countyBound: z.number().exactOptional(),
  ages: z.object({ from: z.number(), to: z.number() }).exactOptional(),
})

/** Only the shape: values that cannot be followed are told by `requireSound`, which lets the rest be read. */
const PolicyShape = z
  .object({
    version: z.int(),
    referenceOn: z.iso.date(),
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
    evidence: z.object({ prior: z.number(), halfKnownAt: z.number(), claimedShare: z.number() }),
  })
  .meta({ id: 'Policy' })
PolicyShape satisfies z.ZodType<Omit<Policy, 'relaxations'>>

/** As it is stored: the version stands beside it. */
export const PolicyBody = PolicyShape.omit({ version: true })

export const PolicyAnswer = z.object({
  policy: PolicyShape,
  weights: z.record(
    z.enum(POSTS),
    z.object({ weights: WeightsShape, consistencyRatio: z.number().nullable() }),
  ),
})
