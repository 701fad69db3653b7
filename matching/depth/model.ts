import type { Highs, Model } from 'highs'
import { hasPattern, PATTERNS, postsOfPattern, seatsOf } from '../pattern.ts'
import type { Entry } from '../plan/entries.ts'
import { type Instance, patternFit } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import { sparse } from '../plan/sparse.ts'
import { patternWeights } from '../targets/index.ts'
import { POSTS, type Tier } from '../types.ts'

/** Of a model of a hundred columns, heuristics and cuts at nodes cost more than they save. */
const SMALL = {
  output_flag: false,
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_detect_symmetry: false,
  mip_pscost_minreliable: 0,
}

/** Far enough apart that no fit of one team, and no misses of a lower tier, outweigh a miss. */
const PRICE: Record<Tier, number> = { law: 10_000, policy: 300, wish: 20 }

/**
 * The whole model of one village, made once: a village left alone with its own and the free people has some hundred
 * choices, so that one run of branch and bound decides it. Taking somebody out only changes bounds.
 */
export type RepairModel = {
  instance: Instance
  model: Model
  columns: Column[]
  /** Where the choices begin among the columns, and the rows of free people among the rows. */
  firstChoice: number
  freeRow: number
  free: FreeRow[]
}
/** Targets of free people that count the same people the same way, together. */
type FreeRow = { people: ReadonlySet<number>; most: number; price: number }

export function createRepairModel(highs: Highs, instance: Instance): RepairModel {
  const model = highs.createModel()
  model.options.set(SMALL)
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize)
  const free = freeRowsOf(instance)
  const columns = everyChoice(instance)
  const { forms, members, cliques } = instance
  const personRow = POSTS.length + forms.length
  const cliqueRow = personRow + members.length
  const freeRow = cliqueRow + cliques.length
  addRows(model, instance, free, { personRow, freeRow })
  addMisses(model, instance, free, freeRow)
  addChoices(model, instance, columns, free, { personRow, cliqueRow, freeRow })
  const firstChoice = forms.length + free.length
  const { integer, continuous } = highs.constants.variableType
  const types = [
    ...forms.map(({ isWhole }) => (isWhole ? integer : continuous)),
    ...free.map(() => integer),
    ...columns.map(() => integer),
  ]
  model.changeColsIntegrality({ kind: 'range', from: 0, to: types.length - 1 }, types)
  return { instance, model, columns, firstChoice, freeRow, free }
}

function freeRowsOf({ availability }: Instance): FreeRow[] {
  const counted = availability.filter(({ seatedHereCounts }) => !seatedHereCounts)
  const alike = Map.groupBy(
    counted,
    ({ people, atLeast, tier }) => `${tier} ${atLeast} ${[...people].sort((a, b) => a - b)}`,
  )
  return [...alike.values()].map((same) => {
    const { people, atLeast, tier } = same[0]!
    return {
      people: new Set(people),
      most: people.length - atLeast,
      price: PRICE[tier] * same.length,
    }
  })
}

function everyChoice({ person, patterns }: Instance): Column[] {
  return [...person.keys()].flatMap((pair) =>
    PATTERNS.flatMap((_, pattern) =>
      hasPattern(patterns[pair]!, pattern) ? [{ pair, pattern }] : [],
    ),
  )
}

function addRows(
  model: Model,
  { problem, forms, members, cliques, pinned, person }: Instance,
  free: readonly FreeRow[],
  { personRow, freeRow }: { personRow: number; freeRow: number },
) {
  const rows = freeRow + free.length
  const lower = new Float64Array(rows).fill(-Infinity)
  const upper = new Float64Array(rows).fill(Infinity)
  POSTS.forEach((post, row) => {
    upper[row] = seatsOf(problem.villages[0]!, post)
  })
  forms.forEach(({ atLeast }, index) => {
    lower[POSTS.length + index] = atLeast
  })
  upper.fill(1, personRow, personRow + members.length + cliques.length)
  for (const pair of pinned) lower[personRow + person[pair]!] = 1
  free.forEach(({ most }, index) => {
    upper[freeRow + index] = most
  })
  const starts = new Int32Array(rows + 1)
  const empty = { indices: new Int32Array(0), values: new Float64Array(0) }
  model.addRows({
    lower,
    upper,
    matrix: { format: 'csr', numRows: rows, numCols: 0, starts, ...empty },
  })
}

/** One column a target: what lacks, at the price of its tier. */
function addMisses(model: Model, { forms }: Instance, free: readonly FreeRow[], freeRow: number) {
  const entries: Entry[][] = [
    ...forms.map((_, index): Entry[] => [[POSTS.length + index, 1]]),
    ...free.map((_, index): Entry[] => [[freeRow + index, -1]]),
  ]
  const cost = Float64Array.from([
    ...forms.map(({ tier }) => -PRICE[tier]),
    ...free.map(({ price }) => -price),
  ])
  append(model, entries, cost, Infinity)
}

type Offsets = { personRow: number; cliqueRow: number; freeRow: number }

function addChoices(
  model: Model,
  { forms, members, person, fit, cliquesOfPerson }: Instance,
  columns: readonly Column[],
  free: readonly FreeRow[],
  { personRow, cliqueRow, freeRow }: Offsets,
) {
  const weights = forms.map(patternWeights)
  const entries = columns.map(({ pair, pattern }): Entry[] => {
    const someone = person[pair]!
    return [
      ...postsOfPattern[pattern]!.map((post): Entry => [post, 1]),
      ...forms.flatMap(({ perMember }, index): Entry[] => {
        const value = weights[index]![pattern]! * perMember(members[someone]!)
        return value === 0 ? [] : [[POSTS.length + index, value]]
      }),
      [personRow + someone, 1],
      ...cliquesOfPerson[someone]!.map((clique): Entry => [cliqueRow + clique, 1]),
      ...free.flatMap(({ people }, index): Entry[] =>
        people.has(someone) ? [[freeRow + index, 1]] : [],
      ),
    ]
  })
  const cost = Float64Array.from(columns, ({ pair, pattern }) => patternFit(fit, pair, pattern))
  append(model, entries, cost, 1)
}

function append(model: Model, entries: readonly Entry[][], cost: Float64Array, atMost: number) {
  const numCols = cost.length
  if (numCols === 0) return
  model.addCols({
    cost,
    lower: new Float64Array(numCols),
    upper: new Float64Array(numCols).fill(atMost),
    matrix: { format: 'csc', numRows: model.getDimensions().numRows, numCols, ...sparse(entries) },
  })
}
