import { z } from 'zod'
import { Day } from './words.ts'

export const Mentorships = z.object({
  mentorships: z.array(
    z.object({
      mentor: z.object({ id: z.string(), name: z.string(), position: z.string().nullable() }),
      talent: z.object({ id: z.string(), name: z.string() }),
      startedOn: Day,
      endedOn: Day.nullable(),
    }),
  ),
})
