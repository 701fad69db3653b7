import { Hono } from 'hono'
import { listVillages } from '../db/villages.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { eventStream } from './event-stream.ts'
import { onReadiness, type ReadinessEvent } from './readiness/events.ts'
import { countingOf } from './readiness/keeping.ts'
import { Events } from './shapes/plan.ts'

const EVENTS = { schema: Events, media: 'text/event-stream' }

export const readiness = new Hono<Env>().get(
  '/events',
  describe(
    'Server-sent events: `standing` names villages that stand differently now, `counting` how many of those that the matcher looks at are done',
    EVENTS,
  ),
  may('readiness.read'),
  async (c) => {
    const { db, scope } = c.var
    const own = new Set((await listVillages(db, scope)).map(({ code }) => code))
    return eventStream(c, (send) => {
      const tell = async (told: ReadinessEvent) => {
        const seen = within(own, told)
        if (seen) await send(seen)
      }
      void tell({ event: 'counting', data: countingOf(db) })
      return onReadiness(db, (event) => void tell(event))
    })
  },
)

/** What an account may know of it; null where it is about other villages. */
function within(own: ReadonlySet<string>, told: ReadinessEvent): ReadinessEvent | null {
  if (told.event !== 'standing') return told
  const villages = told.data.villages.filter((code) => own.has(code))
  return villages.length > 0 ? { event: 'standing', data: { villages } } : null
}
