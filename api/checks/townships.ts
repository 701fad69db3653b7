import type { Context } from 'hono'
import { listAppraised } from '../../db/check-board.ts'
import { listCultivated } from '../../db/in-cultivation.ts'
import type { Env } from '../context.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import { dueOfQuarter, quarterToCheck, requireQuarter } from './period.ts'

/** How many people each township has to check, has checked, and is late with. */
export async function townshipsOf(c: Context<Env>, asked: string | undefined) {
  const { db, scope } = c.var
  const today = c.var.today()
  const { checkDays } = (await policyInForce(c)).cultivation
  const quarter = asked ?? quarterToCheck(today, checkDays)
  requireQuarter(c, quarter, '?quarter')
  const dueOn = dueOfQuarter(quarter, checkDays)
  const signed = await listAppraised(db, scope, { kind: 'quarter', period: quarter })
  const names = await placeNames(c)
  const people = await listCultivated(db, scope)
  const byTownship = Map.groupBy(people, ({ homeTownshipCode }) => homeTownshipCode)
  const townships = [...byTownship].sort().map(([code, list]) => {
    const done = list.filter(({ id }) => signed.has(id)).length
    return {
      ...{ township: { code, name: names.get(code) ?? code }, all: list.length, signed: done },
      late: today > dueOn ? list.length - done : 0,
    }
  })
  return { quarter, dueOn, townships }
}
