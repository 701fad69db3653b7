import { z } from 'zod'
import type { Plan, SeatExplanation, TargetResult } from '../../matching/index.ts'
import type { SolvedPlan } from '../plan-solving.ts'
import { MissShape } from './misses.ts'
import { PersonShape } from './people.ts'
import { Seats, StructureShape } from './places.ts'
import {
  CertificateShape,
  ChangesShape,
  PinShape,
  PlanRequestShape,
  ProgressShape,
  RepeatShape,
} from './plan-beside.ts'
import { Eligibility, FindingShape, Fit } from './ranking.ts'
import { Kind, Place, Post, TargetId, Tier, WordsShape } from './words.ts'

const Seat = Fit.extend({
  post: Post,
  talent: z.string(),
  findings: z.array(FindingShape),
  reasons: z.array(WordsShape),
  portfolio: z.literal('discipline').exactOptional(),
})
export const Target = z
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
export const Certified = z.object({
  tier: Tier,
  misses: z.number(),
  bound: z.number(),
  proven: z.boolean(),
})

export const PlanShape = z
  .object({
    tiers: z.array(Certified),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
    stopped: z.enum(['gap', 'time', 'asked']),
    changes: z.number().meta({ description: 'seats of the plan before that went to others' }),
    slates: z.array(
      z.object({ village: z.string(), seats: z.array(Seat), targets: z.array(Target) }),
    ),
    targets: z.array(Target),
    before: StructureShape.nullable(),
    after: StructureShape,
  })
  .meta({ id: 'Plan' }) satisfies z.ZodType<Plan>

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

export const Impossible = z.object({
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
    progress: z.array(ProgressShape),
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
  request: PlanRequestShape,
  certificate: CertificateShape.nullable(),
  changes: ChangesShape.nullable().meta({ description: 'against the plan that it is based on' }),
  repeat: RepeatShape.nullable(),
  restarted: WordsShape.nullable().meta({
    description: 'why the solver was started anew on a smaller question',
  }),
  ahead: z.int().nullable().meta({ description: 'plans that come first, while it waits' }),
  result: Result.nullable(),
  failure: z.object({ type: z.string(), detail: WordsShape }).nullable(),
})
const Limits = z.object({
  gap: z.number(),
  timeLimitSeconds: z.number(),
  mostSeconds: z.number(),
  mostGap: z.number(),
})
export const PlanList = z.object({
  limits: z
    .object({ township: Limits, county: Limits })
    .meta({ description: 'when a search ends, and what may be asked for instead' }),
  plans: z.array(
    PlanRecord.pick({
      ...{ id: true, township: true, status: true, createdAt: true, finishedAt: true },
      policyVersion: true,
    }).extend({
      objective: z.number().nullable(),
      gap: z.number().nullable(),
      reach: z
        .enum(['county', 'township'])
        .meta({ description: 'whose people it looks at: the county’s, or of the township alone' }),
    }),
  ),
})
export const Events = z
  .string()
  .meta({ description: 'event: waiting … event: progress … event: restarted … event: end' })
