import { z } from 'zod'
import { STAGE_KINDS, STAGE_LEVELS } from '../../matching/index.ts'
import { WaitsFor } from './nominees.ts'
import { Count, Place, WordsShape } from './words.ts'

const Instant = z.string().meta({ description: 'Instant, UTC' })
const RoundKind = z.enum(['term-change', 'reserve'])

export const RoundGiven = z.object({
  kind: RoundKind,
  name: z.string().trim().min(1).max(60),
  /** First and last day on which villages, townships and the public nominate. */
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  termStartsOn: z.iso.date().nullable().default(null),
  termEndsOn: z.iso.date().nullable().default(null),
})
export type RoundGiven = z.infer<typeof RoundGiven>

export const RoundClosing = z.object({
  reason: z.string().trim().min(1).max(500),
  rest: z.enum(['refuse', 'not-chosen']).meta({
    description: 'What becomes of open nominees: the round stays open, or each is stopped',
  }),
})

const StageOfRound = z.object({
  id: z.string(),
  kind: z.enum(STAGE_KINDS),
  words: WordsShape,
  level: z.enum(STAGE_LEVELS),
  days: z.number().meta({ description: 'Working days until it is late' }),
})

export const RoundShape = z
  .object({
    id: z.string(),
    kind: RoundKind,
    name: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
    state: z.enum(['open', 'closed']),
    window: z
      .enum(['ahead', 'running', 'over'])
      .meta({ description: 'Outside of it the county alone nominates, until the round is closed' }),
    mayNominate: z.boolean().meta({ description: 'This account, today' }),
    stages: z.array(StageOfRound),
    departments: z.array(z.object({ id: z.string(), words: WordsShape })),
    policyVersion: z.int(),
    createdAt: Instant,
    closedAt: Instant.nullable(),
    revision: z.int(),
    nominees: Count.meta({ description: 'In the scope of the account' }),
    open: Count.meta({ description: 'Of these, on the way' }),
  })
  .meta({ id: 'Round' })

export const Rounds = z.object({ rounds: z.array(RoundShape) })

const Cell = z.object({
  stage: z.string(),
  count: Count,
  late: Count,
  waits: z
    .array(z.object({ waitsFor: WaitsFor, count: Count }))
    .meta({ description: 'Whom they wait for, the most first' }),
  oldestSince: Instant,
  oldestDays: Count.meta({ description: 'Calendar days that the first of them has been there' }),
})

export const Board = z.object({
  round: RoundShape,
  townships: z.array(
    z.object({
      township: Place,
      all: Count,
      open: Count,
      late: Count,
      cells: z.array(Cell).meta({ description: 'Of open nominees, in the order of the stages' }),
    }),
  ),
  stages: z.array(Cell).meta({ description: 'Of all townships together' }),
  totals: z.object({
    all: Count,
    open: Count,
    settled: Count,
    withdrawn: Count,
    stopped: Count,
    elected: Count,
    appointed: Count,
    reserve: Count,
    notChosen: Count,
  }),
  late: z.object({
    all: Count,
    by: z.array(
      z.object({
        waitsFor: WaitsFor,
        count: Count,
        above: z
          .enum(['township', 'county'])
          .nullable()
          .meta({ description: 'The level that looks after it' }),
      }),
    ),
    below: Count.meta({ description: 'Those that wait for the level below this account' }),
  }),
  meanDays: z
    .number()
    .nullable()
    .meta({ description: 'Calendar days from nomination to the end; null when nobody is settled' }),
})
