import { z } from 'zod'
import { WordsShape } from './words.ts'

/** Years that the program's table of holidays and the moon's calendar reach. */
export const FIRST_YEAR = 2004
export const LAST_YEAR = 2099

export const CalendarDay = z.string().refine(isDay, {
  message: `应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 年间的日期，如 2026-10-08。A day from ${FIRST_YEAR} to ${LAST_YEAR} is expected, such as 2026-10-08.`,
})

export const CalendarShape = z.object({
  year: z.int(),
  isPublished: z.boolean().meta({
    description: 'Whether the program knows the State Council’s arrangement of that year',
  }),
  publishedUntil: z.int().meta({ description: 'The last year whose arrangement it knows' }),
  days: z
    .array(
      z.object({
        day: z.string(),
        isWorking: z.boolean(),
        kind: z.enum(['holiday', 'make-up', 'statutory', 'own']).meta({
          description:
            'By the arrangement: off, or worked instead; `statutory`: off by law, to be confirmed; `own`: by the county',
        }),
        name: WordsShape,
        own: z
          .object({ changedAt: z.string(), changedBy: z.string().nullable() })
          .nullable()
          .meta({ description: 'By whom the county differs here' }),
        otherwise: z
          .object({ isWorking: z.boolean(), name: WordsShape.nullable() })
          .nullable()
          .meta({ description: 'What would hold without the county’s word' }),
      }),
    )
    .meta({ description: 'Days that differ from plain weekdays and weekends, in order' }),
})

export const CalendarChange = z.object({
  isWorking: z.boolean(),
  name: z.string().trim().min(1).max(40),
})

export const DeadlineQuery = z.object({
  from: CalendarDay,
  days: z.coerce.number().int().min(1).max(250),
})

export const Deadline = z.object({
  from: z.string(),
  days: z.int(),
  endsOn: z.string().meta({ description: 'The last of the working days after `from`' }),
  isConfirmed: z.boolean().meta({ description: 'Every year on the way is published' }),
  passed: z
    .array(z.object({ day: z.string(), isWorking: z.boolean(), name: WordsShape }))
    .meta({ description: 'Holidays, make-up days and days of the county’s own on the way' }),
})

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const at = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return false
  return year >= FIRST_YEAR && year <= LAST_YEAR
}
