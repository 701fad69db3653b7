import { z } from 'zod'
import {
  GRADES,
  INDICATORS,
  type IndicatorId,
  PROGRESS_MARKS,
  type QUARTER_ASPECTS,
  type YEAR_ASPECTS,
} from '../../matching/index.ts'
import { Count, Day, Place, WordsShape } from './words.ts'

export const Quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .meta({ description: '2026-Q4' })
export const Year = z.string().regex(/^\d{4}$/)
const Id = z.string().max(64)
const Grade = z.enum(GRADES)
const Remarks = z.string().trim().max(500)
/** The id of what stands and is to be superseded; null where its author saw none. */
const Instead = Id.nullable().meta({
  description: 'The one that it takes the place of, as its author saw it; null: none was there',
})

/** null: not known, which costs nobody anything. */
export const QuarterGrades = z.strictObject({
  attitude: Grade.nullable(),
  tasks: Grade.nullable(),
  public: Grade.nullable(),
  growth: z.enum(PROGRESS_MARKS).nullable(),
} satisfies Record<(typeof QUARTER_ASPECTS)[number], z.ZodType>)

export const YearGrades = z.strictObject({
  daily: Grade.nullable(),
  results: Grade.nullable(),
  reputation: Grade.nullable(),
} satisfies Record<(typeof YEAR_ASPECTS)[number], z.ZodType>)

export const CheckBody = z.object({
  ...{ talent: Id, quarter: Quarter, grades: QuarterGrades, grade: Grade },
  ...{ remarks: Remarks, instead: Instead },
})
export const OpinionBody = CheckBody.omit({ grade: true })
export const ConclusionBody = z.object({
  ...{ talent: Id, year: Year, grades: YearGrades, grade: Grade },
  ...{ remarks: Remarks, instead: Instead },
})
/** People that one sheet of paper holds, and what one request may carry. */
const MANY = 200
export const ChecksBody = z.object({
  quarter: Quarter,
  checks: z
    .array(CheckBody.omit({ quarter: true }))
    .min(1)
    .max(MANY),
})
export const ConclusionsBody = z.object({
  year: Year,
  conclusions: z
    .array(ConclusionBody.omit({ year: true }))
    .min(1)
    .max(MANY),
})

const signed = {
  ...{ id: z.string(), remarks: z.string(), by: z.string(), position: z.string().nullable() },
  on: Day,
  isLate: z.boolean(),
}
export const SignedCheck = z.object({ ...signed, grades: QuarterGrades, grade: Grade })
export const SignedOpinion = z.object({
  ...{ ...signed, grades: QuarterGrades },
  isOwn: z.boolean().meta({ description: 'Of the account that asks' }),
})
export const SignedConclusion = z.object({ ...signed, grades: YearGrades, grade: Grade })

export const Results = z.object({
  results: z.array(
    z.object({
      ...{ talent: z.string(), done: z.boolean(), id: z.string().nullable() },
      problem: WordsShape.nullable(),
    }),
  ),
})

const Shared = z.object({ due: Count, present: Count })
const person = {
  talent: z.object({ id: z.string(), name: z.string() }),
  village: Place,
  status: z.string(),
}
/** What was kept of the quarter; null: nothing was, which is not 0. */
const happened = {
  meetings: z.object({ count: Count, minutes: Count, lastOn: Day.nullable() }),
  items: z.object({ done: Count, late: Count, reported: Count, open: Count, overdue: Count }),
  hours: z.number(),
  days: Shared.nullable(),
  organisation: Shared.nullable(),
  onTrial: z.boolean(),
}

export const BoardRow = z.object({
  ...person,
  ...happened,
  mentors: z.array(z.string()),
  opinions: z.array(SignedOpinion),
  before: z.object({ quarter: z.string(), grade: Grade }).nullable(),
  points: z.number().nullable().meta({ description: 'null: nothing was kept, or not for mentors' }),
  rank: Count.nullable(),
  check: SignedCheck.nullable(),
})

const counts = z.object({ all: Count, signed: Count, open: Count, opinions: Count })
export const Board = z.object({
  ...{ quarter: z.string(), quarters: z.array(z.string()), today: Day, startsOn: Day, endsOn: Day },
  dueOn: Day,
  isLate: z.boolean().meta({ description: 'What is not signed by now is late' }),
  township: Place.nullable(),
  counts,
  villages: z.array(Place.extend({ all: Count, open: Count })),
  ranked: Count.nullable().meta({ description: 'People who are ranked; null: too few' }),
  people: z.array(BoardRow),
  ...{ total: Count, page: Count, pageSize: Count },
})

export const ChecksByTownship = z.object({
  quarter: z.string(),
  dueOn: Day,
  townships: z.array(z.object({ township: Place, all: Count, signed: Count, late: Count })),
})

export const ConclusionBoard = z.object({
  ...{ year: z.string(), years: z.array(z.string()), dueOn: Day, isLate: z.boolean() },
  township: Place.nullable(),
  counts: z.object({ all: Count, signed: Count, open: Count }),
  people: z.array(
    z.object({
      ...person,
      checks: z.array(z.object({ quarter: z.string(), grade: Grade.nullable() })),
      evaluation: z.object({ mean: z.number(), answers: Count }).nullable(),
      ...{ hours: z.number(), hoursDue: z.number(), meetings: Count, itemsDone: Count },
      days: Shared.nullable(),
      organisation: Shared.nullable(),
      conclusion: SignedConclusion.nullable(),
    }),
  ),
  ...{ total: Count, page: Count, pageSize: Count },
})

/** Everything that was signed about one person, superseded ones too; the latest first. */
export const Appraisals = z.object({
  appraisals: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(['mentor', 'quarter', 'year']), period: z.string() },
      grades: z.record(z.string(), z.string().nullable()),
      grade: Grade.nullable(),
      ...{ remarks: z.string(), by: z.string(), position: z.string().nullable(), on: Day },
      ...{ isLate: z.boolean(), isSuperseded: z.boolean() },
    }),
  ),
})

const INDICATOR_IDS = INDICATORS.map(({ id }) => id) as [IndicatorId, ...IndicatorId[]]
export const PointsBoard = z.object({
  ...{ quarter: z.string(), quarters: z.array(z.string()), township: Place },
  counts: z.object({ all: Count, kept: Count }),
  ranked: Count.nullable().meta({ description: 'People who are ranked; null: too few' }),
  rankedFrom: Count.meta({ description: 'People below whom nobody is ranked' }),
  people: z.array(
    z.object({
      ...person,
      points: z.number().nullable(),
      rank: Count.nullable(),
      isLastTenth: z.boolean().meta({ description: 'A reminder talk is suggested, no more' }),
    }),
  ),
})
export const PointsCard = z.object({
  ...{ quarter: z.string(), talent: person.talent, points: z.number().nullable() },
  lines: z.array(
    z.object({
      ...{ indicator: z.enum(INDICATOR_IDS), words: WordsShape, each: z.number() },
      ...{ times: z.number(), points: z.number(), isCapped: z.boolean() },
      from: z.array(
        z.object({
          ...{ kind: z.string(), id: z.string(), on: Day, times: z.number() },
          words: WordsShape,
        }),
      ),
    }),
  ),
})
