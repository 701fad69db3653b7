import type { Model } from 'highs'
import { lackFor } from '../targets/index.ts'
import { TIERS } from '../types.ts'
import { type Entry, formMiss, freeMiss, sharedEntries, trackedEntries } from './entries.ts'
import { patternFit } from './instance.ts'
import { villagesInReach } from './layout.ts'
import { addColumns, type Column, emptyRows, type Master, type Stage } from './master.ts'
import { sparse } from './sparse.ts'

export type VillageTeam = { village: number; columns: readonly Column[] }

/**
 * The linear model over whole teams (Dantzig and Wolfe, Operations Research 8 (1960) 101–111): one team for every
 * village, and rows only for what villages share: targets of the whole, free people, caps of tiers, and each person who
 * could sit in more than one of them. It is tight, since every team is whole already.
 */
export type Combination = {
  master: Master
  stage: Stage
  model: Model
  teams: VillageTeam[]
  known: Set<string>
  /** Row here of a shared row of the master. */
  rowOf: Map<number, number>
  rows: number
  /** Columns before those of the teams: misses of the whole and of free people, tracked people. */
  first: number
  places: Int32Array
}

export function createCombination(master: Master, stage: Stage): Combination {
  const { instance, layout, highs } = master
  const model = highs.createModel()
  model.options.set({ output_flag: false, presolve: 'off' })
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize)
  const villages = instance.problem.villages.length
  const shared = [
    ...layout.planForms.map((form) => layout.formRow + form),
    ...layout.liveFree.map((_, position) => layout.freeRow + position),
    ...TIERS.map((_, tier) => layout.tierRow + tier),
    ...layout.tracked.map((_, index) => layout.personRow + index),
  ]
  const combination: Combination = {
    master,
    stage,
    model,
    teams: [],
    known: new Set(),
    rowOf: new Map(shared.map((row, index) => [row, villages + index])),
    rows: 0,
    first: layout.planForms.length + layout.liveFree.length + layout.tracked.length,
    places: villagesInReach(instance),
  }
  const bounds = (of: readonly number[]) => shared.map((row) => of[row]!)
  const ones = new Array<number>(villages).fill(1)
  addRows(combination, [...ones, ...bounds(master.lower)], [...ones, ...bounds(master.upper)])
  addSharedColumns(combination)
  return combination
}

function addRows(combination: Combination, lower: readonly number[], upper: readonly number[]) {
  const { model } = combination
  model.addRows({
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    matrix: emptyRows(lower.length, model.getDimensions().numCols),
  })
  combination.rows += lower.length
}

function addSharedColumns(combination: Combination) {
  const { master, stage } = combination
  const { instance, layout } = master
  const tiers = [
    ...layout.planForms.map((form) => instance.forms[form]!.tier),
    ...layout.liveFree.map((index) => instance.availability[index]!.tier),
  ]
  const misses = [
    ...layout.planForms.map((form) => formMiss(master, form)),
    ...layout.liveFree.map((_, position) => freeMiss(master, position)),
  ]
  append(
    combination,
    misses,
    Float64Array.from(tiers, (tier) => -stage.price[tier]),
    Infinity,
  )
  const tracked = trackedEntries(master)
  append(combination, tracked, new Float64Array(tracked.length), 1)
}

/** Columns with their entries in rows of the master; rows that are not shared are left out. */
function append(
  combination: Combination,
  columns: readonly (readonly Entry[])[],
  cost: Float64Array,
  atMost: number,
  own: readonly Entry[] = [],
) {
  if (columns.length === 0) return
  const { model, rowOf, rows } = combination
  const entries = columns.map((column, index): Entry[] => {
    const mine = own[index]
    const shared = column.flatMap(([row, value]): Entry[] => {
      const at = rowOf.get(row)
      return at === undefined ? [] : [[at, value]]
    })
    return mine === undefined ? shared : [mine, ...shared]
  })
  const numCols = columns.length
  model.addCols({
    cost,
    lower: new Float64Array(numCols),
    upper: new Float64Array(numCols).fill(atMost),
    matrix: { format: 'csc', numRows: rows, numCols, ...sparse(entries) },
  })
}

/** Adds teams that are not there yet, and their choices to the master; answers how many. */
export function addTeams(combination: Combination, teams: readonly VillageTeam[]): number {
  addColumns(
    combination.master,
    teams.flatMap(({ columns }) => columns),
  )
  const fresh = teams.filter((team) => {
    const key = keyOf(team)
    const isFresh = !combination.known.has(key)
    combination.known.add(key)
    return isFresh
  })
  if (fresh.length === 0) return 0
  addPeople(combination, fresh)
  const valued = fresh.map((team) => teamValue(combination, team))
  append(
    combination,
    valued.map(({ entries }) => entries),
    Float64Array.from(valued, ({ cost }) => cost),
    Infinity,
    fresh.map(({ village }): Entry => [village, 1]),
  )
  for (const team of fresh) combination.teams.push(team)
  return fresh.length
}

const keyOf = ({ village, columns }: VillageTeam) =>
  `${village}:${columns
    .map(({ pair, pattern }) => 16 * pair + pattern)
    .sort((a, b) => a - b)
    .join()}`

/** A row for each person who could sit in more than one village, with the first team that needs it. */
function addPeople(combination: Combination, teams: readonly VillageTeam[]) {
  const { master, rowOf, places, rows } = combination
  const { lower, upper, instance, rowOfPerson } = master
  const added: number[] = []
  for (const { columns } of teams)
    for (const { pair } of columns) {
      const person = instance.person[pair]!
      const row = rowOfPerson[person]!
      if (places[person] === 1 || rowOf.has(row)) continue
      rowOf.set(row, rows + added.length)
      added.push(row)
    }
  if (added.length === 0) return
  // A pinned person is in every team of the village: the row asks for no more than one.
  addRows(
    combination,
    added.map((row) => (lower[row] === 1 ? 1 : -Infinity)),
    added.map((row) => upper[row]!),
  )
}

/** What a team is worth by itself, and what it has in the shared rows: its choices' entries and its misses. */
export function teamValue({ master, stage }: Combination, { village, columns }: VillageTeam) {
  const { instance, layout } = master
  const missed = [0, 0, 0]
  for (const form of layout.formsOfVillage[village]!) {
    const { perMember, tier } = instance.forms[form]!
    let reached = 0
    for (const { pair, pattern } of columns)
      reached +=
        layout.weights[form]![pattern]! * perMember(instance.members[instance.person[pair]!]!)
    missed[TIERS.indexOf(tier)]! += lackFor(instance.forms[form]!, reached)
  }
  let cost = 0
  for (const { pair, pattern } of columns)
    cost += stage.fit * patternFit(instance.fit, pair, pattern)
  TIERS.forEach((tier, index) => {
    cost -= stage.price[tier] * missed[index]!
  })
  const entries: Entry[] = columns.flatMap((column) => sharedEntries(master, column))
  missed.forEach((miss, index) => {
    if (miss > 0) entries.push([layout.tierRow + index, miss])
  })
  return { cost, entries }
}

/** Prices of the shared rows by the row of the master, the price of each village, and what the relaxation is worth. */
export function relaxCombination({ model, rowOf, master }: Combination) {
  model.run()
  const { optimal } = master.highs.constants.modelStatus
  if (model.getModelStatus() !== optimal) return null
  const { rowDual } = model.getSolution()
  return {
    worth: model.getObjectiveValue(),
    villages: rowDual.subarray(0, master.instance.problem.villages.length),
    shared: new Map([...rowOf].map(([row, here]) => [row, rowDual[here]!])),
  }
}
