import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { turningOfPlan, turningOfSlate } from './nominations/asking.ts'
import { nominationDrafts } from './nominations/drafts.ts'
import { latestOf } from './nominations/latest.ts'
import { nominateOnce } from './nominations/storing.ts'
import { type Turning, turnSlates } from './nominations/turning.ts'
import { warningsOf } from './nominations/warnings.ts'
import { withdrawOne } from './nominations/withdrawing.ts'
import {
  FromPlanRequest,
  FromSlateRequest,
  LatestNominations,
  NominationAnswer,
  NominationRequest,
  TurningAnswer,
  WithdrawalAnswer,
  WithdrawalRequest,
} from './shapes/nominations.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })

/** Papers by which people are proposed: one by one, or the slates of a plan at once. */
export const nominations = new Hono<Env>()
  .route('/drafts', nominationDrafts)
  .get(
    '/latest',
    describe('The last ten that the account handed in', { schema: LatestNominations }),
    may('nominate'),
    async (c) => c.json(await latestOf(c)),
  )
  .post(
    '/',
    describe(
      'Proposes somebody in a round; sent twice with one id, it is stored once',
      { status: 201, schema: NominationAnswer },
      409,
      422,
    ),
    may('nominate'),
    valid('json', NominationRequest),
    async (c) => {
      const stored = await nominateOnce(c, c.req.valid('json'))
      const { id: nomination, nomineeId: nominee } = stored
      return c.json({ nomination, nominee, warnings: await warningsOf(c, stored) }, 201)
    },
  )
  .post(
    '/from-plan',
    describe(
      'Nominates the slates of a plan with further candidates for each seat',
      { schema: TurningAnswer },
      404,
      409,
      422,
    ),
    may('nominate'),
    valid('json', FromPlanRequest),
    async (c) => c.json(await turned(c, await turningOfPlan(c, c.req.valid('json')))),
  )
  .post(
    '/from-slate',
    describe(
      'Nominates the slate of one village with further candidates for each seat',
      { schema: TurningAnswer },
      409,
      422,
    ),
    may('nominate'),
    valid('json', FromSlateRequest),
    async (c) => c.json(await turned(c, await turningOfSlate(c, c.req.valid('json')))),
  )
  .post(
    '/:id/withdrawal',
    describe(
      'Takes a nomination back; with the last one the person is out of the round',
      { schema: WithdrawalAnswer },
      403,
      404,
      409,
      412,
      422,
    ),
    may('nominate'),
    valid('param', Id),
    valid('json', WithdrawalRequest),
    async (c) => c.json(await withdrawOne(c, c.req.valid('param').id, c.req.valid('json').reason)),
  )

async function turned(c: Context<Env>, turning: Turning) {
  const answer = await turnSlates(c, turning)
  const named = [...answer.nominated, ...answer.skipped].map(({ talent }) => talent)
  const detail = { round: turning.round.id, plan: turning.planId }
  if (turning.isPreview)
    await record(c, { action: 'slate.nomination-read', subjects: named, detail })
  return answer
}
