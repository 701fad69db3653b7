import type { Context } from 'hono'
import type { z } from 'zod'
import { findCounty } from '../../db/counties.ts'
import { countOpenActions, listOutlooks, listVillageMarks } from '../../db/overview.ts'
import { listTownships } from '../../db/townships.ts'
import type { Env } from '../context.ts'
import { pulseOf } from '../cultivation-overview/pulse.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import type { Overview } from '../shapes/overview.ts'
import { byReadiness, countedLast, figuresOf, type MarkRow, markShown } from './figures.ts'
import { gapsOf } from './gaps.ts'
import { scheduleOf } from './schedule.ts'
import { structureSaid } from './structure.ts'

type View = z.infer<typeof Overview>
/** Villages that are named at the top. */
const WORST = 3

/** Everything of the first screen, from what was worked out before: nobody waits until a county is loaded. */
export async function overviewOf(c: Context<Env>): Promise<View> {
  const { db, scope } = c.var
  const today = c.var.today()
  const { readiness, referenceOn } = await policyInForce(c)
  const reservesAsked = readiness.depth.reserves
  const rows = (await listVillageMarks(db, scope)).sort(byReadiness)
  const villages = rows.map(({ code }) => code)
  const names = await placeNames(c)
  return {
    ...{ place: await placeOf(c, names), today, countedAt: countedLast(rows), reservesAsked },
    ...(await linesOf(c, rows, reservesAsked)),
    villages: rows.map(markShown),
    worst: rows
      .filter(isNotReady)
      .slice(0, WORST)
      .map(({ code }) => code),
    gaps: gapsOf(await listOutlooks(db, scope), names),
    structure: await structureSaid({ db, scope, referenceOn, villages }),
    schedule: await scheduleOf(c),
    pulse: await pulseOf(c),
  }
}

const isNotReady = ({ colour }: MarkRow) => colour === 'red' || colour === 'yellow'

async function placeOf(c: Context<Env>, names: ReadonlyMap<string, string>) {
  const { db, scope, countyCode } = c.var
  const { townshipCode } = scope
  if (townshipCode !== undefined)
    return { code: townshipCode, name: names.get(townshipCode) ?? townshipCode }
  return { code: countyCode, name: (await findCounty(db, scope))?.name ?? countyCode }
}

/** A line for each township, one without villages too, and the sum of them. */
async function linesOf(c: Context<Env>, rows: readonly MarkRow[], reservesAsked: number) {
  const { db, scope } = c.var
  const counts = await countOpenActions(db, scope, c.var.today())
  const actionsOf = new Map(counts.map(({ townshipCode, ...one }) => [townshipCode, one]))
  const none = { open: 0, late: 0 }
  const all = counts.reduce(
    (sum, { open, late }) => ({ open: sum.open + open, late: sum.late + late }),
    none,
  )
  const by = Map.groupBy(rows, ({ townshipCode }) => townshipCode)
  const known = await listTownships(db, scope)
  return {
    total: figuresOf(rows, { reservesAsked, actions: all }),
    townships: known.map(({ code, name }) => ({
      township: { code, name },
      ...figuresOf(by.get(code) ?? [], { reservesAsked, actions: actionsOf.get(code) ?? none }),
    })),
  }
}
