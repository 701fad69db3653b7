import { z } from 'zod'
import type { Move, TargetCost } from '../../matching/index.ts'
import { PersonShape } from './people.ts'
import { Impossible, PlanShape } from './plan.ts'
import { Place, Post, TargetId, Tier, WordsShape } from './words.ts'

const Sitting = z.object({ village: z.string(), posts: z.array(Post) })
export const MoveShape = z
  .object({
    talent: z.string(),
    from: Sitting.nullable().meta({ description: 'null: comes in' }),
    to: Sitting.nullable().meta({ description: 'null: goes out' }),
  })
  .meta({ id: 'Move' }) satisfies z.ZodType<Move>

const Cost = z
  .object({
    id: TargetId,
    tier: Tier,
    gain: z.number().meta({ description: 'total fit that the best team without it has more' }),
    atLeast: z.number(),
    atMost: z.number().meta({ description: 'proven bounds of the gain' }),
    units: z.number().meta({ description: 'how much more that team misses, in its unit' }),
    firstUnit: z.number().nullable(),
    moves: z.array(MoveShape),
  })
  .meta({ id: 'TargetCost' }) satisfies z.ZodType<TargetCost>

export const AlternativesAnswer = z.union([
  z.object({
    status: z.literal('solved'),
    teams: z.array(PlanShape),
    end: WordsShape.nullable().meta({ description: 'why there are fewer than asked for' }),
    people: z.array(PersonShape),
    seconds: z.number(),
  }),
  Impossible,
])

export const CostsAnswer = z.union([
  z.object({
    status: z.literal('solved'),
    objective: z.number(),
    costs: z.array(Cost),
    people: z.array(PersonShape),
  }),
  Impossible,
])

/** Of what counts over the whole of a plan. */
export const PlanCostsAnswer = z.union([
  z.object({ status: z.literal('working'), done: z.int(), total: z.int() }),
  z.object({
    status: z.literal('done'),
    costs: z.array(Cost),
    villages: z.array(Place),
    people: z.array(PersonShape),
  }),
])
