import { createSignal } from 'solid-js'
import type { NomineeRow } from '../../review.ts'

export type Selection = ReturnType<typeof createSelection>

/** Who is chosen among the rows on the screen; who leaves them is chosen no more. */
export function createSelection(rows: () => readonly NomineeRow[]) {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set())
  const chosen = () => rows().filter(({ id }) => ids().has(id))
  return {
    chosen,
    has: (id: string) => ids().has(id),
    toggle: (id: string) =>
      setIds(
        (before) =>
          new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id]),
      ),
    all: (isOn: boolean) => setIds(new Set(isOn ? rows().map(({ id }) => id) : [])),
  }
}
