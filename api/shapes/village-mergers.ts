import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

export const MergerGiven = z.object({ into: Code, on: Day, reason: Reason })
export type MergerGiven = z.infer<typeof MergerGiven>
export const MergerUndone = z.object({ reason: Reason })

const Moves = z.object({
  ...{ people: Count, accounts: Count, nominees: Count, applications: Count },
  ...{ cultivationPlans: Count, decisions: Count, actions: Count, warnings: Count },
})
export type Moves = z.infer<typeof Moves>
export const MergerShape = z.object({
  village: Place,
  moves: Moves.meta({ description: 'What would go along or be closed; of one that was, what did' }),
  isLast: z.boolean().meta({ description: 'The township is left without villages' }),
  merged: z
    .object({
      ...{ into: Place, on: Day, reason: z.string(), at: z.string(), by: z.string().nullable() },
      obstacles: z
        .array(WordsShape)
        .meta({ description: 'Why it cannot be undone; empty: it can' }),
    })
    .nullable(),
})
export type MergerView = z.infer<typeof MergerShape>
export const Merged = z.object({ village: Place, into: Place, moves: Moves })
