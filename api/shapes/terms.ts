import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { Count, Day, Place } from './words.ts'

const RoundId = z.string().min(1).max(64)
export const TermsAsked = z.object({ round: RoundId, township: Code.optional() })
export const TermsBody = z.object({
  round: RoundId,
  villages: z.array(Code).min(1).max(2_000),
})
export const TakingBackBody = z.object({ reason: Reason })

const Member = z.object({ id: z.string(), name: z.string(), posts: z.array(z.string()) })
export const Terms = z.object({
  round: z.object({ id: z.string(), name: z.string() }),
  villages: z.array(
    Place.extend({
      township: Place,
      obstacle: z.enum(['open', 'no-results', 'partial', 'begun', 'entered']).nullable(),
      startedOn: Day.nullable(),
      endsOn: Day.nullable(),
      turnout: z.number().nullable(),
      rounds: Count.nullable(),
      comes: z.array(Member),
      stays: z.array(Member.extend({ before: z.array(z.string()) })),
      leaves: z.array(Member),
      kept: z.array(Member).meta({ description: 'Of committees without results, who go on' }),
    }),
  ),
  entered: z.array(
    z.object({
      ...{ id: z.string(), village: Place, at: z.string(), by: z.string().nullable() },
      mayTakeBack: z.boolean(),
    }),
  ),
})
export const TermsEntered = z.object({ villages: z.array(Place) })
