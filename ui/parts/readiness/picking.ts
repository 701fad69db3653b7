import { createSignal } from 'solid-js'

export type Picking = ReturnType<typeof createPicking>

/** Villages at once, as the server takes them. */
export const MOST_AT_ONCE = 300

/** Which villages of a list are chosen. */
export function createPicking(first: readonly string[] = []) {
  const [codes, setCodes] = createSignal<ReadonlySet<string>>(new Set(first))
  return {
    codes,
    has: (code: string) => codes().has(code),
    toggle: (code: string) => setCodes((before) => before.symmetricDifference(new Set([code]))),
    add: (more: readonly string[]) => setCodes((before) => new Set([...before, ...more])),
    drop: (some: readonly string[]) =>
      setCodes((before) => new Set([...before].filter((code) => !some.includes(code)))),
    clear: () => setCodes(new Set<string>()),
  }
}
