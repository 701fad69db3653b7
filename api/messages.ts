import { Hono } from 'hono'
import { z } from 'zod'
import { readMessages } from '../db/messages.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { messagesOf } from './messages/shown.ts'
import { MessagesAnswer } from './shapes/to-do.ts'
import { valid } from './validate.ts'

const Read = z.union([
  z.object({ ids: z.array(z.string().max(64)).min(1).max(200) }),
  z.object({ all: z.literal(true) }),
])

/** What the account was told inside the program. */
export const messages = new Hono<Env>()
  .get(
    '/',
    describe('The latest 100 messages to the account', { schema: MessagesAnswer }),
    may('self'),
    async (c) => {
      const { answer, subjects } = await messagesOf(c)
      if (subjects.length > 0) await record(c, { action: 'messages.read', subjects })
      return c.json(answer)
    },
  )
  .post(
    '/reading',
    describe('Marks own messages as read', { schema: z.object({ read: z.int() }) }, 422),
    may('self'),
    valid('json', Read),
    async (c) => {
      const { db, scope, session, clock } = c.var
      const asked = c.req.valid('json')
      const read = await readMessages(db, scope, {
        ...{ accountId: session.account.id, at: clock().toISOString() },
        ...('ids' in asked && { ids: asked.ids }),
      })
      return c.json({ read })
    },
  )
