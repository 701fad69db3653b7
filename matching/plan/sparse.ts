/** Columns of a matrix as compressed sparse columns; entries of the same row are added up. */
export function sparse(columns: readonly (readonly (readonly [row: number, value: number])[])[]) {
  const starts = new Int32Array(columns.length + 1)
  const indices: number[] = []
  const values: number[] = []
  columns.forEach((entries, column) => {
    const from = indices.length
    for (const [row, value] of entries) {
      const at = indices.indexOf(row, from)
      if (at === -1) {
        indices.push(row)
        values.push(value)
      } else values[at]! += value
    }
    starts[column + 1] = indices.length
  })
  return { starts, indices: Int32Array.from(indices), values: Float64Array.from(values) }
}
