import { z } from 'zod'
import { POSTS } from '../../matching/index.ts'
import { Code } from '../validate.ts'

/** What a search narrows by; each takes several values: any of them within one, all of them between two. */
export const FACETS = [
  'township',
  'village',
  'source',
  'channel',
  'age',
  'sex',
  'education',
  'party',
  'skill',
  'status',
  'readiness',
  'ready',
  'fresh',
  'tag',
  'list',
] as const
export type Facet = (typeof FACETS)[number]

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

export const READINESS = ['eligible', 'relaxable', 'some-posts', 'unknown', 'barred'] as const
export type Readiness = (typeof READINESS)[number]

const listOf = (value: z.ZodType<string, string>) =>
  z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(value).max(200))

const Values = listOf(z.string().max(100)).optional()
const Seat = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([Code, z.enum(POSTS)]))
  .transform(([village, post]) => ({ village, post }))

/** A search as an address says it: the page of the pool, a saved search and an export read the same. */
export const SearchQuery = z.object({
  q: z.string().max(100).optional(),
  township: listOf(Code).optional(),
  village: listOf(Code).optional(),
  source: Values,
  channel: Values,
  age: Values,
  sex: Values,
  education: Values,
  party: Values,
  skill: Values,
  status: Values,
  readiness: Values,
  ready: Values,
  fresh: Values,
  tag: Values,
  list: Values,
  sort: z.enum(SORTS).optional(),
  like: z.string().max(64).optional(),
  seat: Seat.optional(),
})
export type Asked = z.infer<typeof SearchQuery>

export const PageQuery = SearchQuery.extend({
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  facets: z.enum(['0', '1']).optional(),
})

export type Choices = Partial<Record<Facet, readonly string[]>>

/** The filters in use; an empty one is none. */
export function choicesOf(asked: Asked): Choices {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const values = asked[facet]
      return values && values.length > 0 ? [[facet, values]] : []
    }),
  )
}
