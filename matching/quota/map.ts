import type { Highs } from 'highs'

/** What is known of sets: one that is still open has some of these, or has not all of those. */
export type Clause = { someOf: readonly number[] } | { notAllOf: readonly number[] }

/** A largest set of the numbers below `count` that no clause decides; null when every set is decided. */
export function largestOpen(
  highs: Highs,
  count: number,
  decided: readonly Clause[],
): number[] | null {
  if (decided.length === 0) return Array.from({ length: count }, (_, at) => at)
  const model = highs.createModel({ ...modelData(highs, count, decided) })
  try {
    model.options.set({ output_flag: false })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
    const { colValue } = model.getSolution()
    return [...colValue.keys()].filter((at) => colValue[at]! > 0.5)
  } finally {
    model.dispose()
  }
}

function modelData(highs: Highs, count: number, decided: readonly Clause[]) {
  const sets = decided.map((clause) => ('someOf' in clause ? clause.someOf : clause.notAllOf))
  const starts = [0]
  for (const set of sets) starts.push(starts.at(-1)! + set.length)
  const each = (value: number) => new Float64Array(count).fill(value)
  return {
    numCols: count,
    numRows: decided.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: each(1),
    colLower: each(0),
    colUpper: each(1),
    rowLower: decided.map((clause) => ('someOf' in clause ? 1 : -Infinity)),
    rowUpper: decided.map((clause) => ('someOf' in clause ? Infinity : clause.notAllOf.length - 1)),
    matrix: {
      format: 'csr' as const,
      numRows: decided.length,
      numCols: count,
      starts,
      indices: sets.flat(),
      values: sets.flat().map(() => 1),
    },
    integrality: new Int32Array(count).fill(highs.constants.variableType.integer),
  }
}
