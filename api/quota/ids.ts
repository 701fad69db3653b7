import { columnOf, type Fault, type Row, type Table } from './table.ts'

/** A column named so, else the first unless it is a feature; a table without ids goes by its lines. */
export function idReader(table: Table, features: readonly string[]): (row: Row) => string {
  const named = columnOf(table, ['id', 'nationbuilder_id', 'unique_id', 'external_id'])
  const [first] = table.header
  const column = named ?? (first !== undefined && !features.includes(first) ? first : undefined)
  return column === undefined ? ({ at }) => `${at}` : ({ cells }) => cells[column]!
}

export function idFaults(at: number, id: string, earlier: number | undefined): Fault[] {
  if (id === '') return [{ at, words: { zh: '编号为空', en: 'the id is empty' } }]
  if (earlier === undefined) return []
  return [
    {
      at,
      words: {
        zh: `编号“${id}”已在第 ${earlier} 行`,
        en: `the id “${id}” stands in line ${earlier} already`,
      },
    },
  ]
}
