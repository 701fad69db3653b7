import { createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { type RowFilter, rowsOf } from '../../imports.ts'
import type { ImportRow } from '../../types.ts'

/** Rows of a filter, page after page. A row that was mended stays where it is until the filter is another. */
export function createRowPages(id: () => string, filter: () => RowFilter, version: () => unknown) {
  // A row that is checked again stays the same one, so that its form stays open.
  const [kept, setKept] = createStore<{ rows: ImportRow[] }>({ rows: [] })
  const [next, setNext] = createSignal<number | null>(null)
  const [isReading, setReading] = createSignal(true)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  let asked = 0

  async function load(after: number | null) {
    const mine = ++asked
    setReading(true)
    setProblem(null)
    try {
      const page = await rowsOf(id(), filter(), after)
      if (mine !== asked) return
      const rows = after === null ? page.rows : [...kept.rows, ...page.rows]
      setKept('rows', reconcile(rows, { key: 'line' }))
      setNext(page.next)
    } catch (error) {
      if (mine === asked) setProblem(problemOf(error))
    } finally {
      if (mine === asked) setReading(false)
    }
  }
  createEffect(on([id, filter, version], () => void load(null)))
  return {
    rows: () => kept.rows,
    isReading,
    problem,
    hasMore: () => next() !== null,
    more: () => void load(next()),
    again: () => void load(null),
    /** What became of a row that was mended or left out. */
    put: (row: ImportRow) => setKept('rows', (one) => one.line === row.line, reconcile(row)),
  }
}
