import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, on } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { moreTalents, type TalentFilter, talentsOf } from '../../people.ts'
import type { TalentPage } from '../../types.ts'
import { createSending } from '../account/sending.ts'

/** The first page of a filter and those asked for after it. What was listed stays while another answer fails. */
export function createPages(filter: () => TalentFilter) {
  const [refused, setRefused] = createSignal<ProblemDetails | null>(null)
  const [later, setLater] = createSignal<TalentPage[]>([])
  const first = createAsync<TalentPage>(async (before) => {
    const asked = filter()
    try {
      const page = await talentsOf(asked)
      setRefused(null)
      return page
    } catch (error) {
      if (!before) throw error
      setRefused(problemOf(error))
      return before
    }
  })
  // Later pages belong to the first one, whatever made it another.
  createEffect(
    on(
      () => first.latest,
      () => setLater([]),
    ),
  )
  const last = () => later().at(-1) ?? first.latest
  const adding = createSending(async () => {
    const [asked, after] = [filter(), last()?.next]
    if (!after) return
    const page = await moreTalents(asked, after)
    if (asked === filter()) setLater((before) => [...before, page])
  })
  return {
    first,
    people: () => [...(first.latest?.people ?? []), ...later().flatMap(({ people }) => people)],
    hasMore: () => (last()?.next ?? null) !== null,
    more: () => void adding.start(),
    isAdding: adding.isBusy,
    problem: () => refused() ?? adding.problem(),
  }
}
