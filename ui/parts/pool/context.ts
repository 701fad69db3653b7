import { createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import type { Hit } from '../../types.ts'
import { useAddress } from './address.ts'
import { createColumns } from './column-choice.ts'
import { createFacetWords } from './facet-words.ts'
import { createPages } from './pages.ts'
import { takePlace } from './place.ts'
import { useSelection } from './selection.ts'

/** Long enough to be read. */
const SHOWN_MS = 6000

export type Pool = ReturnType<typeof createPool>

/** Everything that the parts of the page share: what is asked, what is found, who is chosen. */
export function createPool() {
  const address = useAddress()
  const place = takePlace(address.whole())
  const pages = createPages(address.asked, place?.listed ?? 0)
  const [said, say] = createSaid()
  const [liked, setLiked] = createSignal<{ id: string; name: string } | null>(null)
  return {
    address,
    /** Where to go on, once the list is there. */
    place,
    pages,
    people: createMemo((): Hit[] => pages.people()),
    words: createFacetWords(),
    selection: useSelection(),
    columns: createColumns(address),
    said,
    say,
    /** Whom the listed people are like, as far as it is known here. */
    liked: () => {
      const known = liked()
      return known?.id === address.text('like') ? known.name : null
    },
    findLike: (person: { id: string; name: string }) => {
      setLiked({ id: person.id, name: person.name })
      address.turn({ like: person.id, q: null, seat: null, sort: null })
    },
  }
}

/** What was done stands for a while. */
function createSaid() {
  const [said, setSaid] = createSignal<string | null>(null)
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  const say = (text: string) => {
    setSaid(text)
    clearTimeout(timer)
    timer = window.setTimeout(() => setSaid(null), SHOWN_MS)
  }
  return [said, say] as const
}

export const PoolContext = createContext<Pool>()

export function usePool(): Pool {
  const pool = useContext(PoolContext)
  if (!pool) throw new Error('outside of the pool')
  return pool
}
