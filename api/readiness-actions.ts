import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { countReadinessActions, pageOfReadinessActions } from '../db/readiness-actions.ts'
import { listVillages } from '../db/villages.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { accountsReaching } from './readiness-actions/assignees.ts'
import * as actions from './readiness-actions/changing.ts'
import { checkedOf } from './readiness-actions/checking.ts'
import { actionsShown } from './readiness-actions/shown.ts'
import { Done } from './shapes/account.ts'
import * as shapes from './shapes/readiness-work.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const DONE = { done: true as const }
const PAGE = 50
const REFUSALS = [403, 404, 409, 412, 422, 428] as const

/** What is to be done about indicators of villages: assigned, then done and logged. */
export const readinessActions = new Hono<Env>()
  .get(
    '/',
    describe('Actions in the reach of the account', { schema: shapes.ActionList }, 422),
    may('readiness.read'),
    valid('query', shapes.ActionsAsked),
    async (c) => c.json(await listed(c, c.req.valid('query'))),
  )
  .get(
    '/assignees',
    describe('Accounts that reach all of these villages', { schema: shapes.AssigneeList }, 422),
    may('readiness-actions.assign'),
    valid('query', shapes.AssigneesAsked),
    async (c) => {
      const accounts = await accountsReaching(c, c.req.valid('query').villages.split(','))
      const own = c.var.session.account.id
      return c.json({
        accounts: accounts.map(({ id, name, position, role }) => ({
          ...{ id, name, position, role, isSelf: id === own },
        })),
      })
    },
  )
  .post(
    '/',
    describe(
      'Assigns an action for each of the villages where the same is not open yet',
      { status: 201, schema: shapes.Assigned },
      ...([403, 409, 422] as const),
    ),
    may('readiness-actions.assign'),
    valid('json', shapes.ActionAssigned),
    async (c) => {
      const answer = await actions.assignActions(c, c.req.valid('json'))
      return c.json({ ids: answer.made.map(({ id }) => id), ...answer }, 201)
    },
  )
  .post(
    '/checking',
    describe('What assigning would do, without doing it', { schema: shapes.Checking }, 422),
    may('readiness-actions.assign'),
    valid('json', shapes.Checked),
    async (c) => c.json(await checkedOf(c, c.req.valid('json'))),
  )
  .post(
    '/logged',
    describe(
      'Logs for each of the villages what was done, without assigning it before',
      { status: 201, schema: shapes.Made },
      ...([403, 422] as const),
    ),
    may('readiness-actions.log'),
    valid('json', shapes.ActionLogged),
    async (c) => c.json({ ids: await actions.logActions(c, c.req.valid('json')) }, 201),
  )
  .post(
    '/closings',
    describe(
      'Logs the same result of several actions',
      { schema: shapes.Closed },
      ...([403, 404, 422] as const),
    ),
    may('readiness-actions.log'),
    valid('json', shapes.Closings),
    async (c) => c.json(await actions.closeActions(c, c.req.valid('json'))),
  )
  .post(
    '/droppings',
    describe(
      'Drops several with one reason, or none where one was logged or changed meanwhile',
      { schema: shapes.Dropped },
      ...([403, 404, 409, 422] as const),
    ),
    may('readiness-actions.assign'),
    valid('json', shapes.Droppings),
    async (c) => c.json({ done: await actions.dropActions(c, c.req.valid('json')) }),
  )
  .put(
    '/:id',
    describe('What, who and until when of one that is open', { schema: Done }, ...REFUSALS),
    may('readiness-actions.assign'),
    valid('param', Id),
    valid('json', shapes.ActionChanged),
    async (c) => {
      await actions.changeAction(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/closing',
    describe('Logs when it was done and what came of it', { schema: Done }, ...REFUSALS),
    may('readiness-actions.log'),
    valid('param', Id),
    valid('json', shapes.Closing),
    async (c) => {
      await actions.closeAction(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/dropping',
    describe('Drops it with a reason; no warning closes by that', { schema: Done }, ...REFUSALS),
    may('readiness-actions.assign'),
    valid('param', Id),
    valid('json', shapes.Dropping),
    async (c) => {
      await actions.dropAction(c, c.req.valid('param').id, c.req.valid('json').reason)
      return c.json(DONE)
    },
  )

async function listed(
  c: Context<Env>,
  { state, township, village, mine, page }: z.infer<typeof shapes.ActionsAsked>,
): Promise<z.infer<typeof shapes.ActionList>> {
  const { db, scope, session } = c.var
  const today = c.var.today()
  const villages = await listVillages(db, scope)
  const isNarrow = township !== undefined || village !== undefined
  const codes = villages
    .filter((one) => township === undefined || one.townshipCode === township)
    .filter((one) => village === undefined || one.code === village)
    .map(({ code }) => code)
  const place = { today, ...(isNarrow && { codes }) }
  const own = { assigneeId: session.account.id }
  const asked = { ...place, ...(mine === 'true' && own) }
  const slice = { limit: PAGE, offset: (page - 1) * PAGE }
  const rows = await pageOfReadinessActions(db, scope, { ...asked, state, ...slice })
  await record(c, { action: 'readiness-actions.read', detail: { state } })
  return {
    actions: await actionsShown(c, rows),
    counts: await countReadinessActions(db, scope, asked),
    mine: (await countReadinessActions(db, scope, { ...place, ...own })).open,
    ...{ page, pageSize: PAGE },
  }
}
