import type { Solver } from '../plan/state.ts'
import { kindsOf } from './kinds.ts'
import { type Clause, largestOpen } from './map.ts'
import { CLOSED, openPool, type Pool } from './pool.ts'
import { best } from './search.ts'
import type { QuotaProblem, QuotaResult } from './types.ts'

/** One side of one quota; the row is its place among the quotas. */
type Demand = { row: number; bound: 'min' | 'max'; words: string }

/** Sets told and sets tried at most; more would help nobody. */
const MOST = 50
const MOST_TRIED = 300
/** Seconds for the search, at most: an answer that is late is none. */
const SECONDS = 10

/**
 * All smallest sets of quotas that cannot hold together, given the people and how many to choose: MARCO (Liffiton,
 * Previti, Malik & Marques-Silva, Constraints 21, 2016). A largest set not yet decided is tried. When it holds, so do
 * all its parts; when not, it is thinned until every part of it holds, and all sets around what is left are decided.
 */
export function conflictsOf(
  problem: QuotaProblem,
  { highs, secondsLeft }: Solver,
): Pick<QuotaResult, 'conflicts' | 'isEveryConflict'> {
  const { select, people, quotas } = problem
  if (people.length < select) return { conflicts: [[`select ${select}`]], isEveryConflict: true }
  const demands = demandsOf(problem)
  const pool = openPool(highs, kindsOf(problem, false), quotas.length + 1)
  const until = Math.max(0, secondsLeft() - SECONDS)
  const timeLeft = () => secondsLeft() - until
  const holds = (set: readonly number[]) =>
    canHold(pool, problem, new Set(set.map((at) => demands[at]!)), timeLeft)
  const found: number[][] = []
  const decided: Clause[] = []
  const told = (isEveryConflict: boolean) => ({ conflicts: named(found, demands), isEveryConflict })
  try {
    for (let tried = 0; tried < MOST_TRIED && found.length < MOST && timeLeft() > 0; tried++) {
      const set = largestOpen(highs, demands.length, decided)
      if (set === null) return told(true)
      if (holds(set)) decided.push({ someOf: without(demands.length, set) })
      else {
        const smallest = thinned(set, holds)
        if (timeLeft() <= 0) break
        found.push(smallest)
        decided.push({ notAllOf: smallest })
      }
    }
    return told(false)
  } finally {
    pool.model.dispose()
  }
}

/** The sides that bind at all: a minimum above none, a maximum below everybody. */
function demandsOf({ quotas, select, features, people }: QuotaProblem): Demand[] {
  return quotas.flatMap(({ feature, value, min, max }, row) => {
    const at = features.indexOf(feature)
    const holders = people.filter(({ values }) => values[at] === value).length
    const name = `${feature}=${value}`
    return [
      ...(min > 0 ? [{ row, bound: 'min' as const, words: `${name} min ${min}` }] : []),
      ...(max < Math.min(holders, select)
        ? [{ row, bound: 'max' as const, words: `${name} max ${max}` }]
        : []),
    ]
  })
}

/** Whether some choice of the right size keeps these demands; when time is out it may, for all that is known. */
function canHold(
  pool: Pool,
  { quotas, select }: QuotaProblem,
  kept: ReadonlySet<Demand>,
  timeLeft: () => number,
): boolean {
  const rows = quotas.map(() => ({ min: 0, max: Infinity }))
  for (const { row, bound } of kept) rows[row]![bound] = quotas[row]![bound]
  rows.push({ min: select, max: select })
  const price = rows.flatMap(() => [CLOSED, CLOSED])
  return (
    best(pool, { rows, worth: () => 0, price, isWhole: true }, timeLeft).status !== 'impossible'
  )
}

/** Drops one after the other while the rest still clashes; what is left clashes and every part of it holds. */
function thinned(set: readonly number[], holds: (set: readonly number[]) => boolean): number[] {
  return set.reduce<number[]>(
    (left, at) => {
      const rest = left.filter((one) => one !== at)
      return holds(rest) ? left : rest
    },
    [...set],
  )
}

function without(count: number, set: readonly number[]): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => !set.includes(at))
}

function named(found: readonly number[][], demands: readonly Demand[]): string[][] {
  return found
    .toSorted((a, b) => a.length - b.length || a[0]! - b[0]!)
    .map((set) => set.map((at) => demands[at]!.words))
}
