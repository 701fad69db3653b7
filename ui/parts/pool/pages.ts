import { createAsync, query } from '@solidjs/router'
import { createEffect, createSignal, on } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { morePool, type PoolQuery, poolOf } from '../../pool.ts'
import type { Hit, TalentPage } from '../../types.ts'
import { createSending } from '../account/sending.ts'

export const PAGE = 50
/** What the server gives at once. */
const MOST = 200

export type Pages = ReturnType<typeof createPages>

/**
 * The first page of a search and those asked for after it. Nothing waits: what was listed stays until the next answer
 * is there, and while one fails. `listed` people are asked for at once where somebody comes back to the list.
 */
export function createPages(asked: () => PoolQuery, listed: number) {
  const [isLoading, setLoading] = createSignal(true)
  const [refused, setRefused] = createSignal<ProblemDetails | null>(null)
  const [later, setLater] = createSignal<TalentPage[]>([])
  const [attempt, setAttempt] = createSignal(0)
  const size = createSizes(asked())
  let turn = 0
  let shown = listed
  const first = createAsync<TalentPage | undefined>(
    async (before) => {
      attempt()
      const now = ++turn
      setLoading(true)
      const wanted = { ...asked(), limit: size(asked(), shown) }
      try {
        const page = await poolOf(wanted)
        if (now === turn) setRefused(null)
        return page
      } catch (error) {
        // Else the failure would be answered again.
        query.delete(poolOf.keyFor(wanted))
        if (now === turn) setRefused(problemOf(error))
        return before
      } finally {
        if (now === turn) setLoading(false)
      }
    },
    { initialValue: undefined },
  )
  const people = (): Hit[] => [
    ...(first.latest?.people ?? []),
    ...later().flatMap(({ people }) => people),
  ]
  createEffect(() => {
    shown = people().length
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
    const [wanted, after] = [asked(), last()?.next]
    if (!after) return
    const page = await morePool({ ...wanted, limit: String(PAGE) }, after)
    if (wanted === asked()) setLater((before) => [...before, page])
  })
  return {
    first: () => first.latest,
    people,
    total: () => first.latest?.total,
    isLoading,
    hasMore: () => (last()?.next ?? null) !== null,
    more: () => void adding.start(),
    isAdding: adding.isBusy,
    problem: () => refused() ?? adding.problem(),
    retry: () => void (refused() ? setAttempt((now) => now + 1) : adding.start()),
  }
}

/** As many as are listed where the same search is asked again, a page for any other; in whole pages. */
function createSizes(first: PoolQuery) {
  let before = first
  return (asked: PoolQuery, listed: number) => {
    const pages = asked === before ? Math.ceil(listed / PAGE) : 1
    before = asked
    return String(Math.min(MOST, Math.max(1, pages) * PAGE))
  }
}
