import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Env } from './context.ts'

export type Log = Logger

/** Structured lines on stderr, so that stdout stays free for answers of the terminal. */
export function createLog(
  level: string,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino({ level, base: null, serializers: { err: plainError } }, to)
}

/** What broke and where. The rest of an error may quote a row: PostgreSQL's `detail`, text that is no JSON. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '' } = error
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error ? String(error.code) : undefined
  return { type: name, code, message: error instanceof SyntaxError ? '' : message, at }
}

/** One line a request. The route only: an address may hold whatever somebody typed, a name or a number. */
export function logRequests(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    const { method } = c.req
    const route = routePath(c)
    c.var.log.info({ requestId: c.var.requestId, method, route, status: c.res.status, ms })
  }
}
