import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { Day, Place } from './words.ts'

/** Five ways in, five ways out (S3.2 五进五退). */
export const WAYS_IN = [
  'succession',
  'by-rank',
  'from-within',
  'other-village',
  'posted-in',
] as const
export const WAYS_OUT = ['by-rule', 'ordered', 'early', 'giving-way', 'with-honour'] as const

const said = { reason: Reason, village: Code.nullable(), on: z.string().max(10) }
export const MovementBody = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('in'), way: z.enum(WAYS_IN), ...said }),
  z.object({ direction: z.literal('out'), way: z.enum(WAYS_OUT), ...said }),
])
export const TakingBack = z.object({ reason: Reason })

export const Movements = z.object({
  movements: z.array(
    z.object({
      ...{ id: z.string(), direction: z.enum(['in', 'out']), reason: z.string(), on: Day },
      way: z.enum([...WAYS_IN, ...WAYS_OUT]),
      village: Place.nullable(),
      ...{ by: z.string(), position: z.string().nullable(), signedOn: Day },
      takenBackOn: Day.nullable(),
      mayTakeBack: z.boolean(),
    }),
  ),
})
