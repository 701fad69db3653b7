import { createAsync } from '@solidjs/router'
import { createContext, createMemo, useContext } from 'solid-js'
import { rankingOf, robustnessOf } from '../../queries.ts'
import type { Post, Robustness, Weights } from '../../types.ts'

type Asked = {
  village: string
  post: Post
  /** Places that are looked at: the seats of the post. */
  k: number
  weights: Weights | undefined
}
export type StandingOf = Robustness['people'][number]

/** How firmly the ranking on the screen stands; loaded after it and never in its way. */
export function createRobust(asked: () => Asked) {
  const key = createMemo(() => JSON.stringify(asked()))
  const found = createAsync<{ key: string; answer: Robustness } | undefined>(
    async () => {
      const [now, { village, post, k, weights }] = [key(), asked()]
      await rankingOf(village, post, weights)
      return { key: now, answer: await robustnessOf(village, post, k, weights) }
    },
    { initialValue: undefined },
  )
  const shown = () => {
    const latest = found.latest
    return latest?.key === key() ? latest.answer : undefined
  }
  // What failed is said by the panel; the table goes on without it.
  const quiet = createMemo(() => {
    try {
      return shown()
    } catch {
      return undefined
    }
  })
  const standings = createMemo(
    () => new Map(quiet()?.people.map((person) => [person.talent, person])),
  )
  const open = createMemo(() => new Map(quiet()?.unsettled.map(({ a, share }) => [a, share])))
  return {
    /** Undefined while it is being computed; throws what went wrong. */
    shown,
    /** The same, never throwing. */
    known: quiet,
    standing: (talent: string): StandingOf | undefined => standings().get(talent),
    /** How often the next person stands before this one, where that order is not settled. */
    openWithNext: (talent: string): number | undefined => open().get(talent),
  }
}

export type Robust = ReturnType<typeof createRobust>

export const RobustContext = createContext<Robust>()

export function useRobust(): Robust {
  const robust = useContext(RobustContext)
  if (!robust) throw new Error('outside of a ranking')
  return robust
}
