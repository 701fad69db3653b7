import { useSearchParams } from '@solidjs/router'
import type { Overview, VillageMark } from '../../overview.ts'

export const VIEWS = ['townships', 'villages', 'map', 'chart'] as const
export type ViewId = (typeof VIEWS)[number]
export const MORE = ['shallow', 'stale', 'unreachable', 'unsolved', 'single', 'late'] as const
export type More = (typeof MORE)[number]
export const SHOWN_COLOURS = ['red', 'yellow', 'green', 'none'] as const
export type ShownColour = (typeof SHOWN_COLOURS)[number]

/** What a figure of the overview stands for; it lives in the address, so that a link leads to it. */
export type Filter = {
  view?: ViewId
  colour?: ShownColour
  township?: string
  list?: 'settled' | 'willing' | 'none'
  more?: More
  /** Of a gap: its words. */
  gap?: string
}

/** Where the villages behind a figure are listed. */
export function hrefOf(filter: Filter): string {
  const search = new URLSearchParams(Object.entries({ view: 'villages', ...filter }))
  return `/?${search}`
}

export function useOverviewAddress() {
  const [search, setSearch] = useSearchParams<Record<keyof Filter, string>>()
  const text = (key: keyof Filter) => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    view: (): ViewId => VIEWS.find((one) => one === text('view')) ?? 'townships',
    colour: () => SHOWN_COLOURS.find((one) => one === text('colour')),
    list: () => (['settled', 'willing', 'none'] as const).find((one) => one === text('list')),
    more: () => MORE.find((one) => one === text('more')),
    township: () => text('township'),
    gap: () => text('gap'),
    change: (next: { [K in keyof Filter]?: string | null }) => setSearch(next),
  }
}

export type Address = ReturnType<typeof useOverviewAddress>

/** The villages that the address asks for, in the order of the answer: the least ready first. */
export function villagesFor(overview: Overview, address: Address): VillageMark[] {
  const [colour, list, more] = [address.colour(), address.list(), address.more()]
  const [township, gap] = [address.township(), address.gap()]
  const inGap = gap === undefined ? null : codesIn(overview, gap)
  return overview.villages.filter(
    (one) =>
      (colour === undefined || (one.colour ?? 'none') === colour) &&
      (list === undefined || one.list === list) &&
      (township === undefined || one.township === township) &&
      (more === undefined || IS[more](one, overview.reservesAsked)) &&
      (inGap === null || inGap.has(one.code)),
  )
}

/** Found by either language: the address may be sent to somebody who reads the other. */
function codesIn({ gaps }: Overview, gap: string): Set<string> {
  return new Set(gaps.find(({ words }) => words.zh === gap)?.villages)
}

const IS: Record<More, (one: VillageMark, reservesAsked: number) => boolean> = {
  shallow: ({ reserves }, asked) => reserves !== null && reserves < asked,
  stale: ({ stale }) => (stale ?? 0) > 0,
  unreachable: ({ isReachable }) => isReachable === false,
  unsolved: ({ isReachable, colour }) => isReachable === null && colour !== null,
  single: ({ singles }) => (singles ?? 0) > 0,
  late: ({ late }) => (late ?? 0) > 0,
}
