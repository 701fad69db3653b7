import { z } from 'zod'
import { Target } from './nominees.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

export const AnswerKind = z.enum(['pass', 'objection', 'more'])
const Instant = z.string().meta({ description: 'Instant, UTC' })

const Given = z.object({
  answer: AnswerKind,
  code: z.string().nullable().meta({ description: 'Of an objection, from the dictionary reasons' }),
  note: z.string().meta({ description: 'What more is asked for' }),
  at: Instant.nullable(),
  signedBy: z
    .string()
    .nullable()
    .meta({ description: 'Null: taken over from an earlier round, the facts being the same' }),
  position: z.string().nullable(),
  validUntil: Day.nullable(),
})

/** What a department sees of somebody put before it: what identifies them, what for, and its own answers. */
export const CaseView = z
  .object({
    nominee: z.string().nullable().meta({ description: 'Null: asked before there were rounds' }),
    talent: z.string(),
    name: z.string(),
    sex: z.enum(['female', 'male']).nullable(),
    bornOn: Day.nullable(),
    idNumber: z.string().nullable().meta({ description: 'Masked' }),
    home: Place,
    homeTownship: Place,
    purpose: z.object({ round: z.string(), words: WordsShape }).nullable(),
    target: Target.nullable(),
    openedAt: Instant,
    dueOn: Day.nullable(),
    lateDays: Count,
    validDays: Count.nullable().meta({ description: 'Days for which a pass will stand' }),
    answer: Given.extend({
      isExpired: z.boolean(),
      isOfOtherFacts: z.boolean().meta({ description: 'Facts changed since' }),
    })
      .nullable()
      .meta({ description: 'That stands; null: an answer is waited for' }),
    earlier: z
      .array(Given)
      .meta({ description: 'Own answers that were superseded, or asked anew' }),
    supplements: z.array(z.object({ at: Instant, note: z.string() })),
    revision: z.int().nullable().meta({ description: 'For If-Match; null where none is answered' }),
  })
  .meta({ id: 'ReviewCase' })

export const CaseQuery = z.object({
  state: z.enum(['open', 'answered']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export const CaseList = z.object({
  cases: z.array(CaseView),
  total: Count,
  pageSize: Count,
  counts: z.object({ open: Count, late: Count, answered: Count }),
})
export const CaseAnswer = z.object({
  answer: AnswerKind,
  code: z.string().max(64).nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export const OneCase = z.object({ case: CaseView })
/** Only the answer that says nothing of a single person. */
export const BulkCases = z.object({
  cases: z
    .array(z.object({ nominee: z.string().max(64), revision: z.int() }))
    .min(1)
    .max(200),
  answer: z.literal('pass'),
})
export const BulkAnswered = z.object({
  results: z.array(
    z.object({ nominee: z.string(), done: z.boolean(), problem: WordsShape.nullable() }),
  ),
})
