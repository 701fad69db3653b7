import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../db/connect.ts'
import { listJudged } from '../../db/portraits.ts'
import {
  CRITERIA,
  createScores,
  dropValues,
  type Eligibility,
  judge,
  POSTS,
  type Policy,
  putValues,
  type Scores,
  type Talent,
  valuesOf,
} from '../../matching/index.ts'
import { kernelFor } from '../scoring-kernel.ts'
import { talentOf } from '../talent-rows.ts'
import { READINESS, type Readiness } from './asked.ts'
import type { Places } from './places.ts'
import type { Pool } from './pool.ts'

/** What rules and criteria say of everybody for the home village, under a policy. */
export type Judged = {
  policyVersion: number
  /** By place: 1 + place in `READINESS`; 0 where nobody is. */
  readiness: Uint32Array
  /** By place: a bit for each of `POSTS` that is open, with an approval or without. */
  ready: Uint32Array
  /** By place: what is known, criterion by criterion. */
  scores: Scores
}

/** Portraits judged in one go: some tens of milliseconds. */
const AT_ONCE = 100

const turns = new WeakMap<Pool, Promise<unknown>>()

/** Judges whoever was not yet, or everybody under a new policy; one after the other, however many ask. */
export function judgedOf(db: Db, pool: Pool, policy: Policy): Promise<Judged> {
  const next = (turns.get(pool) ?? Promise.resolve()).then(() => judgeAll(db, pool, policy))
  turns.set(
    pool,
    next.catch(() => undefined),
  )
  return next
}

/** Which of the posts of their home are open to somebody, and what that comes to. */
export function readinessOf(talent: Talent, { homes }: Places, policy: Policy) {
  const home = homes.get(talent.homeVillage)
  if (!home) return { readiness: 'unknown' as const, ready: 0 }
  const found = POSTS.map((post) => judge(talent, home, post, policy))
  const ready = found.reduce((bits, it, at) => (isOpen(it) ? bits | (1 << at) : bits), 0)
  return { readiness: summaryOf(found), ready }
}

/** All posts open, all with an approval, some of them; else whether it can still be found out. */
export function summaryOf(found: readonly Eligibility[]): Readiness {
  if (found.every((it) => it === 'eligible')) return 'eligible'
  if (found.every(isOpen)) return 'relaxable'
  if (found.some(isOpen)) return 'some-posts'
  return found.includes('unknown') ? 'unknown' : 'barred'
}

function isOpen(eligibility: Eligibility): boolean {
  return eligibility === 'eligible' || eligibility === 'relaxable'
}

async function judgeAll(db: Db, pool: Pool, policy: Policy): Promise<Judged> {
  const judged = roomFor(pool, policy)
  while (pool.unjudged.size > 0) {
    const places = pool.unjudged.values().take(AT_ONCE).toArray()
    for (const at of places) pool.unjudged.delete(at)
    try {
      await judgeSome(db, pool, policy, judged, places)
    } catch (error) {
      for (const at of places) pool.unjudged.add(at)
      throw error
    }
    await setImmediate()
  }
  pool.judged = judged
  return judged
}

async function judgeSome(
  db: Db,
  pool: Pool,
  policy: Policy,
  judged: Judged,
  places: readonly number[],
): Promise<void> {
  const { columns, countyCode } = pool
  const placeOf = new Map(places.map((at) => [columns.ids[at], at]))
  const ids = [...placeOf.keys()].filter((id) => id !== undefined && id !== '') as string[]
  const rows = await listJudged(db, { countyCode }, { ids })
  for (const at of places) {
    judged.readiness[at] = judged.ready[at] = 0
    dropValues(judged.scores, at)
  }
  for (const row of rows) {
    const talent = talentOf(row)
    const { readiness, ready } = readinessOf(talent, pool.places, policy)
    const at = placeOf.get(row.id)!
    const home = pool.places.homes.get(talent.homeVillage)
    if (home) putValues(judged.scores, at, valuesOf(talent, home, policy))
    judged.readiness[at] = READINESS.indexOf(readiness) + 1
    judged.ready[at] = ready
  }
}

/** What is known stays under the same policy; the columns may have grown. */
function roomFor(pool: Pool, { version }: Policy): Judged {
  const { columns, judged, unjudged } = pool
  const room = columns.isHere.length
  const fresh = {
    policyVersion: version,
    readiness: new Uint32Array(room),
    ready: new Uint32Array(room),
    scores: judged?.scores ?? createScores(CRITERIA.length, kernelFor(CRITERIA.length)),
  }
  if (judged?.policyVersion !== version) {
    for (let at = 1; at < columns.size; at++) if (columns.isHere[at] === 1) unjudged.add(at)
    return fresh
  }
  if (judged.readiness.length === room) return judged
  fresh.readiness.set(judged.readiness)
  fresh.ready.set(judged.ready)
  return fresh
}
