import { type Context, Hono } from 'hono'
import { may, mayRole } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { type Asked, choicesOf, PageQuery } from './pool/asked.ts'
import { findPage } from './pool/find.ts'
import type { Searching } from './pool/select.ts'
import { Problem } from './problem.ts'
import { Hits } from './shapes/hits.ts'
import { valid } from './validate.ts'

/** Who is in the pool: one box, filters with counts, people like one, people for a seat. */
export const search = new Hono<Env>().get(
  '/',
  describe(
    'People of the pool who are asked for, and why each is found',
    { schema: Hits },
    403,
    422,
    429,
  ),
  may('talents.search'),
  valid('query', PageQuery),
  async (c) => {
    const { after, limit, facets, ...asked } = c.req.valid('query')
    await c.var.limits.requireCalmSearch(c.var.session.account.id)
    const hasFacets = facets === '1'
    const found = await findPage(searchingOf(c, asked), asked, { after, limit, hasFacets })
    const subjects = found.people.map(({ id }) => id)
    await record(c, { action: 'talents.searched', subjects, detail: filtersOf(asked) })
    return c.json(found)
  },
)

/** Who asks, for a search of theirs; people for a seat are a ranking, which not every role may read. */
export function searchingOf(c: Context<Env>, { seat }: Asked): Searching {
  const { db, scope, today, county, session } = c.var
  if (seat && !mayRole(session.account.role, 'ranking.read')) throw noRanking()
  return { db, scope, today: today(), county }
}

/**
 * Which filters were used. Words of the box and tags are texts, which may name somebody; so may whatever is typed into an
 * address, so that only what has the form of a value of ours is kept.
 */
export function filtersOf({ q, sort, like, seat, ...asked }: Asked) {
  const { tag, ...choices } = choicesOf(asked)
  const kept = Object.entries(choices).map(([facet, values]) => [facet, values.filter(isValue)])
  return {
    hasText: q !== undefined && q.trim() !== '',
    ...Object.fromEntries(kept),
    ...(tag && { tags: tag.length }),
    ...(like !== undefined && { like }),
    ...(seat && { village: seat.village, post: seat.post }),
    ...(sort !== undefined && { sort }),
  }
}

/** Codes of townships and villages, bands, words and ids: no number of a person, nothing in Chinese. */
const VALUE = /^(\d{9}|\d{12}|\d\d-\d\d|[a-z][a-z-]{0,39}\d{0,2}|[\da-f]{8}-[\da-f-]{27})$/
const isValue = (text: string) => VALUE.test(text)

function noRanking(): Problem {
  return new Problem('not-permitted', {
    zh: '您的账号不能按岗位查看人选排序。请联系乡镇或县级组织部门。',
    en: 'Your account may not see people ranked for a seat. Ask the township or the county office.',
  })
}
