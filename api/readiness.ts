import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { listVillages } from '../db/villages.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { onReadiness, type ReadinessEvent } from './readiness/events.ts'
import { countingOf } from './readiness/keeping.ts'
import { Events } from './shapes/plan.ts'

const EVENTS = { schema: Events, media: 'text/event-stream' }
/** Keeps the connection through proxies that drop what is silent. */
const HEARTBEAT_MS = 15_000

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
    return streamSSE(c, async (stream) => {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>()
      const send = async (told: ReadinessEvent) => {
        const seen = within(own, told)
        if (seen) await stream.writeSSE({ event: seen.event, data: JSON.stringify(seen.data) })
      }
      const unwatch = onReadiness(db, (event) => void send(event).catch(leave))
      await send({ event: 'counting', data: countingOf(db) })
      const heartbeat = setInterval(() => void stream.write(': heartbeat\n\n'), HEARTBEAT_MS)
      stream.onAbort(leave)
      await left
      clearInterval(heartbeat)
      unwatch()
    })
  },
)

/** What an account may know of it; null where it is about other villages. */
function within(own: ReadonlySet<string>, told: ReadinessEvent): ReadinessEvent | null {
  if (told.event !== 'standing') return told
  const villages = told.data.villages.filter((code) => own.has(code))
  return villages.length > 0 ? { event: 'standing', data: { villages } } : null
}
