import type { Solver } from '../plan/state.ts'
import { conflictsOf } from './conflicts.ts'
import { kindsOf } from './kinds.ts'
import { type Aim, CLOSED, openPool, type Range } from './pool.ts'
import { remediesOf } from './remedies.ts'
import { best, type Found } from './search.ts'
import type { QuotaProblem, QuotaResult } from './types.ts'

export { quotaFaults } from './check.ts'
export type {
  Quota,
  QuotaChange,
  QuotaPerson,
  QuotaProblem,
  QuotaRemedy,
  QuotaResult,
} from './types.ts'

/**
 * Chooses people under quotas so that their weights add up to the most (the panel problem of citizens' assemblies:
 * Flanigan, Gölz, Gupta, Hennig & Procaccia, Nature 596, 2021). When that is impossible the answer says which quotas
 * clash and which smallest changes would mend it. Of people alike in all that counts the first given are taken.
 */
export function solveQuota(problem: QuotaProblem, solver: Solver): QuotaResult {
  const scale = scaleOf(problem)
  const pool = openPool(solver.highs, kindsOf(problem, true), problem.quotas.length + 1)
  try {
    const found = best(pool, aimOf(problem, scale), solver.secondsLeft)
    if (found.status === 'solved') return chosen(problem, found, scale)
    if (found.status === 'unknown') return { status: 'unknown', ...NOTHING }
  } finally {
    pool.model.dispose()
  }
  // First what mends it: all conflicts together may take any time.
  const remedies = remediesOf(problem, solver)
  return { status: 'impossible', ...NOTHING, remedies, ...conflictsOf(problem, solver) }
}

const NOTHING = {
  objective: null,
  bound: null,
  selected: [],
  conflicts: [],
  isEveryConflict: false,
  remedies: [],
} satisfies Omit<QuotaResult, 'status'>

/** No row may give way. */
function aimOf({ quotas, select, people }: QuotaProblem, scale: number): Aim {
  const rows: Range[] = [...quotas, { min: select, max: select }]
  return {
    rows,
    worth: ({ weight }) => weight * scale,
    price: rows.flatMap(() => [CLOSED, CLOSED]),
    isWhole: people.every(({ weight }) => Number.isInteger(weight * scale)),
  }
}

/** Brings weights to a size at which tolerances of 1e-6 are far below any difference that counts. */
function scaleOf({ people }: QuotaProblem): number {
  const most = people.reduce((max, { weight }) => Math.max(max, weight), 0)
  const areWhole = people.every(({ weight }) => Number.isInteger(weight))
  return most === 0 || (areWhole && most <= 1e6) ? 1 : 1000 / most
}

function chosen(
  { people }: QuotaProblem,
  { taken, worth, bound }: Extract<Found, { status: 'solved' }>,
  scale: number,
): QuotaResult {
  const indexes = taken.flatMap(({ kind, count }) => kind.people.slice(0, count))
  const selected = indexes.sort((a, b) => a - b).map((person) => people[person]!)
  const objective = selected.reduce((sum, { weight }) => sum + weight, 0)
  const isProven = bound - worth <= 1e-6
  return {
    status: 'solved',
    ...NOTHING,
    objective,
    bound: isProven ? objective : Math.max(objective, bound / scale),
    selected: selected.map(({ id }) => id),
    isEveryConflict: true,
  }
}
