import { z } from 'zod'
import { type Finding, type Ranking, RULES } from '../../matching/index.ts'
import { PersonShape } from './people.ts'
import { Level, WeightsShape } from './policy.ts'
import { CriterionId, Day, Fraction, Post, WordsShape } from './words.ts'

export const FindingShape = z
  .object({
    rule: z.enum(RULES),
    outcome: z.enum(['met', 'caution', 'relaxable', 'unknown', 'breach']),
    words: WordsShape,
    approvedBy: Level.exactOptional(),
    missing: WordsShape.exactOptional(),
  })
  .meta({ id: 'Finding' }) satisfies z.ZodType<Finding>

export const Eligibility = z.enum(['eligible', 'relaxable', 'unknown', 'barred'])
export const Fit = z.object({ fit: Fraction, low: Fraction, high: Fraction })

/** What new evidence did to a fit. */
export const FitChange = z.object({
  change: z.number().min(-1).max(1),
  steps: z.array(
    z.object({
      ...{ on: Day, criterion: CriterionId, change: z.number().min(-1).max(1) },
      ...{ source: z.string(), note: z.string() },
    }),
  ),
})

export const Share = z.object({
  criterion: CriterionId,
  weight: Fraction,
  value: Fraction,
  low: Fraction,
  high: Fraction,
  share: Fraction,
  proven: Fraction,
  claimed: Fraction,
  missing: Fraction,
  words: WordsShape,
})
const Ranked = Fit.extend({
  talent: z.string(),
  eligibility: Eligibility,
  findings: z.array(FindingShape),
  shares: z.array(Share),
  reasons: z.array(WordsShape),
}).meta({ id: 'RankedTalent' })

const RankingShape = z.object({
  village: z.string(),
  post: Post,
  weights: WeightsShape,
  consistencyRatio: z.number().nullable(),
  ranked: z.array(Ranked),
  unknown: z.array(Ranked),
  barred: z.array(Ranked),
}) satisfies z.ZodType<Ranking>

export const RankingAnswer = z.object({
  ranking: RankingShape,
  people: z.array(PersonShape),
  since: Day.meta({ description: 'Last day of the last full quarter' }),
  changes: z
    .array(z.object({ talent: z.string(), ...FitChange.shape }))
    .meta({ description: 'Of whom something new is known since; nobody else moved' }),
})
