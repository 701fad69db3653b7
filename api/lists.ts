import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import type { Db } from '../db/connect.ts'
import {
  countListMembers,
  findList,
  insertList,
  listLists,
  listMembersOf,
  removeList,
  updateList,
} from '../db/lists.ts'
import type { Scope } from '../db/scope.ts'
import { may } from './access.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { peopleById, placeNames } from './people-by-id.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { ListAnswer, Lists } from './shapes/portrait.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Named = z.object({
  name: z.string().trim().min(1).max(40),
  note: z.string().trim().max(500).default(''),
})
const Page = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

/** Named lists of people, of the county's office or of one township's. */
export const lists = new Hono<Env>()
  .get(
    '/',
    describe('Lists that the account keeps', { schema: Lists }),
    may('lists.keep'),
    async (c) => {
      const rows = await listLists(c.var.db, c.var.scope)
      return c.json({ lists: await shownOf(c, rows) })
    },
  )
  .post(
    '/',
    describe('Makes a list', { status: 201, schema: z.object({ id: z.string() }) }, 409, 422),
    may('lists.keep'),
    valid('json', Named),
    async (c) => {
      const id = newId()
      const { clock, scope, session } = c.var
      const list = { id, ...c.req.valid('json'), townshipCode: scope.townshipCode ?? null }
      await changing(c, async (transaction, tell) => {
        await requireFree(transaction, scope, list.name, null)
        const by = { createdAt: clock().toISOString(), createdBy: session.account.id }
        await insertList(transaction, scope, { ...list, ...by })
        tell({ action: 'list.made', detail: { list: id } })
      })
      return c.json({ id }, 201)
    },
  )
  .get(
    '/:id',
    describe('A list and a page of its people', { schema: ListAnswer }, 404, 422),
    may('lists.keep'),
    valid('param', Id),
    valid('query', Page),
    async (c) => {
      const { db, scope } = c.var
      const { id } = c.req.valid('param')
      const row = await listOf(c, id)
      const { members, next } = await listMembersOf(db, scope, id, c.req.valid('query'))
      const ids = members.map(({ talentId }) => talentId)
      const shown = await peopleById(c, ids)
      await record(c, { action: 'list.read', subjects: ids, detail: { list: id } })
      c.header('etag', `"${row.revision}"`)
      const people = members.flatMap(({ talentId, note, addedAt }) => {
        const person = shown.get(talentId)?.person
        return person ? [{ person, note, addedAt }] : []
      })
      const [list] = await shownOf(c, [row])
      return c.json({ ...list!, people, next })
    },
  )
  .put(
    '/:id',
    describe('Renames a list', { schema: Done }, 404, 409, 412, 422, 428),
    may('lists.keep'),
    valid('param', Id),
    valid('json', Named),
    async (c) => {
      const { id } = c.req.valid('param')
      const named = c.req.valid('json')
      const revision = revisionOf(c)
      await listOf(c, id)
      await changing(c, async (transaction, tell) => {
        await requireFree(transaction, c.var.scope, named.name, id)
        if (!(await updateList(transaction, c.var.scope, id, named, revision)))
          throw changedMeanwhile()
        tell({ action: 'list.changed', detail: { list: id } })
      })
      return c.json({ done: true as const })
    },
  )
  .delete(
    '/:id',
    describe('Takes a list away; its people stay in the pool', { schema: Done }, 404),
    may('lists.keep'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      await listOf(c, id)
      await changing(c, async (transaction, tell) => {
        await removeList(transaction, c.var.scope, id)
        tell({ action: 'list.removed', detail: { list: id } })
      })
      return c.json({ done: true as const })
    },
  )

type Row = Awaited<ReturnType<typeof listLists>>[number]

/** A list that the account keeps, or a 404; the attempt is written down. */
export async function listOf(c: Context<Env>, id: string): Promise<Row> {
  const row = await findList(c.var.db, c.var.scope, id)
  if (row) return row
  await recordMiss(c, 'list.missed', id)
  throw new Problem('not-found', {
    zh: '没有这份名单，可能已被删除。请从名单列表中选择。',
    en: 'There is no such list; it may be gone. Choose one from the lists.',
  })
}

async function shownOf(c: Context<Env>, rows: Row[]) {
  const { db, scope, countyCode } = c.var
  const counts = await countListMembers(db, scope)
  const places = await placeNames(c)
  const accounts = await listAccounts(db, { countyCode })
  const holders = new Map(accounts.map((account) => [account.id, account.name]))
  return rows.map(({ id, name, note, townshipCode: code, createdAt, createdBy, revision }) => {
    const { all = 0, seen = 0 } = counts.get(id) ?? {}
    return {
      ...{ id, name, note, createdAt, revision },
      township: code === null ? null : { code, name: places.get(code) ?? code },
      createdBy: holders.get(createdBy) ?? null,
      ...{ members: seen, elsewhere: all - seen },
    }
  })
}

/** Two lists of one office with one name would be taken for each other. */
async function requireFree(db: Db, scope: Scope, name: string, own: string | null): Promise<void> {
  const code = scope.townshipCode ?? null
  const same = (await listLists(db, scope)).filter((it) => it.townshipCode === code)
  if (!same.some((it) => it.name === name && it.id !== own)) return
  throw new Problem('conflict', {
    zh: `已有名为“${name}”的名单，请换一个名称。`,
    en: `There is a list called “${name}” already: choose another name.`,
  })
}
