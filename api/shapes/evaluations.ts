import { z } from 'zod'
import { AUDIENCES, QUESTION_IDS, type QuestionId } from '../evaluations/questions.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

export const TRIAL_KINDS = [
  'trial-post',
  'secretary-assistant',
  'chair-assistant',
  'committee-assistant',
  'shadowing',
] as const
const AudienceShape = z.enum(AUDIENCES)
const Mark = z.int().min(1).max(5).nullable()
/** Every question has its answer; null: does not know. */
export const Marks = z.strictObject(
  Object.fromEntries(QUESTION_IDS.map((id) => [id, Mark])) as Record<QuestionId, typeof Mark>,
)
export type MarksGiven = z.infer<typeof Marks>

/** 8 signs in groups. Longer than that nobody was given, but people type spaces and dashes. */
const CodeText = z.string().trim().min(1).max(30)
export const CodeAsked = z.object({ code: CodeText })
export const AnswerGiven = z.object({ code: CodeText, marks: Marks })
export const CodeAnswer = z.object({
  name: z.string(),
  village: Place,
  kind: z.enum(TRIAL_KINDS),
  duties: z.string(),
  startsOn: Day,
  audience: AudienceShape,
  closesOn: Day,
  questions: z.array(z.object({ id: z.enum(QUESTION_IDS), words: WordsShape })),
  marks: z.array(WordsShape).meta({ description: 'What 1 to 5 are called' }),
})

const People = z.int().min(0).max(100)
export const Opening = z.object({
  trialPost: z.string().max(64),
  closesOn: Day,
  colleagues: People,
  representatives: People,
})
export type Opening = z.infer<typeof Opening>
export const Codes = z.object({
  id: z.string(),
  codes: z
    .array(z.object({ code: z.string(), audience: AudienceShape }))
    .meta({ description: 'Answered this once; only hashes are stored' }),
})

export const PapersGiven = z.object({
  answers: z
    .array(z.object({ audience: AudienceShape, marks: Marks }))
    .min(1)
    .max(200),
})
export type PapersGiven = z.infer<typeof PapersGiven>

const Spread = z.object({
  counts: z
    .tuple([Count, Count, Count, Count, Count])
    .meta({ description: 'How many gave each mark, 1 first' }),
  mean: z.number(),
  deviation: z.number().meta({ description: 'Standard deviation' }),
})
const OfQuestion = z.object({
  id: z.enum(QUESTION_IDS),
  known: Count,
  unknown: Count,
  spread: Spread.nullable().meta({ description: 'Null: too few' }),
})
export const Results = z.object({
  answers: Count,
  onPaper: Count,
  leftOut: Count.meta({ description: 'Given by code, too few to be counted in' }),
  total: Spread.nullable(),
  questions: z.array(OfQuestion),
  byAudience: z
    .array(z.object({ audience: AudienceShape, answers: Count, questions: z.array(OfQuestion) }))
    .nullable()
    .meta({ description: 'Null unless both are enough' }),
})
export const EvaluationShape = z.object({
  id: z.string(),
  opensOn: Day,
  closesOn: Day,
  state: z.enum(['open', 'closed']),
  answersMin: Count,
  issued: z.object({ colleague: Count, representative: Count }),
  answers: Count,
  onPaper: Count,
  results: Results.nullable().meta({
    description: 'Null while it is open, and to accounts that read none',
  }),
})
