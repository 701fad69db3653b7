import Database from 'better-sqlite3-multiple-ciphers'
import { Matrix } from 'ml-matrix'

export type Question = {
  /** Row by row, as many as there are weights. */
  values: Float64Array
  weights: Float64Array
  k: number
}

/** Every sum, and a sort of all of them: what everybody must answer. */
export function sorted({ values, weights, k }: Question): number[] {
  const sums = new Float64Array(values.length / weights.length)
  for (let at = 0; at < sums.length; at++)
    for (let c = 0; c < weights.length; c++)
      sums[at]! += weights[c]! * values[at * weights.length + c]!
  const order = Uint32Array.from(sums, (_, at) => at)
  return [...order.sort((a, b) => sums[b]! - sums[a]! || a - b).subarray(0, k)]
}

/** A product of matrices, and the best of what it gives. */
export function mlMatrix({ values, weights, k }: Question) {
  const matrix = Matrix.from1DArray(values.length / weights.length, weights.length, values)
  const column = Matrix.columnVector([...weights])
  return { ask: () => bestOf(matrix.mmul(column), k) }
}

/** An insertion sort of the best so far, which is quick for few. */
function bestOf(sums: Matrix, k: number): number[] {
  const best: number[] = []
  for (let at = 0; at < sums.rows; at++) {
    const sum = sums.get(at, 0)
    if (best.length === k && sum <= sums.get(best[k - 1]!, 0)) continue
    let place = best.length
    while (place > 0 && sum > sums.get(best[place - 1]!, 0)) place--
    best.splice(place, 0, at)
    if (best.length > k) best.pop()
  }
  return best
}

/** ORDER BY … LIMIT over a table in memory. */
export function sqlite({ values, weights, k }: Question) {
  const db = new Database(':memory:')
  const columns = Array.from(weights, (_, c) => `c${c}`)
  const typed = columns.map((column) => `${column} real`)
  db.exec(`create table people (id integer primary key, ${typed})`)
  const insert = db.prepare(`insert into people values (?${', ?'.repeat(weights.length)})`)
  db.transaction(() => {
    for (let at = 0; at < values.length / weights.length; at++)
      insert.run(at, ...values.subarray(at * weights.length, (at + 1) * weights.length))
  })()
  const sum = columns.map((column) => `${column} * ?`).join(' + ')
  const select = db.prepare(`select id from people order by ${sum} desc, id limit ${k}`).pluck()
  return { ask: () => select.all(...weights) as number[], close: () => db.close() }
}
