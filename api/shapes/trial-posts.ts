import { z } from 'zod'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { EvaluationShape, TRIAL_KINDS } from './evaluations.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

const STATES = ['running', 'concluded', 'broken-off'] as const
const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
const MISSING = ['too-short', 'early', 'no-evaluation'] as const
export type MissingCode = (typeof MISSING)[number]
const Id = z.string().max(64)
const Kind = z.enum(TRIAL_KINDS)
const Duties = z.string().trim().min(4).max(500)

export const TrialPostsAsked = z.object({
  talent: Id.optional().meta({ description: 'All of one person, whatever the state' }),
  state: z.enum(STATES).default('running'),
  village: Code.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})
export const LimitsAsked = z.object({ village: Code, kind: Kind, startsOn: Day })

export const TrialPostGiven = z.object({
  talent: Id,
  village: Code,
  kind: Kind,
  duties: Duties,
  startsOn: Day,
  endsOn: Day,
})
export type TrialPostGiven = z.infer<typeof TrialPostGiven>
export const TrialPostChanged = z.object({ duties: Duties, endsOn: Day })
export type TrialPostChanged = z.infer<typeof TrialPostChanged>
export const BreakingOff = z.object({ endedOn: Day, reason: Reason })
export type BreakingOff = z.infer<typeof BreakingOff>
export const Conclusion = z.object({
  endedOn: Day,
  grade: z.enum(GRADES),
  text: z.string().trim().min(10).max(1000),
  accepts: z
    .array(z.enum(MISSING))
    .default([])
    .meta({ description: 'What lacks and was seen by whoever signs' }),
  reason: Reason.optional().meta({ description: 'Why it replaces the conclusion of before' }),
})
export type Conclusion = z.infer<typeof Conclusion>

export const TrialPostMade = z.object({ id: z.string() })
export const LimitsShape = z.object({
  monthsMin: z.number(),
  monthsMax: z.number(),
  shortest: Day,
  longest: Day,
  termEndsOn: Day.nullable(),
})

const Signed = z.object({
  grade: z.enum(GRADES).nullable().meta({ description: 'Null: broken off' }),
  text: z.string(),
  endedOn: Day.nullable(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  signedOn: Day.nullable(),
  replacedFor: z.string().nullable(),
})
export const TrialPostRow = z.object({
  id: z.string(),
  talent: z.object({ id: z.string(), name: z.string() }),
  village: Place,
  kind: Kind,
  duties: z.string(),
  startsOn: Day,
  endsOn: Day,
  state: z.enum(STATES),
  endedOn: Day.nullable(),
  months: Count.meta({ description: 'Whole months served, until today or its end' }),
  daysLeft: z.int().nullable().meta({ description: 'Negative: late; null: it has ended' }),
  conclusion: Signed.nullable(),
  evaluation: z
    .object({
      state: z.enum(['open', 'closed']),
      answers: Count,
      asked: Count,
      answersMin: Count,
      closesOn: Day,
    })
    .nullable()
    .meta({ description: 'The latest' }),
})
export const TrialPostList = z.object({
  trialPosts: z.array(TrialPostRow),
  counts: z.object({ running: Count, concluded: Count, 'broken-off': Count }),
  page: z.int(),
  pageSize: z.int(),
})
export const TrialPostView = TrialPostRow.extend({
  revision: z.int(),
  limits: LimitsShape,
  evaluations: z.array(EvaluationShape),
  missing: z
    .array(z.object({ code: z.enum(MISSING), words: WordsShape }))
    .meta({ description: 'What would lack to a conclusion today' }),
  superseded: z.array(Signed),
  mayChange: z.boolean(),
  replaceableUntil: Day.nullable(),
  experience: z.object({
    recorded: z.number().nullable(),
    offered: z.number(),
    countedOn: Day.nullable(),
    mayCount: z.boolean(),
  }),
})
