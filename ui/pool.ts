import { action, json, query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import { api, read } from './client.ts'
import { correctionsOf, dueOf, mentorshipsOf, talentsOf } from './people.ts'
import { missesOf, placesOf, rankingOf, slateOf, talentOf, villageOf } from './queries.ts'
import type { Post } from './types.ts'

/** A search as the address of the pool says it. */
export type PoolQuery = InferRequestType<typeof api.talents.$get>['query']
type NewSearch = InferRequestType<typeof api.searches.$post>['json']
type NewList = InferRequestType<typeof api.lists.$post>['json']
type Merge = InferRequestType<(typeof api.talents)[':id']['merges']['$post']>['json']
type Tags = InferRequestType<typeof api.talents.tags.$post>['json']

export const poolOf = query(
  (asked: PoolQuery) => read(api.talents.$get({ query: { ...asked, facets: '1' } })),
  'pool',
)

/** The page after the one that ended there; nothing else keeps it. */
export const morePool = (asked: PoolQuery, after: string) =>
  read(api.talents.$get({ query: { ...asked, after } }))

export const searchesOf = query(() => read(api.searches.$get()), 'searches')

export const saveSearch = action(
  async (given: NewSearch) => after(await read(api.searches.$post({ json: given })), SEARCHES),
  'save-search',
)

export const changeSearch = action(
  async (id: string, given: NewSearch) =>
    after(await read(api.searches[':id'].$put({ param: { id }, json: given })), SEARCHES),
  'change-search',
)

export const removeSearch = action(
  async (id: string) => after(await read(api.searches[':id'].$delete({ param: { id } })), SEARCHES),
  'remove-search',
)

/** What the search finds now is seen. */
export const lookAtSearch = action(
  async (id: string) =>
    after(await read(api.searches[':id'].looks.$post({ param: { id } })), SEARCHES),
  'look-at-search',
)

export const listsOf = query(() => read(api.lists.$get()), 'lists')

export const listOf = query(
  (id: string) => read(api.lists[':id'].$get({ param: { id }, query: {} })),
  'list-of',
)

/** The page after the one that ended there. */
export const moreOfList = (id: string, after: string) =>
  read(api.lists[':id'].$get({ param: { id }, query: { after } }))

export const makeList = action(
  async (given: NewList) => after(await read(api.lists.$post({ json: given })), listsOf.key),
  'make-list',
)

export const changeList = action(
  async (id: string, revision: number, given: NewList) =>
    after(
      await read(api.lists[':id'].$put({ param: { id }, json: given }, seen(revision))),
      ...LISTS,
    ),
  'change-list',
)

/** The list itself is not read again: there is none any more. */
export const removeList = action(
  async (id: string) =>
    after(await read(api.lists[':id'].$delete({ param: { id } })), listsOf.key, poolOf.key),
  'remove-list',
)

export const addToList = action(
  async (id: string, talents: string[], note: string) =>
    after(
      await read(api.lists[':id'].members.$post({ param: { id }, json: { talents, note } })),
      ...[...LISTS, ...talents.map((one) => talentOf.keyFor(one))],
    ),
  'add-to-list',
)

export const noteMember = action(
  async (id: string, talent: string, note: string) =>
    after(
      await read(
        api.lists[':id'].members[':talent'].$put({ param: { id, talent }, json: { note } }),
      ),
      'list-of',
    ),
  'note-member',
)

export const takeFromList = action(
  async (id: string, talent: string) =>
    after(
      await read(api.lists[':id'].members[':talent'].$delete({ param: { id, talent } })),
      ...[...LISTS, talentOf.keyFor(talent)],
    ),
  'take-from-list',
)

export const tagPeople = action(
  async (given: Tags) =>
    after(
      await read(api.talents.tags.$post({ json: given })),
      ...[poolOf.key, SEARCHES, ...given.talents.map((one) => talentOf.keyFor(one))],
    ),
  'tag-people',
)

export const comparisonOf = query(
  (ids: string[], seat: { village: string; post: Post } | null) =>
    read(api.comparisons.$get({ query: { ids: ids.join(','), ...seat } })),
  'comparison',
)

export const duplicatesOf = query(() => read(api.duplicates.$get({ query: {} })), 'duplicates')

/** The pairs after those that ended there. */
export const moreDuplicates = (after: string) => read(api.duplicates.$get({ query: { after } }))

export const sayDifferent = action(
  async (talent: string, other: string) =>
    after(await read(api.duplicates.answers.$post({ json: { talent, other } })), duplicatesOf.key),
  'say-different',
)

/** The record that goes is not read again: it leads nowhere. */
export const mergePeople = action(
  async (id: string, given: Merge) =>
    after(
      await read(api.talents[':id'].merges.$post({ param: { id }, json: given })),
      ...[duplicatesOf.key, talentOf.keyFor(id), talentsOf.key, poolOf.key, SEARCHES, ...LISTS],
      ...[dueOf.key, correctionsOf.key, mentorshipsOf.key, placesOf.key, villageOf.key],
      ...[rankingOf.key, slateOf.key, missesOf.key],
    ),
  'merge-people',
)

const SEARCHES = 'searches'
const LISTS = ['lists', 'list-of', 'pool']

/** Only what was shown is changed. */
const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

/** What was stored changes what these queries answered; the rest is not asked again, since each look is recorded. */
const after = <T>(answer: T, ...revalidate: string[]) => json(answer, { revalidate })
