import type { SheetEntry, SheetPreview, SheetRow } from '../../courses.ts'

/** Whom the user chose for rows that name several, by line. */
export type Picked = Record<number, string>
export type RowKind = 'ready' | 'same' | 'todo'

/** Whether a row is written, changes nothing, or waits for somebody. */
export function kindOf(row: SheetRow, picked: Picked): RowKind {
  if (row.state === 'matched') return row.changes > 0 ? 'ready' : 'same'
  if (row.state === 'to-add') return 'ready'
  return row.state === 'ambiguous' && picked[row.line] ? 'ready' : 'todo'
}

/** What is sent: every row that is ready. */
export function entriesOf({ rows }: SheetPreview, picked: Picked): SheetEntry[] {
  return rows.flatMap((row) => {
    const talent = row.person?.id ?? picked[row.line]
    if (kindOf(row, picked) !== 'ready' || talent === undefined) return []
    const { line, attendance, result, certificate } = row
    return [
      {
        ...{ line, talent, attendance },
        ...(result !== null && { result }),
        ...(certificate !== null && { certificate }),
      },
    ]
  })
}

/** People whom another row has already: nobody is written twice. */
export function takenBy({ rows }: SheetPreview, picked: Picked, line: number): Set<string> {
  const ids = rows.flatMap((row) => {
    if (row.line === line) return []
    const id = row.person?.id ?? picked[row.line]
    return id === undefined ? [] : [id]
  })
  return new Set(ids)
}
