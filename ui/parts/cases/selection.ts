import { createSignal } from 'solid-js'
import type { OpenCase } from '../../cases.ts'

export type Selection = ReturnType<typeof createSelection>

/** Who is chosen among the rows on the screen; who leaves them is chosen no more. */
export function createSelection(rows: () => readonly OpenCase[]) {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set())
  return {
    chosen: () => rows().filter(({ nominee }) => ids().has(nominee)),
    has: (id: string) => ids().has(id),
    toggle: (id: string) => setIds((before) => new Set(before.symmetricDifference(new Set([id])))),
    all: (isOn: boolean) => setIds(new Set(isOn ? rows().map(({ nominee }) => nominee) : [])),
  }
}
