import { z } from 'zod'
import { CriterionId, Fraction, WordsShape } from './words.ts'

const Share = z.object({
  share: Fraction,
  error: Fraction.meta({ description: 'Standard error of the share' }),
})

export const RobustnessAnswer = z
  .object({
    samples: z.int(),
    seed: z.int(),
    k: z.int(),
    people: z.array(
      z.object({
        talent: z.string(),
        first: Share,
        top: Share.meta({ description: 'Among the first k' }),
        expectedRank: z.number(),
      }),
    ),
    unsettled: z
      .array(z.object({ a: z.string(), b: z.string(), share: Fraction }))
      .meta({ description: 'Neighbours that stand the other way round in so many samples' }),
    uncertainty: z
      .number()
      .meta({ description: 'How many of the first k places somebody else would hold next time' }),
    settles: z
      .array(
        z.object({
          talent: z.string(),
          criterion: CriterionId,
          words: WordsShape,
          gain: z.number(),
        }),
      )
      .meta({ description: 'Papers that lower the uncertainty, by how much on average' }),
    methods: z.array(
      z.object({
        method: z.literal('topsis'),
        tau: z.number().min(-1).max(1).nullable(),
        order: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Robustness' })
