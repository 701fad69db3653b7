import type { Context } from 'hono'
import type { z } from 'zod'
import { listBoardCells, listDaysOnTheWay } from '../../db/round-board.ts'
import type { Round } from '../../db/rounds.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import { placeNames } from '../people-by-id.ts'
import type { Board } from '../shapes/rounds.ts'
import { roundShown } from './shown.ts'

type Shown = z.infer<typeof Board>
type Row = Awaited<ReturnType<typeof listBoardCells>>[number]

/** Where the nominees of the scope stand: how many, since when, what is late and who looks after it. */
export async function boardOf(c: Context<Env>, round: Round): Promise<Shown> {
  const { db, scope } = c.var
  const today = c.var.today()
  const rows = await listBoardCells(db, scope, { roundId: round.id, today })
  const times = await listDaysOnTheWay(db, scope, round.id)
  const names = await placeNames(c)
  const order = (round.procedure as RoundProcedure).stages.map(({ id }) => id)
  const byTownship = [...Map.groupBy(rows, ({ townshipCode }) => townshipCode)]
  return {
    round: await roundShown(c, round),
    townships: byTownship
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, of]) => ({
        township: { code, name: names.get(code) ?? code },
        ...{ all: sumOf(of, 'count'), open: sumOf(of.filter(isOpen), 'count') },
        ...{ late: sumOf(of, 'late'), cells: cellsOf(of, order, today) },
      })),
    stages: cellsOf(rows, order, today),
    totals: totalsOf(rows),
    late: lateOf(rows, c.var.session.account.role),
    meanDays: meanOf(times),
  }
}

const isOpen = ({ state }: Row) => state === 'open'

function sumOf(rows: readonly Row[], of: 'count' | 'late'): number {
  return rows.reduce((sum, row) => sum + row[of], 0)
}

function cellsOf(rows: readonly Row[], order: string[], today: string): Shown['stages'] {
  const byStage = Map.groupBy(rows.filter(isOpen), ({ stage }) => stage)
  return [...byStage]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([stage, of]) => {
      const oldestSince = of.map(({ oldestSince: since }) => since).sort()[0]!
      const oldestDays = daysBetween(dayInChina(oldestSince), today)
      const counts = { count: sumOf(of, 'count'), late: sumOf(of, 'late'), waits: waitsOf(of) }
      return { stage, ...counts, oldestSince, oldestDays }
    })
}

/** Whom they wait for, the most first. */
function waitsOf(rows: readonly Row[]) {
  return [...Map.groupBy(rows, ({ waitsFor }) => waitsFor)]
    .map(([waitsFor, of]) => ({ waitsFor, count: sumOf(of, 'count') }))
    .sort((a, b) => b.count - a.count || (a.waitsFor < b.waitsFor ? -1 : 1))
}

function totalsOf(rows: readonly Row[]): Shown['totals'] {
  const inState = (is: Row['state']) =>
    sumOf(
      rows.filter(({ state }) => state === is),
      'count',
    )
  const withOutcome = (is: Row['outcome']) =>
    sumOf(
      rows.filter(({ outcome }) => outcome === is),
      'count',
    )
  return {
    ...{ all: sumOf(rows, 'count'), open: inState('open'), settled: inState('settled') },
    ...{ withdrawn: inState('withdrawn'), stopped: inState('stopped') },
    ...{ elected: withOutcome('elected'), appointed: withOutcome('appointed') },
    ...{ reserve: withOutcome('reserve'), notChosen: withOutcome('not-chosen') },
  }
}

/** What waits for a level is looked after by the one above it; a department by the county that asked. */
const ABOVE = { village: 'township', township: 'county', departments: 'county' } as const

function lateOf(rows: readonly Row[], role: string): Shown['late'] {
  const byLevel = Map.groupBy(
    rows.filter(({ late }) => late > 0),
    ({ waitsFor }) => waitsFor,
  )
  const by = [...byLevel]
    .map(([waitsFor, of]) => ({
      ...{ waitsFor, count: sumOf(of, 'late') },
      above: waitsFor in ABOVE ? ABOVE[waitsFor as keyof typeof ABOVE] : null,
    }))
    .sort((a, b) => (a.waitsFor < b.waitsFor ? -1 : 1))
  const below = by.filter(({ above }) => above === role).reduce((sum, { count }) => sum + count, 0)
  return { all: sumOf(rows, 'late'), by, below }
}

function meanOf(times: Awaited<ReturnType<typeof listDaysOnTheWay>>): number | null {
  const people = times.reduce((sum, { count }) => sum + count, 0)
  if (people === 0) return null
  const days = times.reduce((sum, { from, to, count }) => sum + daysBetween(from, to) * count, 0)
  return Math.round((days / people) * 10) / 10
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
}
