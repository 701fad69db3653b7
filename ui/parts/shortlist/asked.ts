import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { useSession } from '../../session.ts'
import type { ShortlistQuery } from '../../shortlist.ts'
import { POSTS, type ShortlistGroup } from '../../types.ts'

export const GROUPS = [
  'women',
  'young',
  'college',
  'newcomers',
] as const satisfies readonly ShortlistGroup[]

const KEYS = ['post', 'village', 'township', 'size', ...GROUPS, 'plan'] as const
export type Key = (typeof KEYS)[number]
export type Change = { [K in Key]?: string | null }
export type AskedFor = ReturnType<typeof useAsked>

/** Post, place, size and shares live in the address, so that reload, back and a link keep them. */
export function useAsked() {
  const { account } = useSession()
  const [search, setSearch] = useSearchParams<{ [K in Key]?: string }>()
  const own = () => account().township?.code
  const post = () => POSTS.find((one) => one === search.post) ?? 'secretary'
  const township = () => own() ?? townshipOf(search.village) ?? search.township ?? ''
  const query = createMemo(
    (): ShortlistQuery => ({
      post: post(),
      ...(search.village
        ? { village: search.village }
        : township() !== '' && { township: township() }),
      ...(search.size && { size: search.size }),
      ...Object.fromEntries(
        GROUPS.flatMap((group) => (search[group] ? [[group, search[group]]] : [])),
      ),
    }),
    undefined,
    { equals: isSame },
  )
  return {
    post,
    township,
    village: () => search.village ?? '',
    plan: () => search.plan ?? '',
    /** The township is the account's own. */
    isFixed: () => own() !== undefined,
    query,
    change: (next: Change) => setSearch(next, { replace: true }),
    /** Where the other page looks at the same. */
    to: (path: string) => `${path}?${new URLSearchParams(kept(search))}`,
  }
}

/** Codes of the statistics bureau: a village's begins with its township's 9 digits. */
const townshipOf = (village: string | undefined) => village?.slice(0, 9)

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function kept(search: { [K in Key]?: string }): [string, string][] {
  return KEYS.flatMap((key): [string, string][] => {
    const value = search[key]
    return value ? [[key, value]] : []
  })
}
