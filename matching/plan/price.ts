import { hasPattern, PATTERNS, postsOfPattern } from '../pattern.ts'
import { POSTS } from '../types.ts'
import { type Instance, patternFit } from './instance.ts'
import { addColumns, type Column, type Master, type Stage } from './master.ts'

/** The relaxation solved over every column of the instance, though only some were ever written down. */
export type Relaxation = {
  /** Upper bound of the stage's objective over all plans; residual positive prices are added, so it is safe. */
  bound: number
  /** Reduced cost by `8 × pair + pattern`; −∞ where the pattern is not allowed. */
  reduced: Float64Array
  /** Price of every row; zeros when nothing is proven. */
  dual: Float64Array
  /** Choices that the relaxation makes, in part or whole, by the same index as `reduced`. */
  chosen: { index: number; part: number }[]
}

/** Columns that enter a round, at most, for each village. */
const ROUND = 40
const TOLERANCE = 1e-7

/**
 * Column generation (Gilmore & Gomory 1961): solve over the columns at hand, price every other by the duals, add
 * the best of each village, until none improves. A round is linear in pairs × patterns × targets of a village.
 */
export function relax(master: Master, stage: Stage, goOn: () => boolean): Relaxation {
  const { optimal } = master.highs.constants.modelStatus
  master.model.options.set({ ...SIMPLEX.dual, presolve: 'on' })
  const { simplexInterrupt } = master.highs.constants.callbackType
  for (;;) {
    master.model.run({
      [simplexInterrupt](event) {
        if (!goOn()) event.interrupt()
        return undefined
      },
    })
    if (master.model.getModelStatus() !== optimal) return nothingProven(master)
    const objective = master.model.getObjectiveValue()
    const dual = master.model.getSolution().rowDual
    const reduced = priceAt(master, stage, dual)
    const entering = improving(master, reduced)
    if (entering.length === 0 || !goOn())
      return {
        bound: objective + residual(master.instance, reduced),
        reduced,
        dual,
        chosen: chosenBy(master),
      }
    addColumns(master, entering)
    // The last basis stays feasible when columns come, so the primal simplex goes on from it.
    master.model.options.set({ ...SIMPLEX.primal, presolve: 'off' })
  }
}

const SIMPLEX = { dual: { simplex_strategy: 1 }, primal: { simplex_strategy: 4 } }

function chosenBy({ model, columns, layout }: Master): Relaxation['chosen'] {
  const value = model.getSolution().colValue
  return columns.flatMap(({ pair, pattern }, at) => {
    const part = value[layout.firstColumn + at]!
    return part > 1e-9 ? [{ index: PATTERNS.length * pair + pattern, part }] : []
  })
}

/** A run that did not end optimal proves nothing; every column stays in play. */
function nothingProven({ instance: { person, patterns }, lower }: Master): Relaxation {
  const reduced = Float64Array.from({ length: PATTERNS.length * person.length }, (_, index) =>
    hasPattern(patterns[Math.floor(index / PATTERNS.length)]!, index % PATTERNS.length)
      ? 0
      : -Infinity,
  )
  return { bound: Infinity, reduced, dual: new Float64Array(lower.length), chosen: [] }
}

/** Reduced cost of every allowed column at prices of the rows; rows that came later cost nothing. */
export function priceAt(
  { instance, layout, rowOfPerson, rowOfClique }: Master,
  stage: Stage,
  dual: Float64Array,
) {
  const { problem, start, person, patterns, fit, forms, members } = instance
  const reduced = new Float64Array(PATTERNS.length * person.length).fill(-Infinity)
  const villages = problem.villages.length
  for (let village = 0; village < villages; village++) {
    const seatPrice = postsOfPattern.map((posts) =>
      posts.reduce((sum, post) => sum + dual[POSTS.length * village + post]!, 0),
    )
    const live = [...layout.formsOfVillage[village]!, ...layout.planForms].filter(
      (form) => dual[layout.formRow + form] !== 0,
    )
    for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
      const someone = person[pair]!
      const row = rowOfPerson[someone]!
      let own = row === -1 ? 0 : dual[row]!
      for (const clique of instance.cliquesOfPerson[someone]!) {
        const cliqueRow = rowOfClique.get(clique * villages + village)
        if (cliqueRow !== undefined) own += dual[cliqueRow]!
      }
      for (const { row: freeRow, people } of layout.hereRows[village]!)
        if (people.has(someone)) own -= dual[freeRow]!
      const values = live.map(
        (form) => dual[layout.formRow + form]! * forms[form]!.perMember(members[someone]!),
      )
      for (let pattern = 0; pattern < PATTERNS.length; pattern++) {
        if (!hasPattern(patterns[pair]!, pattern)) continue
        let cost = stage.fit * patternFit(fit, pair, pattern) - seatPrice[pattern]! - own
        for (let index = 0; index < live.length; index++)
          cost -= values[index]! * layout.weights[live[index]!]![pattern]!
        reduced[PATTERNS.length * pair + pattern] = cost
      }
    }
  }
  return reduced
}

/** The columns worth adding: positive reduced cost, the best `ROUND` of each village. */
function improving({ instance, present }: Master, reduced: Float64Array): Column[] {
  const { problem, start } = instance
  return problem.villages.flatMap((_, village) => {
    const found: (Column & { gain: number })[] = []
    for (let pair = start[village]!; pair < start[village + 1]!; pair++)
      for (let pattern = 0; pattern < PATTERNS.length; pattern++) {
        const gain = reduced[PATTERNS.length * pair + pattern]!
        if (gain > TOLERANCE && !hasPattern(present[pair]!, pattern))
          found.push({ pair, pattern, gain })
      }
    return found.sort((a, b) => b.gain - a.gain).slice(0, ROUND)
  })
}

/** Each person adds at most the best of their positive reduced costs to the bound (each sits once at most). */
function residual({ person, members }: Instance, reduced: Float64Array): number {
  const best = new Float64Array(members.length)
  for (let index = 0; index < reduced.length; index++) {
    const someone = person[Math.floor(index / PATTERNS.length)]!
    if (reduced[index]! > best[someone]!) best[someone] = reduced[index]!
  }
  return best.reduce((sum, gain) => sum + gain, 0)
}

/** The columns to start from: the fittest few of every pattern in every village. */
export function seedColumns({ problem, start, patterns, fit }: Instance): Column[] {
  return problem.villages.flatMap((_, village) =>
    PATTERNS.flatMap((_, pattern) => {
      const fittest: { pair: number; fit: number }[] = []
      for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
        if (!hasPattern(patterns[pair]!, pattern)) continue
        const own = patternFit(fit, pair, pattern)
        if (fittest.length === SEEDS && own <= fittest[SEEDS - 1]!.fit) continue
        const at = fittest.findIndex((one) => one.fit < own)
        fittest.splice(at === -1 ? fittest.length : at, 0, { pair, fit: own })
        fittest.length = Math.min(fittest.length, SEEDS)
      }
      return fittest.map(({ pair }) => ({ pair, pattern }))
    }),
  )
}

/** Columns of each pattern in each village at first; those that targets need come by their prices. */
const SEEDS = 6
