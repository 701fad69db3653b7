import { z } from 'zod'
import {
  CRITERIA,
  EDUCATIONS,
  ENTRY_KINDS,
  GRADES,
  INDICATORS,
  POSTS,
  type Policy,
  PROGRESS_MARKS,
  READINESS_INDICATORS,
  RULES,
  SHORTLIST_GROUPS,
  STAGE_KINDS,
  STAGE_LEVELS,
  TARGETS,
} from '../../matching/index.ts'
import { CriterionId, Tier, WordsShape } from './words.ts'

export const WeightsShape = z.record(CriterionId, z.number().nonnegative())
export const Level = z.enum(['township', 'county', 'city'])
const Education = z.enum(EDUCATIONS)
/** Whoever judges is named; so many that a matrix of each can be read. */
const MOST_JUDGES = 20
const Comparisons = square(z.number())
export const WeightingShape = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('direct'), weights: z.record(CriterionId, z.number()) }),
    z.object({ method: z.literal('ahp'), comparisons: Comparisons }),
    z.object({
      method: z.literal('judges'),
      judges: z
        .array(z.object({ name: z.string().max(40), comparisons: Comparisons }))
        .max(MOST_JUDGES),
    }),
    z.object({ method: z.literal('swing'), points: z.record(CriterionId, z.number()) }),
  ])
  .meta({ id: 'Weighting' })
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
const Share = z.object({ group: z.enum(SHORTLIST_GROUPS), min: z.number() })

export const StageShape = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  kind: z.enum(STAGE_KINDS),
  words: WordsShape,
  level: z.enum(STAGE_LEVELS),
  signers: z.array(z.string().max(64)).max(20),
  signersFor: z.enum(['everybody', 'combined']),
  for: z.enum(['everybody', 'posts', 'secretaries']),
  days: z.number(),
  gate: z.enum(['bars', 'whole']),
  noticeDays: z.number().nullable(),
})
export const SignerShape = z.object({ id: z.string().max(64), words: WordsShape })
export const ProcedureShape = z.object({
  stages: z.array(StageShape).max(20),
  signers: z.array(SignerShape).max(20),
  validDays: z.number(),
})

const IndicatorShape = z.enum(INDICATORS.map(({ id }) => id))
const CultivationShape = z.object({
  menteesMax: z.number(),
  meetEveryDays: z.number(),
  topics: z.array(z.object({ id: z.string().min(1).max(64), words: WordsShape })).max(40),
  trainingHours: z.number(),
  trial: z.object({ monthsMin: z.number(), monthsMax: z.number() }),
  answersMin: z.number(),
  checkDays: z.number(),
  yearDays: z.number(),
  grades: z.record(z.enum(GRADES), z.number()),
  progress: z.record(z.enum(PROGRESS_MARKS), z.number()),
  strengths: z.record(z.enum([...ENTRY_KINDS, 'evaluation']), z.number()),
  meetingsHalfAt: z.number(),
  courseHours: z.number(),
  points: z.record(IndicatorShape, z.object({ points: z.number(), most: z.number() })),
})

const ReadinessShape = z.object({
  indicators: z.record(
    z.enum(READINESS_INDICATORS),
    z.object({ weight: z.number(), decides: z.boolean(), needsAction: z.boolean() }),
  ),
  redBelow: z.number(),
  audit: z.object({ notices: z.number(), noticeDays: z.number() }),
  depth: z.object({ reserves: z.number(), redBelow: z.number() }),
  teams: z.object({ singlesWarn: z.boolean() }),
  team: z.object({ coverage: z.number(), approval: z.number() }),
  candidates: z.object({ approval: z.number() }),
  surveyMonths: z.number(),
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
    weights: z.record(z.enum(POSTS), WeightingShape),
    evidence: z.object({ prior: z.number(), halfKnownAt: z.number(), claimedShare: z.number() }),
    review: ProcedureShape.extend({ departments: z.array(z.string().max(64)).max(100) }),
    shortlist: z.object({ size: z.number(), shares: z.array(Share).max(20) }),
    replan: z.object({ pricePerChange: z.number() }),
    cultivation: CultivationShape,
    readiness: ReadinessShape,
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
