import type { Context } from 'hono'
import type { z } from 'zod'
import { countOpenActions, listBoardVillages, listUrgentActions } from '../../db/overview.ts'
import { findTownship } from '../../db/townships.ts'
import type { IndicatorResult, ListStanding } from '../../matching/readiness/index.ts'
import type { Env } from '../context.ts'
import { lateDays } from '../nominees/shown.ts'
import { policyInForce } from '../people-by-id.ts'
import type { TownshipBoard } from '../shapes/overview.ts'
import { noTownship } from '../townships.ts'
import { byReadiness, countedLast, figuresOf } from './figures.ts'

/** Actions that are named above the table. */
const URGENT = 3
/** What stops an election first. */
const SEVERITY = ['red', 'yellow', 'unknown', 'green', 'not-applicable']

/** The villages of a township by what each of them lacks, the least ready first. */
export async function boardOf(
  c: Context<Env>,
  code: string,
): Promise<z.infer<typeof TownshipBoard>> {
  const { db, scope } = c.var
  const today = c.var.today()
  const township = await findTownship(db, scope, code)
  if (!township) throw noTownship(code)
  const { readiness } = await policyInForce(c)
  const reservesAsked = readiness.depth.reserves
  const rows = (await listBoardVillages(db, scope, code)).sort(byReadiness)
  const counts = await countOpenActions(db, scope, today)
  const actions = counts.find(({ townshipCode }) => townshipCode === code) ?? { open: 0, late: 0 }
  const urgent = await listUrgentActions(db, scope, { townshipCode: code, first: URGENT })
  return {
    ...{ township: { code, name: township.name }, today, countedAt: countedLast(rows) },
    ...{ reservesAsked, total: figuresOf(rows, { reservesAsked, actions }) },
    villages: rows.map(({ countedAt: _, townshipCode, listStanding, ...row }) => {
      const indicators = row.indicators as IndicatorResult[] | null
      return {
        ...{ ...row, indicators, township: townshipCode },
        listWords: (listStanding as ListStanding | null)?.words ?? null,
        next: nextOf(indicators ?? []),
      }
    }),
    urgent: urgent.map(({ assigneeName, dueOn, code: at, name, ...action }) => ({
      ...{ ...action, village: { code: at, name }, assignee: assigneeName, dueOn: dueOn ?? today },
      lateDays: lateDays(dueOn, today),
    })),
  }
}

function nextOf(indicators: readonly IndicatorResult[]) {
  const weight = ({ state }: IndicatorResult) => SEVERITY.indexOf(state)
  const [first] = indicators
    .filter(({ next }) => next !== null)
    .sort((a, b) => weight(a) - weight(b))
  return first?.next ? { indicator: first.id, words: first.next } : null
}
