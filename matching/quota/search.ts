import type { Kind } from './kinds.ts'
import { type Aim, addKinds, modelOf, type Pool, setAim } from './pool.ts'
import { type Relaxed, relax } from './relax.ts'

export type Found =
  | { status: 'impossible' | 'unknown' }
  | {
      status: 'solved'
      worth: number
      bound: number
      /** How many of which kind. */
      taken: { kind: Kind; count: number }[]
      /** Seats that each way gives. */
      ways: number[]
    }

/** Kinds of the first whole-number search, and how fast they grow while those left out could still be better. */
const FIRST = 300
const WIDENING = 4
/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2

/** The best choice of whole people: the relaxation says which kinds matter, a search over those is proven against it. */
export function best(pool: Pool, aim: Aim, secondsLeft: () => number): Found {
  const relaxed = relax(pool, aim)
  if (relaxed === null) return { status: 'impossible' }
  const order = byPromise(pool, relaxed)
  let found: Found = { status: 'unknown' }
  for (let size = Math.max(FIRST, 2 * relaxed.used.length); ; size *= WIDENING) {
    const isAll = size >= order.length
    const leftOut = isAll ? -Infinity : relaxed.reduced[order[size]!]!
    const seen = searchAmong(pool, aim, order.slice(0, size), secondsLeft())
    if (seen.status === 'solved') {
      const bound = Math.min(relaxed.bound, Math.max(seen.bound, relaxed.bound + leftOut))
      found = { ...seen, bound: Math.max(seen.worth, rounded(aim, bound)) }
      if (found.bound - found.worth <= 1e-6) return found
    }
    if (isAll) return found.status === 'unknown' ? seen : found
    if (secondsLeft() <= 0) return found
  }
}

/** Those of the relaxation first, then by how little they cost against it. */
function byPromise({ kinds }: Pool, { reduced, used }: Relaxed): number[] {
  const first = new Set(used)
  return [...kinds.keys()].sort(
    (a, b) => Number(first.has(b)) - Number(first.has(a)) || reduced[b]! - reduced[a]! || a - b,
  )
}

const rounded = ({ isWhole }: Aim, bound: number) => (isWhole ? Math.floor(bound + 1e-6) : bound)

function searchAmong(pool: Pool, aim: Aim, among: readonly number[], seconds: number): Found {
  const { highs, rows } = pool
  const kinds = among.map((kind) => pool.kinds[kind]!)
  const model = modelOf(highs, rows)
  try {
    addKinds(model, rows, kinds)
    setAim(model, aim, kinds)
    const { numCols } = model.getDimensions()
    const whole = new Int32Array(numCols).fill(highs.constants.variableType.integer)
    model.changeColsIntegrality({ kind: 'range', from: 0, to: numCols - 1 }, whole)
    model.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: aim.isWhole ? 0.999 : 1e-6,
      time_limit: Math.max(0.1, seconds),
    })
    model.run()
    if (model.getModelStatus() === highs.constants.modelStatus.infeasible)
      return { status: 'impossible' }
    if (model.info.get('primal_solution_status') !== FEASIBLE) return { status: 'unknown' }
    const counts = [...model.getSolution().colValue].map(Math.round)
    const ways = counts.slice(0, 2 * rows)
    const taken = kinds.flatMap((kind, index) => {
      const count = counts[2 * rows + index]!
      return count > 0 ? [{ kind, count }] : []
    })
    const worth = worthOf(aim, taken, ways)
    return { status: 'solved', worth, bound: Number(model.info.get('mip_dual_bound')), taken, ways }
  } finally {
    model.dispose()
  }
}

function worthOf(aim: Aim, taken: readonly { kind: Kind; count: number }[], ways: number[]) {
  const paid = ways.reduce((sum, seats, way) => sum + (seats > 0 ? seats * aim.price[way]! : 0), 0)
  return taken.reduce((sum, { kind, count }) => sum + count * aim.worth(kind), -paid)
}
