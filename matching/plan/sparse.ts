/** Columns of a sparse matrix under construction (compressed sparse columns). */
export type SparseColumns = {
  put: (row: number, value: number) => SparseColumns
  /** Ends the column that `put` filled. */
  end: () => void
  arrays: () => { starts: Int32Array; indices: Int32Array; values: Float64Array }
}

export function sparseColumns(): SparseColumns {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const columns: SparseColumns = {
    put(row, value) {
      indices.push(row)
      values.push(value)
      return columns
    },
    end: () => void starts.push(indices.length),
    arrays: () => ({
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  }
  return columns
}
