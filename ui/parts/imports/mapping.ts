import { createSignal } from 'solid-js'
import type { ImportAnswer } from '../../types.ts'
import { IGNORED } from './column-select.tsx'

type Mapping = Record<string, string | null>

/** What the columns mean, with what was changed here and is not sent yet. */
export function createMapping(known: () => ImportAnswer) {
  const [changed, setChanged] = createSignal<Mapping>({})
  const all = (): Mapping => ({ ...known().mapping, ...changed() })
  return {
    of: (at: number) => all()[at] ?? null,
    set: (at: number, field: string | null) => setChanged((before) => ({ ...before, [at]: field })),
    /** Fields that another column gives already: said, not forbidden, since some take several columns. */
    takenBeside: (at: number) =>
      new Set(
        Object.entries(all()).flatMap(([other, field]) =>
          field && field !== IGNORED && Number(other) !== at ? field : [],
        ),
      ),
    isChanged: () =>
      Object.entries(changed()).some(
        ([at, field]) => field !== (known().mapping[Number(at)] ?? null),
      ),
    all,
    clear: () => setChanged({}),
    used: () => Object.values(all()).filter((field) => field && field !== IGNORED).length,
  }
}
