import type { Context } from 'hono'
import { listBoardCells } from '../../db/round-board.ts'
import { listRounds, type Round } from '../../db/rounds.ts'
import { daysBetween } from '../../matching/day.ts'
import type { Env } from '../context.ts'
import { overridesOf, type RoundProcedure } from '../nominees/loading.ts'
import type { ScheduleView } from '../shapes/overview.ts'
import { workdaysAfter } from '../workflow/calendar.ts'

/** The open round of the term change: its days, and how far its nominees of the scope are. */
export async function scheduleOf(c: Context<Env>): Promise<ScheduleView | null> {
  const { db, scope, countyCode } = c.var
  const round = (await listRounds(db, { countyCode })).find(isOfTerm)
  if (!round) return null
  const today = c.var.today()
  const cells = await listBoardCells(db, scope, { roundId: round.id, today })
  const onTheWay = cells.filter(({ state }) => state === 'open' || state === 'settled')
  const { id, name, opensOn, closesOn, termStartsOn } = round
  return {
    ...{ round: { id, name }, opensOn, closesOn, termStartsOn },
    daysToTerm: termStartsOn === null ? null : daysBetween(today, termStartsOn),
    nominees: sumOf(onTheWay, 'count'),
    stages: stagesOf(round, onTheWay, await overridesOf(db, countyCode)),
  }
}

const isOfTerm = ({ kind, state }: Round) => kind === 'term-change' && state === 'open'

type Cell = Awaited<ReturnType<typeof listBoardCells>>[number]

/** A stage is to be done so many working days after the one before it; the first begins when nominations end. */
function stagesOf(
  { procedure, closesOn }: Round,
  cells: readonly Cell[],
  overrides: Map<string, boolean>,
): ScheduleView['stages'] {
  const { stages } = procedure as RoundProcedure
  const places = new Map(stages.map(({ id }, at) => [id, at]))
  let until = closesOn
  return stages.map(({ id, words, days }, at) => {
    until = workdaysAfter(until, days, overrides)
    const isThere = ({ state, stage }: Cell) => state === 'open' && stage === id
    const isPast = ({ state, stage }: Cell) => state === 'settled' || (places.get(stage) ?? 0) > at
    const there = cells.filter(isThere)
    const past = sumOf(cells.filter(isPast), 'count')
    return { id, words, until, past, there: sumOf(there, 'count'), late: sumOf(there, 'late') }
  })
}

function sumOf(cells: readonly Cell[], of: 'count' | 'late'): number {
  return cells.reduce((sum, cell) => sum + cell[of], 0)
}
