import { idFaults, idReader } from './ids.ts'
import { columnOf, type Fault, noColumn, requireNone, type Table } from './table.ts'

/** Larger ones have sums that a computer does not tell apart, or cannot hold. */
const MOST = 1_000_000_000

/** A weight from 0 up for everybody; nobody's is guessed. */
export function readWeights(table: Table, people: readonly { id: string }[]): Map<string, number> {
  const column = columnOf(table, ['weight'])
  if (column === undefined) throw noColumn(table, 'weight')
  const idOf = idReader(table, [column])
  const known = new Set(people.map(({ id }) => id))
  const faults: Fault[] = []
  const lines = new Map<string, number>()
  const weights = new Map<string, number>()
  for (const row of table.rows) {
    const id = idOf(row)
    faults.push(...idFaults(row.at, id, lines.get(id)))
    if (id !== '' && !known.has(id)) faults.push(strangerFault(row.at, id))
    faults.push(...weightFaults(row.at, row.cells[column]!))
    lines.set(id, row.at)
    weights.set(id, Number(row.cells[column]))
  }
  const missing = people.filter(({ id }) => !weights.has(id))
  if (missing.length > 0) faults.push(missingFault(table, missing))
  requireNone(table.file, faults)
  return weights
}

const strangerFault = (at: number, id: string): Fault => ({
  at,
  words: { zh: `编号“${id}”不在人员表中`, en: `the id “${id}” is not among the people` },
})

function weightFaults(at: number, text: string): Fault[] {
  const isNumber = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number(text) <= MOST
  if (isNumber) return []
  return [
    {
      at,
      words: {
        zh: `权重应为 0 到 ${MOST} 的数，现为“${text}”`,
        en: `a weight is a number from 0 to ${MOST}, not “${text}”`,
      },
    },
  ]
}

function missingFault({ rows }: Table, missing: readonly { id: string }[]): Fault {
  const some = missing.slice(0, 5).map(({ id }) => id)
  const more = missing.length > some.length
  return {
    at: (rows.at(-1)?.at ?? 1) + 1,
    words: {
      zh: `有 ${missing.length} 人没有权重：${some.join('、')}${more ? '等' : ''}`,
      en: `no weight for ${missing.length} of the people: ${some.join(', ')}${more ? ', …' : ''}`,
    },
  }
}
