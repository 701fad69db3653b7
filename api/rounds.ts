import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertRound, listRounds, updateRound } from '../db/rounds.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { boardOf } from './rounds/board.ts'
import { closeRound } from './rounds/closing.ts'
import { requireFreeName, requireOrder, requireSameKind } from './rounds/given.ts'
import { procedureInForce } from './rounds/procedure.ts'
import { requireOpen, roundOf, roundShown, roundsShown } from './rounds/shown.ts'
import { Board, RoundClosing, RoundGiven, RoundShape, Rounds } from './shapes/rounds.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })

/** Rounds of nomination: a term change of the county, or the rolling choice of reserves. */
export const rounds = new Hono<Env>()
  .get(
    '/',
    describe('Rounds of the county, the latest first', { schema: Rounds }),
    may('rounds.read'),
    async (c) => {
      const rows = await listRounds(c.var.db, c.var.scope)
      return c.json({ rounds: await roundsShown(c, rows) })
    },
  )
  .post(
    '/',
    describe(
      'Opens a round with the procedure of the policy in force',
      { status: 201, schema: RoundShape },
      409,
      422,
    ),
    may('rounds.write'),
    valid('json', RoundGiven),
    async (c) => {
      const given = c.req.valid('json')
      requireOrder(given)
      const { clock, scope, session } = c.var
      const { procedure, policyVersion } = await procedureInForce(c)
      const id = newId()
      await changing(c, async (transaction, tell) => {
        await requireFreeName(transaction, scope, given.name, null)
        await insertRound(transaction, scope, {
          ...{ ...given, id, procedure, policyVersion, state: 'open' },
          ...{ createdAt: clock().toISOString(), createdBy: session.account.id },
          ...{ closedAt: null, closedBy: null },
        })
        tell({ action: 'round.opened', subjects: [id], detail: { kind: given.kind } })
      })
      return c.json(await roundShown(c, await roundOf(c, id)), 201)
    },
  )
  .get(
    '/:id',
    describe('A round; its revision as ETag', { schema: RoundShape }, 404),
    may('rounds.read'),
    valid('param', Id),
    async (c) => c.json(await roundShown(c, await roundOf(c, c.req.valid('param').id))),
  )
  .put(
    '/:id',
    describe(
      'Changes name, window and term of a round that is open',
      { schema: RoundShape },
      ...([404, 409, 412, 422, 428] as const),
    ),
    may('rounds.write'),
    valid('param', Id),
    valid('json', RoundGiven),
    async (c) => {
      const { id } = c.req.valid('param')
      const given = c.req.valid('json')
      const revision = revisionOf(c)
      const round = await roundOf(c, id)
      requireOpen(round)
      requireSameKind(round, given)
      requireOrder(given)
      await changing(c, async (transaction, tell) => {
        await requireFreeName(transaction, c.var.scope, given.name, id)
        const isDone = await updateRound(transaction, c.var.scope, { id, revision }, given)
        if (!isDone) throw changedMeanwhile()
        const fields = Object.keys(given).filter(
          (key) => given[key as keyof typeof given] !== round[key as keyof typeof given],
        )
        tell({ action: 'round.changed', subjects: [id], detail: { fields } })
      })
      return c.json(await roundShown(c, await roundOf(c, id)))
    },
  )
  .post(
    '/:id/closing',
    describe(
      'Closes a round; open nominees refuse it, or each of them is stopped',
      { schema: RoundShape },
      ...([404, 409, 412, 422] as const),
    ),
    may('rounds.write'),
    valid('param', Id),
    valid('json', RoundClosing),
    async (c) => {
      const { id } = c.req.valid('param')
      await closeRound(c, id, c.req.valid('json'))
      return c.json(await roundShown(c, await roundOf(c, id)))
    },
  )
  .get(
    '/:id/board',
    describe('Where the nominees of a round stand, per township and stage', { schema: Board }, 404),
    may('rounds.read'),
    valid('param', Id),
    async (c) => c.json(await boardOf(c, await roundOf(c, c.req.valid('param').id))),
  )
