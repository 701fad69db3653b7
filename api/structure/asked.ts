import { z } from 'zod'
import { compositionLineKinds, defaultPolicy, TEAM_GROUPS } from '../../matching/index.ts'
import { Code } from '../validate.ts'

/** `current`, `plan:ID` or `settled:ROUND`. */
export const Of = z
  .string()
  .regex(/^(current|plan:[\w-]{1,64}|settled:[\w-]{1,64})$/)
  .default('current')

const Place = z.object({ of: Of, township: Code.optional(), village: Code.optional() })

export const StructureAsked = Place.extend({ by: z.enum(['township', 'village']).optional() })

const LINE_IDS = [...new Set(compositionLineKinds(defaultPolicy).map(({ id }) => id))]
export const SIDES = ['before', 'now', 'after'] as const

export const PeopleAsked = Place.extend({
  group: z.enum(TEAM_GROUPS).default('all'),
  line: z.enum(LINE_IDS).default('people'),
  side: z.enum(SIDES).default('after'),
  which: z.enum(['counted', 'unknown']).default('counted'),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/** Seats of villages as somebody tries them: nothing of it is kept. */
export const SlateAsked = z.object({
  seats: z
    .array(
      z.object({
        village: Code,
        post: z.enum([
          ...(['secretary', 'party-member', 'chair', 'committee-member'] as const),
          ...(['supervision-head', 'supervisor'] as const),
        ]),
        talent: z.string().min(1).max(64),
      }),
    )
    .max(20_000),
})
