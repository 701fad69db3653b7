import { Hono } from 'hono'
import { z } from 'zod'
import { insertMembers, listMembersAmong, removeMember, updateMember } from '../db/lists.ts'
import { listHomes } from '../db/talents.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { listOf } from './lists.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { Put } from './shapes/portrait.ts'
import { Talents } from './tags.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Member = Id.extend({ talent: z.string().max(64) })
const Note = z.string().trim().max(200).default('')

/** Who is on a named list, and why. */
export const listMembers = new Hono<Env>()
  .post(
    '/:id/members',
    describe('Puts people on a list', { schema: Put }, 404, 422),
    may('lists.keep'),
    valid('param', Id),
    valid('json', z.object({ talents: Talents, note: Note })),
    async (c) => {
      const { id } = c.req.valid('param')
      const { talents, note } = c.req.valid('json')
      const ids = [...new Set(talents)]
      await listOf(c, id)
      const { clock, scope, session } = c.var
      const added = await changing(c, async (transaction, tell) => {
        const homes = await listHomes(transaction, scope, ids)
        if (homes.length < ids.length) throw invalid([{ pointer: '#/talents', detail: NOBODY }])
        const there = await listMembersAmong(transaction, scope, id, ids)
        const fresh = ids.filter((one) => !there.has(one))
        const by = { addedAt: clock().toISOString(), addedBy: session.account.id }
        await insertMembers(transaction, scope, id, fresh, { note, ...by })
        tell({ action: 'list.people-added', subjects: fresh, detail: { list: id } })
        return fresh.length
      })
      return c.json({ added, already: ids.length - added })
    },
  )
  .put(
    '/:id/members/:talent',
    describe('Changes the note on somebody of a list', { schema: Done }, 404, 422),
    may('lists.keep'),
    valid('param', Member),
    valid('json', z.object({ note: Note })),
    async (c) => {
      const { id: listId, talent: talentId } = c.req.valid('param')
      const { note } = c.req.valid('json')
      await listOf(c, listId)
      await changing(c, async (transaction, tell) => {
        const { scope } = c.var
        if (!(await updateMember(transaction, scope, { listId, talentId }, note))) throw notOnList()
        tell({ action: 'list.note-changed', subjects: [talentId], detail: { list: listId } })
      })
      return c.json({ done: true as const })
    },
  )
  .delete(
    '/:id/members/:talent',
    describe('Takes somebody off a list', { schema: Done }, 404),
    may('lists.keep'),
    valid('param', Member),
    async (c) => {
      const { id: listId, talent: talentId } = c.req.valid('param')
      await listOf(c, listId)
      await changing(c, async (transaction, tell) => {
        if (!(await removeMember(transaction, c.var.scope, { listId, talentId }))) throw notOnList()
        tell({ action: 'list.people-removed', subjects: [talentId], detail: { list: listId } })
      })
      return c.json({ done: true as const })
    },
  )

function notOnList(): Problem {
  return new Problem('not-found', {
    zh: '此人不在这份名单上。请刷新后再操作。',
    en: 'The person is not on this list. Read it again.',
  })
}

const NOBODY = {
  zh: '其中有人不在库中或不在本账号的范围。请刷新名单后重新选择。',
  en: 'Some of them are not in the pool, or out of your reach: choose again.',
}
