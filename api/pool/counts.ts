import { FACETS, type Facet } from './asked.ts'
import { countValues, type FacetColumn, facetColumn } from './facets.ts'
import type { FacetCount } from './hit.ts'
import { placeOfFilter, type Selection } from './select.ts'

/**
 * How many people each value of each facet would give. Those of a facet ignore what is chosen in it: who fails that
 * choice alone counts too.
 */
export function facetsOf(selection: Selection): Partial<Record<Facet, FacetCount[]>> {
  const { judged } = selection
  const isCounted = (facet: Facet) =>
    judged !== null || (facet !== 'readiness' && facet !== 'ready')
  return Object.fromEntries(
    FACETS.filter(isCounted).map((facet) => [
      facet,
      facet === 'list' ? listCounts(selection) : countsOf(selection, facet),
    ]),
  )
}

function countsOf(selection: Selection, facet: Exclude<Facet, 'list'>): FacetCount[] {
  const { pool, clock, judged } = selection
  const column = facetColumn(facet, pool.columns, clock, judged)
  const counts = countValues(column, ...peopleFor(selection, facet))
  const present = column.isFixed ? null : presentIn(selection, facet, column)
  const shown = column.values.flatMap((value, at) => {
    const isShown = value !== '' && (present === null || present[at]! > 0)
    return isShown ? [{ value, count: counts[at]! }] : []
  })
  return column.isFixed ? shown : shown.sort(byCount)
}

function peopleFor(selection: Selection, facet: Facet): Uint32Array[] {
  const place = placeOfFilter(selection, facet)
  const nearly = place < 0 ? null : selection.nearly[place]
  return nearly ? [selection.hits, nearly] : [selection.hits]
}

/** Values that anybody in view has, whatever is asked; kept with the view. */
function presentIn({ view, pool }: Selection, facet: Facet, column: FacetColumn): Uint32Array {
  const known = view.present.get(facet)
  if (known) return known
  view.rows ??= rowsOf(view.isIn, pool.columns.size)
  const present = countValues(column, view.rows)
  view.present.set(facet, present)
  return present
}

function rowsOf(isIn: Uint8Array, size: number): Uint32Array {
  let count = 0
  for (let at = 0; at < size; at++) count += isIn[at]! & 1
  const rows = new Uint32Array(count)
  for (let at = 0, next = 0; at < size; at++) if (isIn[at] === 1) rows[next++] = at
  return rows
}

function listCounts(selection: Selection): FacetCount[] {
  const counts = new Map(selection.lists.map(({ list }) => [list, 0]))
  const counted = new Uint8Array(selection.pool.columns.size)
  for (const group of peopleFor(selection, 'list')) for (const at of group) counted[at] = 1
  for (const { list, row } of selection.lists)
    if (counted[row] === 1) counts.set(list, counts.get(list)! + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1)
}
