import { createEffect, createSignal, on } from 'solid-js'
import { moreOfList } from '../../pool.ts'
import type { ListAnswer } from '../../types.ts'
import { createSending } from '../account/sending.ts'

/** The first page comes with the list; later ones belong to it. */
export function createMemberPages(list: () => ListAnswer) {
  const [later, setLater] = createSignal<ListAnswer[]>([])
  createEffect(on(list, () => setLater([]), { defer: true }))
  const next = () => (later().at(-1) ?? list()).next
  const adding = createSending(async () => {
    const [now, after] = [list(), next()]
    if (!after) return
    const page = await moreOfList(now.id, after)
    if (now === list()) setLater((before) => [...before, page])
  })
  return {
    people: () => [list(), ...later()].flatMap(({ people }) => people),
    next,
    adding,
  }
}
