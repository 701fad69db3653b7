import { z } from 'zod'
import type { Counts, Miss, Remedy } from '../../matching/index.ts'
import { Level } from './policy.ts'
import { Post, TargetId, WordsShape } from './words.ts'

const Members = z.array(
  z.string().meta({ description: 'a target, a rule, kinship, oneplace or pins' }),
)

const CountsShape = z
  .object({
    steps: z.array(
      z.object({
        step: z.string().meta({ description: 'near, reach, a rule, pins, oneplace or reserve' }),
        left: z.int(),
        out: z.int(),
        words: WordsShape,
      }),
    ),
    needed: z.number().nullable(),
    words: WordsShape,
  })
  .meta({ id: 'Counts' })
CountsShape satisfies z.ZodType<Omit<Counts, 'steps'>>

const ChangeShape = z.object({
  members: Members,
  people: z.array(z.string()),
  comes: z.array(z.object({ talent: z.string(), posts: z.array(Post) })),
  leaves: z.array(z.string()),
  fit: z.number(),
})

const RemedyShape = z.object({
  kind: z.enum([
    'paper',
    'willingness',
    'residence',
    'reserve',
    'relax',
    'exclusion',
    'pin',
    'move',
  ]),
  talent: z.string().nullable(),
  actions: z.number(),
  approvedBy: Level.nullable(),
  isAllowed: z.boolean(),
  words: WordsShape,
  effect: WordsShape,
  change: ChangeShape.exactOptional().meta({
    description: 'who would come in and leave; computed by solving the village with the remedy',
  }),
})
RemedyShape satisfies z.ZodType<Omit<Remedy, 'change'>>

export const MissShape = z
  .object({
    village: z.string(),
    target: TargetId,
    cause: WordsShape,
    counts: CountsShape.exactOptional().meta({
      description: 'absent in plans that were stored before people were counted',
    }),
    conflicts: z.array(z.object({ members: Members, words: WordsShape })),
    remedies: z.array(RemedyShape),
    profile: WordsShape.nullable(),
  })
  .meta({ id: 'Miss' })
MissShape satisfies z.ZodType<Omit<Miss, 'conflicts' | 'counts' | 'remedies'>>
