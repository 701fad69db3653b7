import type { MiddlewareHandler } from 'hono'
import type { Db } from '../db/connect.ts'
import type { Env } from './context.ts'
import { Problem } from './problem.ts'
import { Cancelled } from './solver/endings.ts'

/** Long answers of one account that are worked on at once: there is one solver for all teams of all accounts. */
const MOST_AT_ONCE = 2
/** More than any page asks for. */
const MOST_WAITING = 20

type Turns = { running: number; waiting: (() => void)[] }
const accounts = new WeakMap<Db, Map<string, Turns>>()

/** Lets an account have a few long answers at once; the others wait for those, and do not keep everybody waiting. */
export const fewAtOnce: MiddlewareHandler<Env> = async (c, next) => {
  const { db, session } = c.var
  const all = accounts.get(db) ?? new Map<string, Turns>()
  accounts.set(db, all)
  const turns = all.get(session.account.id) ?? { running: 0, waiting: [] }
  all.set(session.account.id, turns)
  if (turns.waiting.length >= MOST_WAITING) throw tooMany()
  if (turns.running < MOST_AT_ONCE) turns.running++
  else await new Promise<void>((resolve) => turns.waiting.push(resolve))
  try {
    if (c.req.raw.signal.aborted) throw new Cancelled()
    await next()
  } finally {
    const following = turns.waiting.shift()
    if (following) following()
    else turns.running--
    if (turns.running === 0) all.delete(session.account.id)
  }
}

function tooMany(): Problem {
  return new Problem('too-many', {
    zh: `您已有 ${MOST_WAITING} 个以上的测算请求在等候，请等它们完成后再试。`,
    en: `More than ${MOST_WAITING} of your questions wait for an answer: let them finish first.`,
  })
}
