import { PATTERNS } from '../pattern.ts'
import { targetForms } from '../targets/index.ts'
import { type Basics, beginAt, noteBasis } from './basis.ts'
import type { Instance } from './instance.ts'
import { layoutOf } from './layout.ts'
import { addColumns, type Column, createMaster, requirePins, setStage } from './master.ts'
import { relax, seedColumns } from './price.ts'
import { FIRST_STAGE, goesOn, type Search } from './state.ts'

/** Fewer villages than this are relaxed at once just as fast. */
const MANY_VILLAGES = 60
/** Reduced cost of a column that may still matter to the whole. */
const NEAR = 0.01

/**
 * Writes the columns down that the first relaxation begins with. For a large county each township is relaxed by itself
 * first: the county begins with what they choose or nearly choose, at the bases that they ended with. Small relaxations
 * take far less time than a large one from a poor start.
 */
export function seed(state: Search) {
  const { instance, master, best } = state
  const { villages } = instance.problem
  const townships = Map.groupBy(villages.keys(), (village) => villages[village]!.township)
  if (villages.length < MANY_VILLAGES || townships.size === 1)
    return addColumns(master, seedColumns(instance))
  const basics: Basics = new Map()
  for (const own of townships.values())
    if (goesOn(state)) addColumns(master, columnsOf(state, own, basics))
  addColumns(master, best.columns)
  beginAt(master, basics)
}

/** What a township chooses or nearly chooses by itself; notes the basis. */
function columnsOf(state: Search, villages: readonly number[], basics: Basics): Column[] {
  const { part, pairOf } = partOf(state.instance, villages)
  const master = createMaster(state.solver.highs, part, layoutOf(part))
  try {
    addColumns(master, seedColumns(part))
    requirePins(master)
    setStage(master, FIRST_STAGE)
    const { reduced } = relax(master, FIRST_STAGE, () => goesOn(state))
    noteBasis(basics, master, { villages, pairOf })
    const columns: Column[] = []
    for (let index = 0; index < reduced.length; index++)
      if (reduced[index]! >= -NEAR)
        columns.push({
          pair: pairOf[Math.floor(index / PATTERNS.length)]!,
          pattern: index % PATTERNS.length,
        })
    return columns
  } finally {
    master.model.dispose()
  }
}

/** The villages by themselves, with everybody who can sit there; free people are not counted in so small a part. */
function partOf(instance: Instance, villages: readonly number[]) {
  const { start, person, posts, patterns, fit, problem } = instance
  const perPair = fit.length / Math.max(1, person.length)
  const pairOf = villages.flatMap((village) =>
    Array.from({ length: start[village + 1]! - start[village]! }, (_, at) => start[village]! + at),
  )
  const partProblem = {
    ...problem,
    level: 'township' as const,
    villages: villages.map((village) => problem.villages[village]!),
  }
  const starts = new Int32Array(villages.length + 1)
  villages.forEach((village, index) => {
    starts[index + 1] = starts[index]! + start[village + 1]! - start[village]!
  })
  const pinned = new Set(instance.pinned)
  const part: Instance = {
    ...instance,
    problem: partProblem,
    start: starts,
    person: Int32Array.from(pairOf, (pair) => person[pair]!),
    village: Int32Array.from(
      villages.flatMap((village, index) =>
        new Array<number>(start[village + 1]! - start[village]!).fill(index),
      ),
    ),
    posts: Uint8Array.from(pairOf, (pair) => posts[pair]!),
    patterns: Uint16Array.from(pairOf, (pair) => patterns[pair]!),
    fit: Float64Array.from(
      pairOf.flatMap((pair) => [...fit.subarray(perPair * pair, perPair * (pair + 1))]),
    ),
    pinned: [...pairOf.keys()].filter((pair) => pinned.has(pairOf[pair]!)),
    forms: targetForms(partProblem),
    availability: [],
  }
  return { part, pairOf }
}
