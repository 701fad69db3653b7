import { z } from 'zod'
import { Count, Place, WordsShape } from './words.ts'

export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'YYYY-MM' })
const Days = z.object({ due: z.int().min(0).max(31), present: z.int().min(0).max(31) })
const facts = {
  days: Days.nullable().meta({ description: 'null: not counted for this person' }),
  meetings: Days.nullable().meta({ description: 'Of organisation life; null: not counted' }),
  remarks: z.string().trim().max(200),
}
export const AttendanceBody = z.object(facts)
/** A village's people of a month at once; 0 where nothing was kept. */
export const AttendancesBody = z.object({
  month: Month,
  rows: z
    .array(z.object({ ...facts, talent: z.string().max(64), revision: z.int().min(0) }))
    .min(1)
    .max(200),
})
export const Revised = z.object({ revision: z.int() })
export const AttendanceResults = z.object({
  results: z.array(
    z.object({
      ...{ talent: z.string(), done: z.boolean(), revision: z.int().nullable() },
      problem: WordsShape.nullable(),
    }),
  ),
})

export const AttendanceGrid = z.object({
  village: Place,
  villages: z.array(Place),
  year: z.string(),
  months: z.array(z.object({ month: z.string(), kept: Count, isOpen: z.boolean() })),
  people: z.array(
    z.object({
      talent: z.object({ id: z.string(), name: z.string() }),
      mayWrite: z.boolean(),
      cells: z.array(
        z.object({
          ...{ ...facts, month: z.string(), revision: z.int() },
          ...{ by: z.string().nullable(), on: z.string() },
        }),
      ),
    }),
  ),
})
