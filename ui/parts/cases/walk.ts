import { createSignal } from 'solid-js'
import type { CaseList, OpenCase, ReviewCase } from '../../cases.ts'

export type Walk = ReturnType<typeof createWalk>

/** The way through those who wait: who was answered about since the page was opened, who comes next. */
export function createWalk() {
  const [done, setDone] = createSignal<readonly string[]>([])
  return {
    done,
    finish: (...nominees: string[]) =>
      setDone((before) => [...before, ...nominees.filter((one) => !before.includes(one))]),
    /** The n-th of all; null where the list does not say. */
    placeOf: (nominee: string, list: CaseList, page: number) => {
      const waiting = waitingOf(list.cases)
      const before = done().filter((one) => !waiting.some((it) => it.nominee === one))
      const of = before.length + list.counts.open
      const isDone = before.indexOf(nominee)
      if (isDone !== -1) return { at: isDone + 1, of }
      const at = waiting.findIndex((one) => one.nominee === nominee)
      if (at === -1) return null
      return { at: before.length + (page - 1) * list.pageSize + at + 1, of }
    },
  }
}

/** Those of a round; who was asked about before there were rounds cannot be answered about here. */
export function waitingOf(cases: readonly ReviewCase[]): OpenCase[] {
  return cases.flatMap((one) =>
    one.nominee !== null && one.revision !== null
      ? [{ ...one, nominee: one.nominee, revision: one.revision }]
      : [],
  )
}

/** Who follows in the list, from its begin again behind the last; null when nobody else waits. */
export function nextOf(nominee: string, cases: readonly ReviewCase[]): string | null {
  const ids = waitingOf(cases).map((one) => one.nominee)
  const at = ids.indexOf(nominee)
  const others = ids.filter((id) => id !== nominee)
  return (at === -1 ? undefined : ids[at + 1]) ?? others[0] ?? null
}
