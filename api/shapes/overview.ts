import { z } from 'zod'
import {
  COLOURS,
  type IndicatorResult,
  READINESS_INDICATORS,
  VILLAGE_LISTS,
} from '../../matching/readiness/index.ts'
import { StructureShape } from './places.ts'
import { Count, Day, Kind, Place, WordsShape } from './words.ts'

const Colour = z.enum(COLOURS)
const List = z.enum(VILLAGE_LISTS)
const Indicator = z.enum(READINESS_INDICATORS)

const Figures = z
  .object({
    villages: Count,
    counted: Count.meta({ description: 'Villages whose standing is worked out' }),
    ...{ red: Count, yellow: Count, green: Count },
    ...{ settled: Count, willing: Count, none: Count },
    reserves: Count,
    deep: Count.meta({ description: 'Villages with as many reserves as the policy asks' }),
    people: Count.meta({ description: 'In the pool, at home there' }),
    stale: Count.meta({ description: 'Of them, those whose newest evidence is old' }),
    reachable: Count.meta({ description: 'Villages where a team meets law and policy' }),
    unreachable: Count,
    unsolved: Count.meta({ description: 'Villages whose teams are not worked out yet' }),
    single: Count.meta({ description: 'Villages whose team rests on one person' }),
    asked: Count.meta({ description: 'Answers of the joint review that were asked for' }),
    answered: Count,
    late: Count.meta({ description: 'Answers that are overdue' }),
    actionsOpen: Count,
    actionsLate: Count,
  })
  .meta({ id: 'ReadinessFigures' })
export type FiguresView = z.infer<typeof Figures>

const VillageMark = z.object({
  ...{ code: z.string(), name: z.string(), township: z.string(), kind: Kind, isKey: z.boolean() },
  colour: Colour.nullable().meta({ description: 'Null: not worked out yet' }),
  score: z.number().nullable(),
  words: WordsShape.nullable().meta({ description: 'The reason; of green ones none is sent' }),
  list: List.nullable(),
  reserves: Count.nullable(),
  people: Count.nullable().meta({ description: 'In the pool, at home there' }),
  stale: Count.nullable().meta({ description: 'Of them, with old evidence' }),
  isReachable: z.boolean().nullable(),
  singles: Count.nullable(),
  ...{ asked: Count.nullable(), answered: Count.nullable(), late: Count.nullable() },
})
export type VillageMarkView = z.infer<typeof VillageMark>

const Gap = z.object({
  words: WordsShape,
  tier: z.enum(['law', 'policy']),
  villages: z.array(z.string()).meta({ description: 'Codes' }),
  townships: z.array(Place.extend({ villages: Count })).meta({ description: 'The most first' }),
})
export type GapView = z.infer<typeof Gap>

const StructureSaid = z.object({
  lastTerm: StructureShape.nullable(),
  now: StructureShape.nullable(),
  unknown: Count.meta({ description: 'Villages of whose team nobody is known' }),
  plan: z
    .object({ id: z.string(), finishedAt: z.string(), after: StructureShape, villages: Count })
    .nullable()
    .meta({ description: 'The newest that finished; null: none did' }),
})
export type StructureSaid = z.infer<typeof StructureSaid>

const Schedule = z.object({
  round: z.object({ id: z.string(), name: z.string() }),
  ...{ opensOn: Day, closesOn: Day },
  termStartsOn: Day.nullable(),
  daysToTerm: z.int().nullable().meta({ description: 'Until the new term begins' }),
  nominees: Count.meta({ description: 'On the way or settled' }),
  stages: z.array(
    z.object({
      ...{ id: z.string(), words: WordsShape },
      until: Day.meta({ description: 'When whoever was nominated last should be past it' }),
      ...{ past: Count, there: Count, late: Count },
    }),
  ),
})
export type ScheduleView = z.infer<typeof Schedule>

const Pulse = z.object({ month: z.string(), meetings: Count, items: Count, hours: z.number() })

export const Overview = z
  .object({
    place: Place,
    today: Day,
    countedAt: z.string().nullable().meta({ description: 'Of the standing counted last' }),
    reservesAsked: Count.meta({ description: 'Reserves of a village that the policy asks for' }),
    total: Figures,
    townships: z.array(Figures.extend({ township: Place })),
    villages: z.array(VillageMark),
    worst: z.array(z.string()).meta({ description: 'Codes of the villages that are least ready' }),
    gaps: z.array(Gap).meta({ description: 'What no team of a village by itself can meet' }),
    structure: StructureSaid,
    schedule: Schedule.nullable().meta({ description: 'Of the open round of the term change' }),
    pulse: z.array(Pulse).meta({ description: 'Cultivation of the last twelve months' }),
  })
  .meta({ id: 'Overview' })

const IndicatorShape = z.object({
  id: Indicator,
  state: z.enum([...COLOURS, 'unknown', 'not-applicable']),
  value: z.number().nullable(),
  ...{ short: WordsShape, words: WordsShape, source: WordsShape },
  on: Day.nullable(),
  next: WordsShape.nullable(),
}) satisfies z.ZodType<IndicatorResult>

export const TownshipBoard = z
  .object({
    township: Place,
    today: Day,
    countedAt: z.string().nullable(),
    reservesAsked: Count,
    total: Figures,
    villages: z.array(
      VillageMark.extend({
        indicators: z.array(IndicatorShape).nullable(),
        listWords: WordsShape.nullable(),
        next: z.object({ indicator: Indicator, words: WordsShape }).nullable(),
      }),
    ),
    urgent: z.array(
      z.object({
        id: z.string(),
        village: Place,
        what: z.string(),
        indicator: z.string(),
        dueOn: Day,
        lateDays: Count,
        assignee: z.string(),
      }),
    ),
  })
  .meta({ id: 'TownshipBoard' })
