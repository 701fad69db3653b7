import type { Highs, Model } from 'highs'
import { hasPattern } from '../pattern.ts'
import { TIERS, type Tier } from '../types.ts'
import {
  type Entry,
  formMiss,
  freeMiss,
  ownEntries,
  sharedEntries,
  trackedEntries,
} from './entries.ts'
import { type Instance, patternFit } from './instance.ts'
import { type Layout, reachable } from './layout.ts'
import { sparse } from './sparse.ts'

/** A choice of the solver: this pair takes exactly the posts of this pattern. */
export type Column = { pair: number; pattern: number }

/** What to aim at: maximise `fit` × total fit − Σ `price` × misses, with the misses of a tier at most `cap`. */
export type Stage = {
  fit: number
  price: Record<Tier, number>
  cap: Record<Tier, number>
}

/**
 * The linear model over some of the columns. Rows: seats of each post, one per target, free people, one per
 * tier, one per person, one per (clique of kin, village); every target has a column for its miss. Rows of people
 * and cliques come with the first column that needs them.
 */
export type Master = {
  highs: Highs
  instance: Instance
  layout: Layout
  model: Model
  columns: Column[]
  /** Bits of the patterns that each pair already has a column for. */
  present: Uint16Array
  rowOfPerson: Int32Array
  rowOfClique: Map<number, number>
  /** Bounds of the rows, as many as there are. */
  lower: number[]
  upper: number[]
}

export function createMaster(highs: Highs, instance: Instance, layout: Layout): Master {
  const model = highs.createModel()
  model.options.set({ output_flag: false, presolve: 'off' })
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize)
  const master: Master = {
    highs,
    instance,
    layout,
    model,
    columns: [],
    present: new Uint16Array(instance.person.length),
    rowOfPerson: new Int32Array(instance.members.length).fill(-1),
    rowOfClique: new Map(),
    lower: [],
    upper: [],
  }
  layout.tracked.forEach((person, index) => {
    master.rowOfPerson[person] = layout.personRow + index
  })
  addFixedRows(master)
  addMissColumns(master)
  addTrackedColumns(master)
  return master
}

function addFixedRows(master: Master) {
  const { instance, layout } = master
  const { forms, availability } = instance
  const rows = layout.personRow + layout.tracked.length
  const lower = new Float64Array(rows).fill(-Infinity)
  const upper = new Float64Array(rows).fill(Infinity)
  upper.set(layout.seats)
  forms.forEach(({ atLeast }, index) => {
    lower[layout.formRow + index] = atLeast
  })
  layout.liveFree.forEach((index, position) => {
    const form = availability[index]!
    upper[layout.freeRow + position] = form.people.length - reachable(form)
  })
  for (let row = layout.personRow; row < rows; row++) lower[row] = upper[row] = 0
  addRows(master, lower, upper)
}

function addRows(master: Master, lower: Float64Array, upper: Float64Array) {
  const { model } = master
  model.addRows({ lower, upper, matrix: emptyRows(lower.length, model.getDimensions().numCols) })
  master.lower.push(...lower)
  master.upper.push(...upper)
}

/** Rows that columns fill later. */
export function emptyRows(numRows: number, numCols: number) {
  return {
    format: 'csr' as const,
    numRows,
    numCols,
    starts: new Int32Array(numRows + 1),
    indices: new Int32Array(0),
    values: new Float64Array(0),
  }
}

/** One miss column a target: it fills what lacks and is counted in the row of its tier. */
function addMissColumns(master: Master) {
  const columns = [
    ...master.instance.forms.map((_, form) => formMiss(master, form)),
    ...master.layout.liveFree.map((_, position) => freeMiss(master, position)),
  ]
  appendColumns(master, columns, new Float64Array(columns.length), Infinity)
}

/** One column a tracked person: seated anywhere (1) or free (0). */
function addTrackedColumns(master: Master) {
  const columns = trackedEntries(master)
  appendColumns(master, columns, new Float64Array(columns.length), 1)
}

function appendColumns(
  master: Master,
  columns: readonly (readonly Entry[])[],
  cost: Float64Array,
  atMost: number,
) {
  const numCols = cost.length
  master.model.addCols({
    cost,
    lower: new Float64Array(numCols),
    upper: new Float64Array(numCols).fill(atMost),
    matrix: { format: 'csc', numRows: master.lower.length, numCols, ...sparse(columns) },
  })
}

/** Adds the columns that are not there yet, with the rows that they are the first to need. */
export function addColumns(master: Master, columns: readonly Column[]) {
  const { instance, present } = master
  const fresh = columns.filter(({ pair, pattern }) => {
    const isFresh = !hasPattern(present[pair]!, pattern)
    present[pair]! |= 1 << pattern
    return isFresh
  })
  const before = master.lower.length
  let rows = before
  const rowFor = {
    person: (person: number) => {
      if (master.rowOfPerson[person] === -1) master.rowOfPerson[person] = rows++
    },
    clique: (clique: number, village: number) => {
      const key = clique * instance.problem.villages.length + village
      if (!master.rowOfClique.has(key)) master.rowOfClique.set(key, rows++)
    },
  }
  for (const { pair } of fresh) {
    const person = instance.person[pair]!
    rowFor.person(person)
    for (const clique of instance.cliquesOfPerson[person]!)
      rowFor.clique(clique, instance.village[pair]!)
  }
  const added = rows - before
  if (added > 0)
    addRows(master, new Float64Array(added).fill(-Infinity), new Float64Array(added).fill(1))
  const cost = Float64Array.from(fresh, ({ pair, pattern }) =>
    patternFit(instance.fit, pair, pattern),
  )
  const entries = fresh.map((column) => [
    ...ownEntries(master, column),
    ...sharedEntries(master, column),
  ])
  // No bound of its own: the person's row keeps a choice at 1, and its dual carries the whole price.
  if (fresh.length > 0) appendColumns(master, entries, cost, Infinity)
  for (const column of fresh) master.columns.push(column)
}

/** Sets the aim; the columns keep their basis, so the next run starts from the last. */
export function setStage(master: Master, stage: Stage) {
  const { instance, layout, model, columns } = master
  const cost = new Float64Array(layout.firstColumn + columns.length)
  instance.forms.forEach(({ tier }, index) => {
    cost[index] = -stage.price[tier]
  })
  layout.liveFree.forEach((index, position) => {
    cost[instance.forms.length + position] = -stage.price[instance.availability[index]!.tier]
  })
  columns.forEach(({ pair, pattern }, index) => {
    cost[layout.firstColumn + index] = stage.fit * patternFit(instance.fit, pair, pattern)
  })
  if (cost.length > 0) model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost)
  TIERS.forEach((tier, index) => {
    setRow(master, layout.tierRow + index, -Infinity, stage.cap[tier])
  })
}

function setRow(master: Master, row: number, lower: number, upper: number) {
  master.model.changeRowBounds(row, lower, upper)
  master.lower[row] = lower
  master.upper[row] = upper
}

/** Pinned people must be seated: their row asks for one. Call once their columns are in. */
export function requirePins(master: Master) {
  const { instance, model, rowOfPerson } = master
  for (const pair of instance.pinned) {
    const row = rowOfPerson[instance.person[pair]!]!
    const isTracked = row < master.layout.personRow + master.layout.tracked.length
    if (!isTracked) setRow(master, row, 1, 1)
    else {
      const column = master.layout.misses + master.layout.tracked.indexOf(instance.person[pair]!)
      model.changeColBounds(column, 1, 1)
    }
  }
}

/** Declares every choice and every whole miss an integer. */
export function requireWhole(master: Master, highs: Highs) {
  const { integer, continuous } = highs.constants.variableType
  const { instance, layout, model, columns } = master
  const types = [
    ...instance.forms.map(({ isWhole }) => (isWhole ? integer : continuous)),
    ...layout.liveFree.map(() => continuous),
    ...layout.tracked.map(() => continuous),
    ...columns.map(() => integer),
  ]
  if (types.length > 0)
    model.changeColsIntegrality({ kind: 'range', from: 0, to: types.length - 1 }, types)
}
