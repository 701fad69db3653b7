import type { MiddlewareHandler } from 'hono'
import { type Logger, pino } from 'pino'
import type { Env } from './context.ts'

export type Log = Logger

/** Structured lines on stderr, so that stdout stays free for answers of the terminal. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
}

/** One line a request. The path only: a query may hold a name. */
export function logRequests(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    const { method, path } = c.req
    c.var.log.info({ requestId: c.var.requestId, method, path, status: c.res.status, ms })
  }
}
