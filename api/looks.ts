import type { Context } from 'hono'
import type { Db } from '../db/connect.ts'
import { record, type Told } from './auditing.ts'
import type { Env } from './context.ts'

/** A look at the same people is one look as long as this. */
const ONE_LOOK_MS = 10 * 60_000
/** Looks that are remembered at once; what is forgotten is written down once more. */
const MOST = 1000

/** By id: when it was written down that somebody was seen. */
type Seen = Map<string, number>
const NOBODY = ''
const looks = new WeakMap<Db, Map<string, Seen>>()

/**
 * Writes down a look at people, unless the same session has looked at every one of them for the same purpose within ten
 * minutes: a slider asks many times a second and shows mostly the same.
 */
export async function recordOnce(c: Context<Env>, told: Told): Promise<void> {
  const { db, clock, session } = c.var
  const now = clock().getTime()
  const seen = seenIn(db, JSON.stringify([session.session.id, told.action, told.detail]))
  // A look that finds nobody is a look.
  const subjects = [NOBODY, ...(told.subjects ?? [])]
  const isKnown = (id: string) => now - (seen.get(id) ?? -Infinity) < ONE_LOOK_MS
  if (subjects.every(isKnown)) return
  await record(c, told)
  for (const id of subjects) seen.set(id, now)
}

function seenIn(db: Db, look: string): Seen {
  const known = looks.get(db) ?? new Map<string, Seen>()
  looks.set(db, known)
  const seen = known.get(look) ?? new Map<string, number>()
  // The latest stands last, so that the oldest is forgotten first.
  known.delete(look)
  known.set(look, seen)
  if (known.size > MOST) known.delete(known.keys().next().value!)
  return seen
}
