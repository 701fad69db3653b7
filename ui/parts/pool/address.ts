import { useLocation, useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { PoolQuery } from '../../pool.ts'
import type { Facet, Post } from '../../types.ts'
import { POSTS } from '../../types.ts'

/** In the order of the column. */
export const FACETS = [
  'readiness',
  'ready',
  'township',
  'village',
  'source',
  'age',
  'party',
  'education',
  'skill',
  'status',
  'sex',
  'channel',
  'fresh',
  'tag',
  'list',
] as const satisfies readonly Facet[]

export const SORTS = [
  'relevance',
  'name',
  'age',
  '-age',
  'updated',
  'education',
  'fit',
  'likeness',
] as const
export type Sort = (typeof SORTS)[number]

export type Seat = { village: string; post: Post }
export type Change = { [key: string]: string | null }
export type Address = ReturnType<typeof useAddress>

const KEYS: readonly string[] = ['q', ...FACETS, 'sort', 'like', 'seat']
const NOTHING: Change = Object.fromEntries(KEYS.map((key) => [key, null]))

/** What is asked of the pool; all of it lives in the address, so that reload, back and a link keep it. */
export function useAddress() {
  const location = useLocation()
  const [, setSearch] = useSearchParams()
  const search = createMemo(() => new URLSearchParams(location.search))
  const text = (key: string) => search().get(key) ?? ''
  const values = (facet: Facet) => listed(text(facet))
  // Narrowing is one step of the history; a turn to other people is a step of its own, and back returns from it.
  const change = (next: Change) => setSearch(next, { replace: true })
  const turn = (next: Change) => setSearch(next)
  const set = (facet: Facet, chosen: readonly string[]) =>
    change({ [facet]: chosen.join(',') || null })
  const seat = createMemo(() => seatOf(text('seat')))
  return {
    text,
    values,
    change,
    turn,
    /** A whole search in place of this one. */
    ask: (query: Change) => turn({ ...NOTHING, ...query }),
    set,
    seat,
    /** In the order in which they were added. */
    keys: () => [...search().keys()].filter((key) => key !== 'sort' && KEYS.includes(key)),
    words: createMemo(() => wordsOf(text('q')), [], { equals: isSame }),
    sort: (): Sort => SORTS.find((one) => one === text('sort')) ?? ownSort(search()),
    toggle: (facet: Facet, value: string) => set(facet, toggled(values(facet), value)),
    /** Every condition goes; the order stays where it still makes sense. */
    clear: () => turn(NOTHING),
    asked: createMemo(
      (): PoolQuery => Object.fromEntries([...search()].filter(([key]) => KEYS.includes(key))),
      {},
      { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
    ),
    /** As a saved search keeps it and a link says it. */
    saved: () =>
      new URLSearchParams([...search()].filter(([key]) => KEYS.includes(key))).toString(),
    /** Path and search, to come back to. */
    whole: () => `${location.pathname}${location.search}`,
  }
}

export const listed = (text: string) => text.split(',').filter((part) => part !== '')
export const wordsOf = (text: string) => text.split(/\s+/).filter((part) => part !== '')

/** As a search that says no order is listed. */
function ownSort(search: URLSearchParams): Sort {
  if (search.has('like')) return 'likeness'
  if (search.has('seat')) return 'fit'
  return search.has('q') ? 'relevance' : 'name'
}

export function seatOf(text: string): Seat | null {
  const [village, name] = text.split(':')
  const post = POSTS.find((one) => one === name)
  return village && post ? { village, post } : null
}

const toggled = (values: readonly string[], value: string) =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.join(' ') === other.join(' ')
