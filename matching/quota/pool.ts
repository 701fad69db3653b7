import type { Highs, Model } from 'highs'
import type { Kind } from './kinds.ts'

export type Range = { min: number; max: number }

/**
 * What to aim at: the worth of everybody chosen minus a price for every seat that a row gives way by. Rows: one a
 * quota, then the number of people chosen. Ways: for row r way 2r is what it may lack to `min`, 2r + 1 what it may
 * have over `max`; a way whose price is `CLOSED` is not open.
 */
export type Aim = {
  rows: readonly Range[]
  worth: (kind: Kind) => number
  price: readonly number[]
  /** Whether every worth and price is whole, so that a bound can be rounded. */
  isWhole: boolean
}
export const CLOSED = Number.POSITIVE_INFINITY

/** People by kind with the linear relaxation over some of the kinds; it only grows. */
export type Pool = {
  highs: Highs
  kinds: readonly Kind[]
  rows: number
  model: Model
  /** Kinds in the order of their columns, which stand behind those of the ways. */
  columns: number[]
  present: Uint8Array
}

export function openPool(highs: Highs, kinds: readonly Kind[], rows: number): Pool {
  const model = modelOf(highs, rows)
  model.options.set({ presolve: 'off' })
  return { highs, kinds, rows, model, columns: [], present: new Uint8Array(kinds.length) }
}

/** Rows and ways; the kinds are added as they are needed. */
export function modelOf(highs: Highs, rows: number): Model {
  const model = highs.createModel()
  model.options.set({ output_flag: false })
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize)
  model.addRows({
    lower: new Float64Array(rows).fill(-Infinity),
    upper: new Float64Array(rows).fill(Infinity),
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: 0,
      starts: new Int32Array(rows + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  })
  const ways = Array.from({ length: 2 * rows }, (_, way) => way)
  addColumns(
    model,
    rows,
    ways.map((way) => ({ rows: [way >> 1], value: way % 2 === 0 ? 1 : -1, atMost: Infinity })),
  )
  return model
}

/** Columns of these kinds behind those that are there. */
export function addKinds(model: Model, rows: number, kinds: readonly Kind[]) {
  addColumns(
    model,
    rows,
    kinds.map(({ quotas, people }) => ({
      rows: [...quotas, rows - 1],
      value: 1,
      atMost: people.length,
    })),
  )
}

type Column = { rows: readonly number[]; value: number; atMost: number }

function addColumns(model: Model, numRows: number, columns: readonly Column[]) {
  const numCols = columns.length
  const starts = [0]
  for (const { rows } of columns) starts.push(starts.at(-1)! + rows.length)
  model.addCols({
    cost: new Float64Array(numCols),
    lower: new Float64Array(numCols),
    upper: Float64Array.from(columns, ({ atMost }) => atMost),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(columns.flatMap(({ rows }) => rows)),
      values: Float64Array.from(columns.flatMap(({ rows, value }) => rows.map(() => value))),
    },
  })
}

/** Sets rows, ways and worths; `isOpened` leaves every way open at one each where it would be closed, and nothing else counts. */
export function setAim(model: Model, aim: Aim, kinds: readonly Kind[], isOpened = false) {
  const { rows, price, worth } = aim
  const ways = Float64Array.from(price, (each) => (isOpened || each !== CLOSED ? Infinity : 0))
  const costs = isOpened
    ? [...price.map((each) => (each === CLOSED ? -1 : 0)), ...kinds.map(() => 0)]
    : [...price.map((each) => (each === CLOSED ? 0 : -each)), ...kinds.map(worth)]
  model.changeRowsBounds(
    { kind: 'range', from: 0, to: rows.length - 1 },
    rows.map(({ min }) => min),
    rows.map(({ max }) => max),
  )
  const wayColumns = { kind: 'range', from: 0, to: ways.length - 1 } as const
  model.changeColsBounds(wayColumns, new Float64Array(ways.length), ways)
  model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs)
}
