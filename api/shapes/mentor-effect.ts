import { z } from 'zod'
import { Count, CriterionId, Day, Fraction } from './words.ts'

const Change = z.number().min(-1).max(1)

export const MentorEffectAnswer = z
  .object({
    today: Day,
    mentor: z.object({ id: z.string(), name: z.string() }),
    criteria: z.array(CriterionId).meta({ description: 'Those that meetings can move' }),
    mentees: z.array(
      z.object({
        talent: z.object({ id: z.string(), name: z.string() }),
        ...{ since: Day, before: Fraction, now: Fraction },
      }),
    ),
    change: Change.nullable().meta({ description: 'Mean over the mentees; null: nobody' }),
    isFew: z.boolean().meta({ description: 'Too few people for a mean to say much' }),
    others: z.object({ people: Count, change: Change }).nullable().meta({
      description:
        'People under cultivation in the same townships without a mentor, over the same spans; null where they are too few',
    }),
  })
  .meta({
    id: 'MentorEffect',
    description:
      'Before and after of the mentees. It proves no cause: who is given a mentor is no matter of chance',
  })
