import { type Aim, addKinds, CLOSED, type Pool, setAim } from './pool.ts'

/** The relaxation over every kind, though only some were ever written down. */
export type Relaxed = {
  /** No choice reaches more. */
  bound: number
  /** Reduced cost by kind. */
  reduced: Float64Array
  /** Kinds of which the relaxation takes some. */
  used: readonly number[]
}

/** Kinds that enter a round, at most. */
const ROUND = 100
const TOLERANCE = 1e-7

/**
 * Column generation (Gilmore & Gomory 1961), as for plans: first whether the rows can be kept at all, with every way
 * open at a price, then the aim itself. null when no choice keeps the rows; not even one of parts of people.
 */
export function relax(pool: Pool, aim: Aim): Relaxed | null {
  if (aim.price.includes(CLOSED)) {
    const { bound } = generate(pool, aim, true)
    if (bound < -1e-6) return null
  }
  return generate(pool, aim, false)
}

function generate(pool: Pool, aim: Aim, isOpened: boolean): Relaxed {
  const { model, highs, kinds } = pool
  const { optimal } = highs.constants.modelStatus
  setAim(model, aim, chosen(pool), isOpened)
  for (;;) {
    model.run()
    if (model.getModelStatus() !== optimal) return nothingProven(pool)
    const { rowDual, colValue } = model.getSolution()
    const reduced = Float64Array.from(kinds, (kind) => {
      const worth = isOpened ? 0 : aim.worth(kind)
      const size = rowDual[pool.rows - 1]!
      return kind.quotas.reduce((left, row) => left - rowDual[row]!, worth - size)
    })
    const entering = improving(pool, reduced)
    if (entering.length === 0) {
      const used = pool.columns.filter((_, index) => colValue[2 * pool.rows + index]! > TOLERANCE)
      return { bound: model.getObjectiveValue() + residual(pool, reduced), reduced, used }
    }
    enter(pool, entering)
    setAim(model, aim, chosen(pool), isOpened)
  }
}

const chosen = ({ kinds, columns }: Pool) => columns.map((kind) => kinds[kind]!)

function improving({ present }: Pool, reduced: Float64Array): number[] {
  const better = [...reduced.keys()].filter(
    (kind) => reduced[kind]! > TOLERANCE && present[kind] === 0,
  )
  return better.sort((a, b) => reduced[b]! - reduced[a]! || a - b).slice(0, ROUND)
}

function enter(pool: Pool, entering: readonly number[]) {
  addKinds(
    pool.model,
    pool.rows,
    entering.map((kind) => pool.kinds[kind]!),
  )
  for (const kind of entering) pool.present[kind] = 1
  pool.columns.push(...entering)
}

/** What kinds left out could still add, within the tolerance. */
function residual({ kinds, present }: Pool, reduced: Float64Array): number {
  return kinds.reduce(
    (sum, { people }, kind) =>
      present[kind] === 0 ? sum + people.length * Math.max(0, reduced[kind]!) : sum,
    0,
  )
}

/** A run that did not end optimal proves nothing; every kind stays in play. */
const nothingProven = ({ kinds }: Pool): Relaxed => ({
  bound: Number.POSITIVE_INFINITY,
  reduced: new Float64Array(kinds.length),
  used: [],
})
