import { z } from 'zod'
import { Quarter } from './checks.ts'
import { Count, Day, Place } from './words.ts'

/** What a figure leaves open: the people whom it is about, or who lack it. */
export const LACKS = [
  ...(['people', 'unmentored', 'unplanned', 'unmet', 'late', 'reported', 'short'] as const),
  ...(['trials', 'trials-ending', 'trials-over', 'unchecked', 'unopined'] as const),
] as const

const Counts = z
  .object({
    people: Count.meta({ description: 'Under cultivation, by the township of the home' }),
    mentored: Count.meta({ description: 'With a mentor' }),
    planned: Count.meta({ description: 'With a plan that goes on' }),
    met: Count.meta({ description: 'Of those with a mentor: met within the days of the policy' }),
    meetingDue: Count.meta({ description: 'Those, and who has had a mentor for longer than that' }),
    meetings: Count.meta({ description: 'In the quarter' }),
    meetingsBefore: Count.meta({ description: 'In the quarter before' }),
    itemsOpen: Count,
    itemsLate: Count.meta({ description: 'Open after their day' }),
    itemsReported: Count.meta({ description: 'Done and not confirmed' }),
    owing: Count.meta({ description: 'People who owe hours of training' }),
    trained: Count.meta({ description: 'Of those who owe: with all hours of the year' }),
    hours: z.number().meta({ description: 'Attended in the year, of all' }),
    trials: Count.meta({ description: 'People on a trial post' }),
    trialsEnding: Count,
    trialsOver: Count.meta({ description: 'Past its end and not concluded' }),
    checked: Count.meta({ description: 'Checked by the township for the quarter' }),
    opined: Count.meta({ description: 'Of those with a mentor: with an opinion of one' }),
  })
  .meta({ id: 'CultivationCounts' })
export type CountsView = z.infer<typeof Counts>

const Pulse = z.object({
  month: z.string().meta({ description: 'YYYY-MM' }),
  ...{ meetings: Count, items: Count, hours: z.number() },
})
export type PulseView = z.infer<typeof Pulse>

export const CultivationOverview = z.object({
  quarter: Quarter,
  quarters: z.array(Quarter).meta({ description: 'That can be asked for, the latest first' }),
  today: Day,
  meetEveryDays: Count,
  trainingHours: z.number(),
  soonDays: Count,
  checksDueOn: Day.meta({ description: 'After it checks of the quarter are late' }),
  few: Count.meta({ description: 'Below so many people no share is said or compared' }),
  total: Counts,
  townships: z.array(Counts.extend({ township: Place })),
})

export const CultivationPulse = z.object({
  today: Day,
  months: z.array(Pulse).meta({ description: 'The last twelve, this one as far as it is' }),
})

export const CultivationPeople = z.object({
  total: Count,
  people: z.array(
    z.object({
      talent: z.object({ id: z.string(), name: z.string() }),
      ...{ township: z.string(), village: z.string(), status: z.string() },
      mentors: Count,
      isPlanned: z.boolean(),
      lastOn: Day.nullable().meta({ description: 'null: not since the quarter before began' }),
      ...{ meetings: Count, itemsOpen: Count, itemsLate: Count, itemsReported: Count },
      hours: z.number(),
      trialEndsOn: Day.nullable(),
      ...{ isChecked: z.boolean(), hasOpinion: z.boolean() },
    }),
  ),
  next: Count.nullable(),
})
