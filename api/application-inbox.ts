import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { acceptApplication, refuseApplication } from './applications/deciding.ts'
import { inboxOf } from './applications/inbox.ts'
import { applicationView, revealTyped } from './applications/viewing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Reason } from './reasons.ts'
import {
  Acceptance,
  Accepted,
  ApplicationRows,
  ApplicationsAsked,
  ApplicationView,
  Done,
  Refusing,
} from './shapes/applications.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Reveal = z.object({ field: z.enum(['id-number', 'phone']), reason: Reason })
const Revealed = z.object({ value: z.string() })

/** What people handed in on the public page, for the clerks who find out who they are. */
export const applicationInbox = new Hono<Env>()
  .get(
    '/',
    describe('Applications in the reach of the account', { schema: ApplicationRows }, 422),
    may('applications.read'),
    valid('query', ApplicationsAsked),
    async (c) => c.json(await inboxOf(c, c.req.valid('query'))),
  )
  .get(
    '/:id',
    describe(
      'One application, numbers masked, with who of the pool it may be',
      { schema: ApplicationView },
      404,
    ),
    may('applications.read'),
    valid('param', Id),
    async (c) => c.json(await applicationView(c, c.req.valid('param').id)),
  )
  .post(
    '/:id/reveals',
    describe(
      'One private value in the clear; the reason is written down',
      { schema: Revealed },
      404,
      409,
      422,
      429,
    ),
    may('private.reveal'),
    valid('param', Id),
    valid('json', Reveal),
    async (c) =>
      c.json({ value: await revealTyped(c, c.req.valid('param').id, c.req.valid('json')) }),
  )
  .post(
    '/:id/acceptance',
    describe(
      'Links or enters the person and nominates; done twice it is done once',
      { schema: Accepted },
      404,
      409,
      422,
    ),
    may('applications.decide'),
    valid('param', Id),
    valid('json', Acceptance),
    async (c) => c.json(await acceptApplication(c, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/:id/refusal',
    describe('Refuses, with the answer that the person reads', { schema: Done }, 404, 409, 422),
    may('applications.decide'),
    valid('param', Id),
    valid('json', Refusing),
    async (c) => {
      await refuseApplication(c, c.req.valid('param').id, c.req.valid('json').answer)
      return c.json({ done: true as const })
    },
  )
