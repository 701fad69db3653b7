import { z } from 'zod'
import { POSTS } from '../../matching/index.ts'
import type { EligibilityEffect } from '../policy/eligible.ts'
import type { RankEffect } from '../policy/first-ranked.ts'
import { PersonShape } from './people.ts'
import { PolicyBody, SignerShape, StageShape, WeightsShape } from './policy.ts'
import { Count, Place, TargetId, Tier, WordsShape } from './words.ts'

/** How versions of the policy are written: fields, drafts, what a change would do, signed versions. */

const Choice = z.object({ value: z.string().nullable(), words: WordsShape })
const Named = { pointer: z.string(), words: WordsShape.nullable() }
const FieldShape = z.discriminatedUnion('kind', [
  z.object({
    ...Named,
    kind: z.literal('figure'),
    unit: WordsShape.nullable(),
    scale: z.number().meta({ description: 'Shown is this many times what is stored' }),
    min: z.number(),
    max: z.number(),
    step: z.number(),
  }),
  z.object({ ...Named, kind: z.enum(['day', 'flag', 'departments', 'weighting', 'topics']) }),
  z.object({ ...Named, kind: z.literal('choice'), choices: z.array(Choice) }),
  z.object({
    ...Named,
    kind: z.literal('shares'),
    groups: z.array(z.object({ value: z.string(), words: WordsShape })),
  }),
  z.object({
    ...Named,
    kind: z.literal('stages'),
    presets: z.array(
      z.object({
        ...{ id: z.string(), words: WordsShape, source: WordsShape },
        stages: z.array(StageShape),
      }),
    ),
    seven: z.array(SignerShape),
    choices: z.record(z.enum(['kind', 'level', 'for', 'signersFor', 'gate']), z.array(Choice)),
  }),
  z.object({ ...Named, kind: z.literal('signers'), seven: z.array(SignerShape) }),
  z.object({
    ...Named,
    kind: z.literal('points'),
    indicators: z.array(z.object({ value: z.string(), words: WordsShape })),
    presets: z.array(
      z.object({
        ...{ id: z.string(), words: WordsShape },
        points: z.record(z.string(), z.object({ points: z.number(), most: z.number() })),
      }),
    ),
  }),
])
const RowShape = z.object({
  id: z.string(),
  words: WordsShape,
  help: WordsShape.nullable(),
  source: WordsShape.nullable(),
  fields: z.array(FieldShape),
})
export const FieldsAnswer = z.object({
  sections: z.array(
    z.object({
      id: z.string(),
      words: WordsShape,
      help: WordsShape.nullable(),
      rows: z.array(RowShape),
    }),
  ),
})

const Fault = z.object({ pointer: z.string(), detail: WordsShape })
const ChangeShape = z
  .object({
    pointer: z.string(),
    words: WordsShape,
    before: z.unknown(),
    after: z.unknown(),
    said: z.object({ before: WordsShape, after: WordsShape }),
  })
  .meta({ id: 'PolicyChange' })

/** What a column of PostgreSQL holds. */
export const MOST_INTEGER = 2 ** 31 - 1
export const VersionNumber = z.int().min(1).max(MOST_INTEGER)

/** A policy has five levels; what is far deeper is no draft of one, and breaks whoever walks through it. */
const MOST_LEVELS = 12
const Written = z
  .record(z.string(), z.unknown())
  .refine((value) => isWithin(value, MOST_LEVELS), '层次过深 nested too deep')

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1))
}

export const DraftRequest = z.object({
  policy: Written.meta({ description: 'As far as it is written; need not be whole yet' }),
  basedOn: VersionNumber,
  revision: z.int().min(0).max(MOST_INTEGER).optional().meta({
    description: 'That the author saw, 0 for none; without it whatever is there is written over',
  }),
})
const Draft = z.object({
  policy: Written,
  basedOn: z.int(),
  revision: z.int(),
  updatedAt: z.string(),
  errors: z.array(Fault),
  changes: z.array(ChangeShape),
})
export const DraftAnswer = z.object({ draft: Draft.nullable() })
export const DraftKept = Draft.omit({ policy: true })

export const PreviewRequest = z.object({ policy: Written })
const Moved = z.object({ count: Count, people: z.array(PersonShape) })
const Counts = z.object({ eligible: Count, relaxable: Count, unknown: Count, barred: Count })
const Eligibility = z.object({
  before: Counts,
  after: Counts,
  newlyBarred: Moved,
  newlyEligible: Moved,
}) satisfies z.ZodType<EligibilityEffect>
const First = z.object({
  villages: Count,
  changed: Count,
  examples: z.array(
    z.object({ village: Place, before: PersonShape.nullable(), after: PersonShape.nullable() }),
  ),
}) satisfies z.ZodType<RankEffect>
const Applied = z.object({ isOn: z.boolean(), tier: Tier, villages: Count })
const TargetEffect = z.object({
  target: TargetId,
  words: WordsShape,
  before: Applied,
  after: Applied,
  changed: Count,
})
const Weighed = z.object({ weights: WeightsShape, consistencyRatio: z.number().nullable() })
const byPost = <Shape extends z.ZodType>(shape: Shape) => z.record(z.enum(POSTS), shape)
export const PreviewAnswer = z.object({
  errors: z.array(Fault),
  changes: z.array(ChangeShape),
  effect: z
    .object({
      eligibility: byPost(Eligibility),
      first: byPost(First),
      targets: z.array(TargetEffect),
      weights: byPost(z.object({ before: Weighed, after: Weighed })),
      people: Count,
      seconds: z.number(),
    })
    .nullable()
    .meta({ description: 'null where the policy cannot be followed' }),
})

export const NewVersion = z.object({
  policy: PolicyBody,
  basedOn: VersionNumber.meta({ description: 'The version that the author saw in force' }),
  note: z.string().trim().min(4).max(2000).meta({ description: 'What changes and why' }),
})
export const Signed = z.object({ version: z.int(), contentHash: z.string(), createdAt: z.string() })
const VersionShape = z
  .object({
    version: z.int(),
    createdAt: z.string(),
    createdBy: z
      .object({ id: z.string(), name: z.string(), position: z.string() })
      .nullable()
      .meta({ description: 'null for the program itself' }),
    note: z.string().nullable(),
    contentHash: z.string().nullable(),
    isIntact: z.boolean().nullable().meta({ description: 'null where nothing was signed' }),
    changes: z.array(ChangeShape).meta({ description: 'Against the version before' }),
  })
  .meta({ id: 'PolicyVersion' })
export const Versions = z.object({ versions: z.array(VersionShape) })
export const VersionAnswer = VersionShape.extend({ policy: Written })

export const WeighedAnswer = Weighed.extend({
  judges: z.array(
    z.object({ name: z.string(), weights: WeightsShape, consistencyRatio: z.number() }),
  ),
  disturbances: z.array(
    z.object({
      row: z.int(),
      column: z.int(),
      given: z.number(),
      proposed: z.number(),
      ratioAfter: z.number(),
    }),
  ),
})
