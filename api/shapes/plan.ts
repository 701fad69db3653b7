import { z } from 'zod'
import type { Miss, Pin, Plan, SeatExplanation, TargetResult } from '../../matching/index.ts'
import type { SolvedPlan } from '../plan-solving.ts'
import { PersonShape } from './people.ts'
import { Seats, StructureShape } from './places.ts'
import { Level } from './policy.ts'
import { Eligibility, FindingShape, Fit } from './ranking.ts'
import { Kind, Place, Post, TargetId, Tier, WordsShape } from './words.ts'

const Seat = Fit.extend({
  post: Post,
  talent: z.string(),
  findings: z.array(FindingShape),
  reasons: z.array(WordsShape),
})
const Target = z
  .object({
    id: TargetId,
    tier: Tier,
    bound: z.number().nullable(),
    value: z.number().nullable(),
    miss: z.number(),
    met: z.boolean().nullable(),
    reason: WordsShape,
    carriers: z.array(z.string()),
  })
  .meta({ id: 'TargetResult' }) satisfies z.ZodType<TargetResult>
const Certified = z.object({
  tier: Tier,
  misses: z.number(),
  bound: z.number(),
  proven: z.boolean(),
})

const PlanShape = z
  .object({
    tiers: z.array(Certified),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
    slates: z.array(
      z.object({ village: z.string(), seats: z.array(Seat), targets: z.array(Target) }),
    ),
    targets: z.array(Target),
    before: StructureShape.nullable(),
    after: StructureShape,
  })
  .meta({ id: 'Plan' }) satisfies z.ZodType<Plan>

const Remedy = z.object({
  kind: z.enum(['paper', 'willingness', 'residence', 'reserve', 'relax', 'exclusion', 'move']),
  talent: z.string().nullable(),
  actions: z.number(),
  approvedBy: Level.nullable(),
  isAllowed: z.boolean(),
  words: WordsShape,
  effect: WordsShape,
})
const MissShape = z
  .object({
    village: z.string(),
    target: TargetId,
    cause: WordsShape,
    conflicts: z.array(z.object({ members: z.array(z.string()), words: WordsShape })),
    remedies: z.array(Remedy),
    profile: WordsShape.nullable(),
  })
  .meta({ id: 'Miss' })
MissShape satisfies z.ZodType<Omit<Miss, 'conflicts'>>

const Next = z.object({
  talent: z.string(),
  posts: z.array(Post),
  next: z.array(
    Fit.extend({
      talent: z.string(),
      eligibility: Eligibility,
      difference: z.number(),
      whyNot: WordsShape,
      changes: z.array(WordsShape),
    }),
  ),
}) satisfies z.ZodType<SeatExplanation>

const PinShape = z.object({
  talent: z.string(),
  village: z.string(),
  post: Post,
}) satisfies z.ZodType<Pin>
const Impossible = z.object({
  status: z.literal('impossible'),
  conflicts: z.array(z.object({ pins: z.array(PinShape), words: WordsShape })),
  people: z.array(PersonShape),
})
const solved = { status: z.literal('solved'), plan: PlanShape, people: z.array(PersonShape) }

export const SlateAnswer = z.union([
  z.object({
    ...solved,
    seats: z.array(Next),
    seconds: z.number(),
  }),
  Impossible,
])

export const MissesAnswer = z.object({
  misses: z.array(MissShape),
  people: z.array(PersonShape),
})

const Result = z.union([
  z.object({
    ...solved,
    explanations: z.record(z.string(), z.array(MissShape)),
    villages: z.array(z.object({ code: z.string(), name: z.string(), kind: Kind, seats: Seats })),
    kin: z.array(z.tuple([z.string(), z.string()])),
    seconds: z.number(),
  }),
  Impossible,
])
Result satisfies z.ZodType<{ status: SolvedPlan['status'] }>

const Status = z.enum(['queued', 'running', 'done', 'cancelled', 'failed'])
export const Accepted = z.object({ id: z.string() })
export const PlanRecord = z.object({
  id: z.string(),
  township: Place.nullable(),
  status: Status,
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  policyVersion: z.int(),
  request: z.unknown(),
  result: Result.nullable(),
  failure: z.object({ type: z.string(), detail: WordsShape }).nullable(),
})
export const PlanList = z.object({
  plans: z.array(
    PlanRecord.omit({ request: true, result: true, failure: true }).extend({
      objective: z.number().nullable(),
      gap: z.number().nullable(),
      reach: z
        .enum(['county', 'township'])
        .meta({ description: 'whose people it looks at: the county’s, or of the township alone' }),
    }),
  ),
})
export const Events = z.string().meta({ description: 'event: progress … event: end' })
