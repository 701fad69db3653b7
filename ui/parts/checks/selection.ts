import { createSignal } from 'solid-js'
import type { SheetRow } from './sheet-row.ts'

export type Chosen = ReturnType<typeof createChosen>

/** People who are chosen; a page further they stay chosen. */
export function createChosen() {
  const [people, setPeople] = createSignal<ReadonlyMap<string, SheetRow>>(new Map())
  const change = (work: (map: Map<string, SheetRow>) => void) =>
    setPeople((before) => {
      const next = new Map(before)
      work(next)
      return next
    })
  return {
    people: () => [...people().values()],
    has: (id: string) => people().has(id),
    toggle: (row: SheetRow) =>
      change((map) => (map.has(row.id) ? map.delete(row.id) : map.set(row.id, row))),
    all: (rows: readonly SheetRow[], isOn: boolean) =>
      change((map) => {
        for (const row of rows) isOn ? map.set(row.id, row) : map.delete(row.id)
      }),
    none: () => setPeople(new Map()),
  }
}
