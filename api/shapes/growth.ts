import { z } from 'zod'
import { ENTRY_KINDS } from '../../matching/index.ts'
import { TRIAL_KINDS } from './evaluations.ts'
import { Fit, FitChange } from './ranking.ts'
import { CriterionId, Day, Fraction, Place, Post } from './words.ts'

const Change = z.number().min(-1).max(1)

/** The entry of cultivation that evidence follows from; of meetings and attendance the quarter. */
const Entry = z.object({ kind: z.enum(ENTRY_KINDS), id: z.string() })
const Step = z.object({
  on: Day,
  change: Change,
  source: z.string(),
  note: z.string(),
  entry: Entry.nullable().meta({ description: 'Null: the evidence was entered by hand' }),
})

const FitSince = FitChange.extend({
  since: Day.meta({ description: 'Last day of the last full quarter' }),
}).meta({
  id: 'FitSince',
  description:
    'The fit with all evidence less that with the evidence dated by the end of the last full quarter, both weighted on the reference day of the policy: the steps add up to the change',
})

const CriterionGrowth = z.object({
  criterion: CriterionId,
  points: z
    .array(z.object({ on: Day, value: Fraction, low: Fraction, high: Fraction }))
    .meta({ description: 'Two of one day: before and after what came in on it' }),
  steps: z.array(Step),
  change: Change.meta({ description: 'Over the span: the steps and what faded' }),
  faded: Change,
})

export const Growth = z
  .object({
    ...{ from: Day, to: Day },
    fit: z
      .object({
        ...{ village: Place, post: Post },
        points: z.array(Fit.extend({ on: Day })),
        since: FitSince,
      })
      .nullable()
      .meta({ description: 'Null where the account reads no fit' }),
    criteria: z.array(CriterionGrowth),
    events: z
      .array(z.object({ on: Day, kind: z.enum(['mentorship', ...TRIAL_KINDS]) }))
      .meta({ description: 'What began in the span: a mentor, a post on trial' }),
  })
  .meta({
    id: 'Growth',
    description:
      'The value on a day is worked out from the evidence dated by then, faded as it was on that day',
  })
export type GrowthOfCriterion = z.infer<typeof CriterionGrowth>
