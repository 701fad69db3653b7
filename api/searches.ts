import { type Context, Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  findSavedSearch,
  insertSavedSearch,
  type Keeper,
  listSavedSearches,
  putSearchLook,
  removeSavedSearch,
  type SavedSearch,
  updateSavedSearch,
} from '../db/saved-searches.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { turn } from './imports/batches.ts'
import { SearchQuery } from './pool/asked.ts'
import { countFresh } from './pool/find.ts'
import { Problem } from './problem.ts'
import { searchingOf } from './search.ts'
import { Done } from './shapes/account.ts'
import { Searches } from './shapes/hits.ts'
import { invalid, valid } from './validate.ts'

const Id = valid('param', z.object({ id: z.string().max(64) }))
const Saved = z.object({
  name: z.string().trim().min(1).max(60),
  query: z.string().max(4000),
  isShared: z.boolean(),
})
const DONE = { done: true as const }
/** Of an account: each is searched anew whenever the list is shown. */
const MOST_KEPT = 50

/** Searches that an account keeps, and those that its office shares. */
export const searches = new Hono<Env>()
  .get(
    '/',
    describe('Saved searches, with what is new since the last look', { schema: Searches }),
    may('searches.keep'),
    async (c) => {
      const { db, scope, session } = c.var
      const kept = await listSavedSearches(db, scope, keeperOf(c))
      const { id } = session.account
      const searches = []
      // One after the other: each is some milliseconds in memory, and others have their turn between.
      for (const it of kept) {
        searches.push({ ...shown(it, id), fresh: await freshOf(c, it) })
        await turn()
      }
      return c.json({ searches })
    },
  )
  .post(
    '/',
    describe(
      'Keeps a search',
      { status: 201, schema: z.object({ id: z.string() }) },
      400,
      409,
      422,
    ),
    may('searches.keep'),
    valid('json', Saved),
    async (c) => {
      const { scope, session, clock } = c.var
      const given = sound(c, c.req.valid('json'))
      const { id: accountId, townshipCode } = session.account
      const id = newId()
      const createdAt = clock().toISOString()
      await changing(c, async (transaction, tell) => {
        const kept = await listSavedSearches(transaction, scope, keeperOf(c))
        if (kept.filter((it) => it.accountId === accountId).length >= MOST_KEPT) throw tooMany()
        const search = { id, ...given, accountId, townshipCode, createdAt }
        await insertSavedSearch(transaction, scope, search)
        await putSearchLook(transaction, scope, { searchId: id, accountId, lookedAt: createdAt })
        tell({ action: 'search.saved', detail: { search: id, isShared: given.isShared === 1 } })
      })
      return c.json({ id }, 201)
    },
  )
  .put(
    '/:id',
    describe('Changes a search of the own account', { schema: Done }, 400, 404, 422),
    may('searches.keep'),
    Id,
    valid('json', Saved),
    async (c) => {
      const { id } = c.req.valid('param')
      const given = sound(c, c.req.valid('json'))
      const accountId = c.var.session.account.id
      await changing(c, async (transaction, tell) => {
        if (!(await updateSavedSearch(transaction, c.var.scope, { id, accountId }, given)))
          throw noSearch()
        tell({ action: 'search.changed', detail: { search: id, isShared: given.isShared === 1 } })
      })
      return c.json(DONE)
    },
  )
  .delete(
    '/:id',
    describe('Forgets a search of the own account', { schema: Done }, 404),
    may('searches.keep'),
    Id,
    async (c) => {
      const { id } = c.req.valid('param')
      const accountId = c.var.session.account.id
      await changing(c, async (transaction, tell) => {
        if (!(await removeSavedSearch(transaction, c.var.scope, { id, accountId })))
          throw noSearch()
        tell({ action: 'search.removed', detail: { search: id } })
      })
      return c.json(DONE)
    },
  )
  .post(
    '/:id/looks',
    describe('Everything that a search finds now is seen', { schema: Done }, 404),
    may('searches.keep'),
    Id,
    async (c) => {
      const { id } = c.req.valid('param')
      const { db, scope, session, clock } = c.var
      if (!(await findSavedSearch(db, scope, keeperOf(c), id))) throw noSearch()
      const look = { searchId: id, accountId: session.account.id, lookedAt: clock().toISOString() }
      await putSearchLook(db, scope, look)
      return c.json(DONE)
    },
  )

/** Accounts of villages have no office to share with. */
function keeperOf(c: Context<Env>): Keeper {
  const { id: accountId, role, townshipCode } = c.var.session.account
  return { accountId, office: role === 'village' ? null : { townshipCode } }
}

function shown({ id, name, query, isShared, accountId, lookedAt }: SavedSearch, account: string) {
  return { id, name, query, isShared: isShared === 1, isMine: accountId === account, lookedAt }
}

/** A search that cannot be asked any more, as one for a village that is gone, finds nobody new. */
async function freshOf(c: Context<Env>, { query, lookedAt }: SavedSearch): Promise<number> {
  const asked = searchOf(query)
  if (!asked) return 0
  try {
    return await countFresh(searchingOf(c, asked), asked, lookedAt)
  } catch (error) {
    if (error instanceof Problem) return 0
    throw error
  }
}

/** A query that can be asked again, shared only where there is somebody to share with. */
function sound(c: Context<Env>, { name, query, isShared }: z.infer<typeof Saved>) {
  if (!searchOf(query)) throw invalid([{ pointer: '#/query', detail: NOT_A_SEARCH }])
  if (isShared && keeperOf(c).office === null)
    throw invalid([{ pointer: '#/isShared', detail: NOBODY_TO_SHARE }])
  return { name, query, isShared: isShared ? (1 as const) : (0 as const) }
}

/** What the text of an address asks; undefined when it cannot be asked. */
export function searchOf(query: string) {
  return SearchQuery.safeParse(Object.fromEntries(new URLSearchParams(query))).data
}

const NOT_A_SEARCH = {
  zh: '检索条件无法读懂，请在人才库页面重新检索后再保存。',
  en: 'The conditions cannot be read. Search again on the page of the pool and save that.',
}

const NOBODY_TO_SHARE = {
  zh: '村级账号的常用检索只供本人使用，不能共享。',
  en: 'Searches of a village account are its own and cannot be shared.',
}

function tooMany(): Problem {
  return new Problem('conflict', {
    zh: `每个账号最多保存 ${MOST_KEPT} 项常用检索。请先删除不再使用的，再保存。`,
    en: `An account keeps ${MOST_KEPT} searches at most: remove some that you no longer use.`,
  })
}

function noSearch(): Problem {
  return new Problem('not-found', {
    zh: '没有这项常用检索，可能已被删除，或不是本账号保存的。',
    en: 'There is no such search: it was removed, or another account keeps it.',
  })
}
