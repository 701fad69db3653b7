import { z } from 'zod'
import { PersonShape } from './people.ts'
import { Count, Fraction } from './words.ts'

export const ScoresAnswer = z.object({
  people: z.array(
    PersonShape.extend({
      fit: Fraction,
      was: z.int().min(1).meta({ description: 'The place under the policy in force' }),
    }),
  ),
  total: Count.meta({
    description: 'Everybody who may take the post, with an approval or without',
  }),
})
