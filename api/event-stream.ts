import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Env } from './context.ts'
import { isStillSignedIn } from './signed-in.ts'

type Stop = () => void
export type Send = (message: { event: string; data: unknown }) => Promise<void>

/** Keeps the connection through proxies that drop what is silent. */
const HEARTBEAT_MS = 15_000

/**
 * Server-sent events until an `end` is told, the listener goes away or the session is over. `follow` begins to tell and
 * answers how to stop; a look at the head alone follows nothing.
 */
export function eventStream(
  c: Context<Env>,
  follow: (send: Send) => Stop | Promise<Stop>,
): Response {
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
  return streamSSE(c, async (stream) => {
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    // First of all: whoever goes away early is told once.
    stream.onAbort(end)
    const send: Send = async ({ event, data }) => {
      await stream.writeSSE({ event, data: JSON.stringify(data) })
      if (event === 'end') end()
    }
    const beat = async () => {
      if (!(await isStillSignedIn(c))) return end()
      await stream.write(': heartbeat\n\n')
    }
    const unfollow = await follow(send)
    const heartbeat = setInterval(() => void beat().catch(end), HEARTBEAT_MS)
    await over
    clearInterval(heartbeat)
    unfollow()
  })
}
