import { PATTERNS } from '../pattern.ts'
import { POSTS } from '../types.ts'
import type { Master } from './master.ts'

/** Where the villages and pairs of a part of an instance stand in the whole. */
export type Place = { villages: readonly number[]; pairOf: readonly number[] }

/** Rows and columns that parts of a county have by themselves, by name: whether each was basic in all of those parts. */
export type Basics = Map<string, boolean>

/** Notes the basis that the relaxation of a part ended with. */
export function noteBasis(basics: Basics, master: Master, place: Place) {
  const { basic } = master.highs.constants.basisStatus
  const { rowStatus, colStatus } = master.model.getBasis()
  const names = namesOf(master, place)
  const note = (name: string, at: number, status: Int32Array) =>
    basics.set(name, (basics.get(name) ?? true) && status[at] === basic)
  for (const [at, name] of names.rows) note(name, at, rowStatus)
  for (const [at, name] of names.columns) note(name, at, colStatus)
}

/**
 * Lets the next run of a county's relaxation begin where its parts ended. Rows that no part has are free at first, so
 * that little is left to do: people whom several parts want, and targets of the whole. The solver mends what is no basis.
 */
export function beginAt(master: Master, basics: Basics) {
  const { basic, nonbasic, upper } = master.highs.constants.basisStatus
  const { instance, layout, model } = master
  const { numRows, numCols } = model.getDimensions()
  const rowStatus = new Int32Array(numRows).fill(basic)
  const colStatus = new Int32Array(numCols).fill(nonbasic)
  const { rows, columns } = namesOf(master, {
    villages: [...instance.problem.villages.keys()],
    pairOf: [...instance.person.keys()],
  })
  for (const [at, name] of rows) if (basics.get(name) === false) rowStatus[at] = nonbasic
  for (const [at, name] of columns) if (basics.get(name)) colStatus[at] = basic
  layout.tracked.forEach((person, index) => {
    rowStatus[layout.personRow + index] = nonbasic
    const isFree = basics.get(rowName.person(person)) ?? true
    colStatus[layout.misses + index] = isFree ? basic : upper
  })
  model.setBasis({ rowStatus, colStatus })
}

const rowName = {
  seats: (village: number, post: number) => `seats ${village} ${post}`,
  form: (village: number, index: number) => `form ${village} ${index}`,
  person: (person: number) => `person ${person}`,
  kin: (clique: number, village: number) => `kin ${clique} ${village}`,
}

/** Rows and columns of villages and people, named by what they stand for in the whole. */
function namesOf(master: Master, { villages, pairOf }: Place) {
  const { layout, columns: choices, rowOfPerson, rowOfClique } = master
  const rows: [at: number, name: string][] = []
  const columns: [at: number, name: string][] = []
  villages.forEach((village, own) => {
    for (let post = 0; post < POSTS.length; post++)
      rows.push([POSTS.length * own + post, rowName.seats(village, post)])
    layout.formsOfVillage[own]!.forEach((form, index) => {
      rows.push([layout.formRow + form, rowName.form(village, index)])
      columns.push([form, `miss ${village} ${index}`])
    })
  })
  rowOfPerson.forEach((row, person) => {
    if (row >= 0) rows.push([row, rowName.person(person)])
  })
  for (const [key, row] of rowOfClique) {
    const [clique, own] = [Math.floor(key / villages.length), key % villages.length]
    rows.push([row, rowName.kin(clique, villages[own]!)])
  }
  choices.forEach(({ pair, pattern }, index) => {
    const choice = PATTERNS.length * pairOf[pair]! + pattern
    columns.push([layout.firstColumn + index, `choice ${choice}`])
  })
  return { rows, columns }
}
