import { useLocation, useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { ItemsQuery, ItemTab } from '../../cultivation-plan.ts'

export const TABS = [
  'reported',
  'late',
  'due',
  'open',
  'done',
] as const satisfies readonly ItemTab[]
export const FILTERS = ['township', 'kind'] as const
type Change = Record<string, string | null>
export type ItemsAddress = ReturnType<typeof useItemsAddress>

/** Tab and filters live in the address: back, reload and a second tab keep them. */
export function useItemsAddress(first: ItemTab) {
  const location = useLocation()
  const [, setSearch] = useSearchParams()
  const search = createMemo(() => new URLSearchParams(location.search))
  const text = (key: string) => search().get(key) ?? ''
  const tab = (): ItemTab => TABS.find((one) => one === text('tab')) ?? first
  const hrefOf = (one: ItemTab) => {
    const next = new URLSearchParams(search())
    next.set('tab', one)
    next.delete('page')
    return `${location.pathname}?${next}`
  }
  return {
    ...{ text, tab, hrefOf },
    narrow: (change: Change) =>
      setSearch({ ...change, page: null }, { replace: true, scroll: false }),
    turn: (page: number) => setSearch({ page: page === 1 ? null : String(page) }),
    asked: createMemo(
      (): ItemsQuery => ({
        tab: tab(),
        ...Object.fromEntries(
          [...FILTERS, 'village', 'q', 'page'].flatMap((key) =>
            text(key) ? [[key, text(key)] as const] : [],
          ),
        ),
      }),
      undefined,
      { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
    ),
  }
}
