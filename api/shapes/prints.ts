import { z } from 'zod'
import { Target } from './nominees.ts'
import { PersonShape } from './people.ts'
import { WordsShape } from './words.ts'

/** Sheets that are filled in by the program and printed from the browser. */
export const SHEETS = [
  'slate-sheet',
  'registration-form',
  'joint-review-form',
  'filing-form',
  'notice-text',
] as const

export const Printed = z.object({
  copy: z.string().meta({ description: 'Stands on the foot of every page, and in the audit' }),
  at: z.string().meta({ description: 'Instant, UTC' }),
  by: z.string().meta({ description: 'Holder of the account' }),
})

const Day = z.string()
const Term = z.object({ startsOn: Day, endsOn: Day }).nullable()
const Round = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['term-change', 'reserve']),
  term: Term,
})
const Named = z.object({ nominee: z.string(), person: PersonShape, target: Target })

export const Filing = z.object({
  round: Round,
  secretaries: z.array(
    Named.extend({
      partyJoinedOn: Day.nullable(),
      outcome: z.enum(['elected', 'appointed']),
      on: Day.meta({ description: 'Of the election or the appointment' }),
      document: z.string().nullable().meta({ description: 'Of the appointment' }),
      term: Term,
      filing: z.object({ number: z.string(), on: Day }).nullable(),
    }),
  ),
})

export const NoticeText = z.object({
  round: Round,
  stages: z
    .array(
      z.object({
        ...{ id: z.string(), words: WordsShape, days: z.int() },
        before: z.array(WordsShape).meta({ description: 'Stages that come first' }),
      }),
    )
    .meta({
      description: 'Where the procedure gives public notice, and for how many working days',
    }),
  people: z.array(
    Named.extend({
      stage: z.string(),
      published: z
        .object({ startsOn: Day, endsOn: Day, days: z.int(), place: z.string() })
        .nullable(),
    }),
  ),
})
