import type { Eligibility } from '../../matching/types.ts'
import type { Asked, Sort } from './asked.ts'
import { facetsOf } from './counts.ts'
import type { Found, Hit } from './hit.ts'
import { hitsOf } from './hits.ts'
import { allInOrder, type Key, pageOf } from './order.ts'
import { relaxationsOf } from './relaxations.ts'
import { type Searching, type Selection, select } from './select.ts'

type Paging = { after?: string | undefined; limit: number; hasFacets?: boolean }

/** People of a pool beyond this are judged only when readiness is asked for: no county has so many. */
const JUDGED_AT_MOST = 100_000

/** A page of whom a search finds, with what can be narrowed further; when it is nobody, what to leave out. */
export async function findPage(
  searching: Searching,
  asked: Asked,
  { after, limit, hasFacets = false }: Paging,
): Promise<Found> {
  const needs = { judged: hasFacets, lists: hasFacets, atMost: JUDGED_AT_MOST }
  const selection = await select(searching, asked, needs)
  const { pool, hits } = selection
  const { page, next } = pageOf(pool.columns, hits, keyOf(selection, asked), { after, limit })
  const facets = hasFacets ? facetsOf(selection) : undefined
  const relaxations = hits.length === 0 ? relaxationsOf(selection) : undefined
  return {
    people: await hitsOf(searching, selection, page),
    total: hits.length,
    next,
    ...(facets && { facets }),
    ...(relaxations && { relaxations }),
    revision: pool.revision,
  }
}

/** Ids of everybody whom a search finds, in its order. */
export async function findEveryone(searching: Searching, asked: Asked): Promise<string[]> {
  const selection = await select(searching, asked, NEEDS_NOTHING)
  const { columns } = selection.pool
  const all = allInOrder(columns, selection.hits, keyOf(selection, asked))
  return Array.from(all, (at) => columns.ids[at]!)
}

/** Everybody whom a search finds, in its order, some at a time: for an export of what is found. */
export async function* eachHit(
  searching: Searching,
  asked: Asked,
  atOnce: number,
): AsyncGenerator<Hit[]> {
  const selection = await select(searching, asked, NEEDS_NOTHING)
  const all = allInOrder(selection.pool.columns, selection.hits, keyOf(selection, asked))
  for (let start = 0; start < all.length; start += atOnce)
    yield await hitsOf(searching, selection, Array.from(all.subarray(start, start + atOnce)))
}

/** How many whom a search finds were entered or changed after an instant. */
export async function countFresh(
  searching: Searching,
  asked: Asked,
  since: string | null,
): Promise<number> {
  const { hits, pool } = await select(searching, asked, NEEDS_NOTHING)
  const bound = since === null ? 0 : Date.parse(since)
  const { changedAt } = pool.columns
  return hits.reduce((count, at) => count + (changedAt[at]! > bound || since === null ? 1 : 0), 0)
}

const NEEDS_NOTHING = { judged: false, lists: false, atMost: 0 }

function keyOf(selection: Selection, { sort, q, like, seat }: Asked): Key {
  const usual = seat ? 'fit' : like ? 'likeness' : q?.trim() ? 'relevance' : 'name'
  return KEYS[sort ?? usual](selection)
}

/** What is not known stands last. */
const LAST = 1e9

/** A fit is at most 1, so a group apart is 2. */
const GROUP: Record<Eligibility, number> = { eligible: 0, relaxable: 0, unknown: 1, barred: 2 }

const KEYS: Record<Sort, (selection: Selection) => Key> = {
  name: () => () => 0,
  relevance: ({ tokens }) => {
    const columns = tokens.map(({ scores }) => scores)
    return (at) => -columns.reduce((sum, scores) => sum + scores[at]!, 0)
  },
  age: ({ pool }) => {
    const { born } = pool.columns
    return (at) => (born[at] === 0 ? LAST : -born[at]!)
  },
  '-age': ({ pool }) => {
    const { born } = pool.columns
    return (at) => (born[at] === 0 ? LAST : born[at]!)
  },
  updated: ({ pool }) => {
    const { changedAt } = pool.columns
    return (at) => -changedAt[at]!
  },
  education: ({ pool }) => {
    const { education } = pool.columns
    return (at) => -education[at]!
  },
  // As a village's ranking lists them: who may take the seat, who is unclear, who may not.
  fit:
    ({ ranks }) =>
    (at) => {
      const seat = ranks?.fits.get(at)
      return seat ? GROUP[seat.eligibility] * 2 - seat.fit : LAST
    },
  likeness:
    ({ likeness }) =>
    (at) =>
      -(likeness?.of[at] ?? 0),
}
