import type { Context } from 'hono'
import { Hono } from 'hono'
import type { z } from 'zod'
import { findCounty } from '../db/counties.ts'
import { listRounds } from '../db/rounds.ts'
import { listTownships } from '../db/townships.ts'
import { listVillages } from '../db/villages.ts'
import { may } from './access.ts'
import { applicationOfReceipt } from './applications/receipts.ts'
import { receiveApplication } from './applications/receiving.ts'
import { standingOf } from './applications/standing.ts'
import { withdrawApplication } from './applications/withdrawing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { noticeOf } from './notices.ts'
import { Applied, OpenRounds, Receipt, ReceiptAsked, Standing } from './shapes/applications.ts'
import { valid } from './validate.ts'

/** The public page: somebody proposes themselves, without an account. Receipts are in bodies, since addresses are logged. */
export const applications = new Hono<Env>()
  .get(
    '/open',
    describe('Rounds in which people may put themselves forward today', { schema: OpenRounds }),
    may('public'),
    async (c) => c.json(await openRounds(c)),
  )
  .post(
    '/',
    describe(
      'Proposes oneself; answers a receipt, whoever it is',
      { status: 201, schema: Receipt },
      409,
      412,
      422,
      429,
    ),
    may('public'),
    valid('json', Applied),
    async (c) => c.json({ receipt: await receiveApplication(c, c.req.valid('json')) }, 201),
  )
  .post(
    '/look-up',
    describe('Where an application stands', { schema: Standing }, 404, 422, 429),
    may('public'),
    valid('json', ReceiptAsked),
    async (c) => {
      // No look at a person, whose name and words are not in it: nothing is written down.
      const row = await applicationOfReceipt(c, c.req.valid('json').receipt)
      return c.json(await standingOf(c, row))
    },
  )
  .post(
    '/withdrawal',
    describe('Takes the own application back', { schema: Standing }, 404, 409, 422, 429),
    may('public'),
    valid('json', ReceiptAsked),
    async (c) => {
      const { receipt } = c.req.valid('json')
      await withdrawApplication(c, await applicationOfReceipt(c, receipt))
      return c.json(await standingOf(c, await applicationOfReceipt(c, receipt)))
    },
  )

async function openRounds(c: Context<Env>): Promise<z.infer<typeof OpenRounds>> {
  const { db, countyCode } = c.var
  const all = { countyCode }
  const today = c.var.today()
  const county = await findCounty(db, all)
  const open = (await listRounds(db, all)).filter(
    ({ state, opensOn, closesOn }) => state === 'open' && opensOn <= today && today <= closesOn,
  )
  return {
    county: { code: countyCode, name: county?.name ?? countyCode },
    rounds: open.map(({ id, name, kind, opensOn, closesOn }) => ({
      ...{ id, name, kind, opensOn, closesOn },
    })),
    townships: open.length > 0 ? await placesOf(c) : [],
    notice: await noticeOf(c),
  }
}

async function placesOf(c: Context<Env>) {
  const { db, countyCode } = c.var
  const villages = await listVillages(db, { countyCode })
  const byTownship = Map.groupBy(villages, ({ townshipCode }) => townshipCode)
  const townships = await listTownships(db, { countyCode })
  return townships.map(({ code, name }) => ({
    ...{ code, name },
    villages: (byTownship.get(code) ?? []).map((village) => ({
      ...{ code: village.code, name: village.name },
    })),
  }))
}
