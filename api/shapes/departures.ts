import { z } from 'zod'
import { Reason } from '../reasons.ts'

export const DEPARTURE_KINDS = ['own-wish', 'left', 'dismissed', 'unfit', 'returned'] as const

export const DepartureBody = z.object({
  kind: z.enum(DEPARTURE_KINDS).meta({
    description: '`dismissed` and `unfit` by the county alone; `returned` takes the last one back',
  }),
  reason: Reason,
  on: z.string().meta({ description: 'The day from which it holds' }),
})

const Entry = z.object({ kind: z.enum(DEPARTURE_KINDS), reason: z.string(), on: z.string() })
/** As the person reads them in the own record. */
export const OwnDepartures = z.array(Entry)

export const Departures = z.object({
  departures: z.array(Entry.extend({ id: z.string(), at: z.string(), by: z.string().nullable() })),
})
