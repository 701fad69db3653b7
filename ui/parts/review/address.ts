import { useLocation, useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { QueueQuery, Tab } from '../../review.ts'

export const TABS = [
  'open',
  'mine',
  'objection',
  'expiring',
  'late',
  'ended',
] as const satisfies readonly Tab[]
export const FILTERS = ['stage', 'township', 'village', 'post'] as const
export type Filter = (typeof FILTERS)[number]
export type QueueAddress = ReturnType<typeof useQueueAddress>
type Change = { [key: string]: string | null }

/** Tab, filters and the nominee on the screen live in the address: back, reload and a second tab keep them. */
export function useQueueAddress() {
  const location = useLocation()
  const [, setSearch] = useSearchParams()
  const search = createMemo(() => new URLSearchParams(location.search))
  const text = (key: string) => search().get(key) ?? ''
  const tab = (): Tab => TABS.find((one) => one === text('tab')) ?? 'open'
  const href = (change: Change) => `${location.pathname}${hrefSearch(search(), change)}`
  return {
    ...{ text, tab, href },
    nominee: () => text('nominee') || null,
    /** Narrowing is one step of the history: the way back leads to where one came from. */
    narrow: (change: Change) =>
      setSearch({ ...change, page: null }, { replace: true, scroll: false }),
    turn: (change: Change) => setSearch(change, { scroll: false }),
    asked: createMemo(
      (): QueueQuery => ({
        tab: tab(),
        ...Object.fromEntries(
          ['round', ...FILTERS, 'q', 'page'].flatMap((key) =>
            text(key) ? [[key, text(key)] as const] : [],
          ),
        ),
      }),
      { tab: 'open' },
      { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
    ),
  }
}

function hrefSearch(search: URLSearchParams, change: Change): string {
  const next = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  const text = next.toString()
  return text ? `?${text}` : ''
}
