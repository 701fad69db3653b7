import type { Highs, Model } from 'highs'
import { seatsOf } from '../pattern.ts'
import { POSTS, TIERS, type Tier } from '../types.ts'
import { hasPattern, type Instance, patternFit, postsOfPattern } from './instance.ts'
import { type Layout, reachable, trackedBy, villagesInReach } from './layout.ts'
import { type SparseColumns, sparseColumns } from './sparse.ts'

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
  rows: number
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
    rows: layout.personRow + layout.tracked.length,
  }
  layout.tracked.forEach((person, index) => {
    master.rowOfPerson[person] = layout.personRow + index
  })
  addFixedRows(master)
  addMissColumns(master)
  addTrackedColumns(master)
  return master
}

function addFixedRows({ instance, layout, model, rows }: Master) {
  const { problem, forms, availability } = instance
  const lower = new Float64Array(rows).fill(-Infinity)
  const upper = new Float64Array(rows).fill(Infinity)
  problem.villages.forEach((village, v) => {
    POSTS.forEach((post, p) => {
      upper[POSTS.length * v + p] = seatsOf(village, post)
    })
  })
  forms.forEach(({ atLeast }, index) => {
    lower[layout.formRow + index] = atLeast
  })
  layout.liveFree.forEach((index, position) => {
    const form = availability[index]!
    upper[layout.freeRow + position] = form.people.length - reachable(form)
  })
  for (let row = layout.personRow; row < rows; row++) lower[row] = upper[row] = 0
  addRows(model, lower, upper)
}

function addRows(model: Model, lower: Float64Array, upper: Float64Array) {
  model.addRows({ lower, upper, matrix: emptyRows(lower.length, model.getDimensions().numCols) })
}

function emptyRows(numRows: number, numCols: number) {
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
  const { instance, layout } = master
  const entries = sparseColumns()
  instance.forms.forEach(({ tier }, index) => {
    entries
      .put(layout.formRow + index, 1)
      .put(layout.tierRow + TIERS.indexOf(tier), 1)
      .end()
  })
  layout.liveFree.forEach((index, position) => {
    const { tier } = instance.availability[index]!
    entries
      .put(layout.freeRow + position, -1)
      .put(layout.tierRow + TIERS.indexOf(tier), 1)
      .end()
  })
  appendColumns(master, entries, new Float64Array(layout.misses), Infinity)
}

/** One column a tracked person: seated anywhere (1) or free (0). */
function addTrackedColumns(master: Master) {
  const { instance, layout } = master
  const rowsOf = new Map<number, number[]>(layout.tracked.map((person) => [person, []]))
  const places = villagesInReach(instance)
  layout.liveFree.forEach((index, position) => {
    for (const person of trackedBy(instance.availability[index]!, places))
      rowsOf.get(person)!.push(layout.freeRow + position)
  })
  const entries = sparseColumns()
  for (const person of layout.tracked) {
    for (const row of rowsOf.get(person)!) entries.put(row, 1)
    entries.put(master.rowOfPerson[person]!, -1).end()
  }
  appendColumns(master, entries, new Float64Array(layout.tracked.length), 1)
}

function appendColumns(master: Master, entries: SparseColumns, cost: Float64Array, atMost: number) {
  const numCols = cost.length
  master.model.addCols({
    cost,
    lower: new Float64Array(numCols),
    upper: new Float64Array(numCols).fill(atMost),
    matrix: { format: 'csc', numRows: master.rows, numCols, ...entries.arrays() },
  })
}

/** Adds the columns that are not there yet, with the rows that they are the first to need. */
export function addColumns(master: Master, columns: readonly Column[]) {
  const { instance, layout, present } = master
  const fresh = columns.filter(({ pair, pattern }) => {
    const isFresh = !hasPattern(present[pair]!, pattern)
    present[pair]! |= 1 << pattern
    return isFresh
  })
  const before = master.rows
  const entries = sparseColumns()
  const cost = new Float64Array(fresh.length)
  fresh.forEach((column, index) => {
    const { pair, pattern } = column
    cost[index] = patternFit(instance.fit, pair, pattern)
    const person = instance.person[pair]!
    const village = instance.village[pair]!
    for (const post of postsOfPattern[pattern]!) entries.put(POSTS.length * village + post, 1)
    const member = instance.members[person]!
    for (const forms of [layout.formsOfVillage[village]!, layout.planForms])
      for (const form of forms) {
        const value = layout.weights[form]![pattern]! * instance.forms[form]!.perMember(member)
        if (value !== 0) entries.put(layout.formRow + form, value)
      }
    for (const { row, people } of layout.hereRows[village]!)
      if (people.has(person)) entries.put(row, -1)
    entries.put(personRow(master, person), 1)
    for (const clique of instance.cliquesOfPerson[person]!)
      entries.put(cliqueRow(master, clique, village), 1)
    entries.end()
  })
  const added = master.rows - before
  if (added > 0)
    addRows(master.model, new Float64Array(added).fill(-Infinity), new Float64Array(added).fill(1))
  // No bound of its own: the person's row keeps a choice at 1, and its dual carries the whole price.
  if (fresh.length > 0) appendColumns(master, entries, cost, Infinity)
  master.columns.push(...fresh)
}

function personRow(master: Master, person: number): number {
  if (master.rowOfPerson[person] === -1) master.rowOfPerson[person] = master.rows++
  return master.rowOfPerson[person]!
}

function cliqueRow(master: Master, clique: number, village: number): number {
  const key = clique * master.instance.problem.villages.length + village
  const known = master.rowOfClique.get(key)
  if (known !== undefined) return known
  master.rowOfClique.set(key, master.rows)
  return master.rows++
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
    model.changeRowBounds(layout.tierRow + index, -Infinity, stage.cap[tier])
  })
}

/** Pinned people must be seated: their row asks for one. Call once their columns are in. */
export function requirePins(master: Master) {
  const { instance, model, rowOfPerson } = master
  for (const pair of instance.pinned) {
    const row = rowOfPerson[instance.person[pair]!]!
    const isTracked = row < master.layout.personRow + master.layout.tracked.length
    if (!isTracked) model.changeRowBounds(row, 1, 1)
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
