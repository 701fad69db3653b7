import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import type { Hit } from '../../types.ts'
import { usePool } from './context.ts'
import { keepPlace } from './place.ts'

/** The way to a portrait and back to the same row: the list, who is on it, and where in it the person stands. */
export function useLead() {
  const pool = usePool()
  const navigate = useNavigate()
  const href = (id: string) => `/talents/${id}`
  function open({ id }: Hit) {
    const list = pool.address.whole()
    const ids = pool.people().map((one) => one.id)
    const top = rowOf(id)?.getBoundingClientRect().top ?? 0
    keepPlace({ list, listed: ids.length, id, top })
    const position = ids.indexOf(id) + 1
    navigate(href(id), { state: { list, ids, position, total: pool.pages.total() ?? 0 } })
  }
  return {
    href,
    open,
    /** A plain click; a new tab or window is the browser's. */
    follow: (event: MouseEvent, hit: Hit) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      open(hit)
    },
  }
}

/** Goes on at the row that somebody left the list by, at the same height, with the focus on its name. */
export function goOnAtPlace(scroller: () => Element | null, found: (id: string) => void) {
  const { place } = usePool()
  onMount(() => {
    const row = place && rowOf(place.id)
    if (!place || !row) return
    found(place.id)
    // After the new page got its focus.
    requestAnimationFrame(() => {
      const by = row.getBoundingClientRect().top - place.top
      const element = scroller()
      if (element) element.scrollTop += by
      else window.scrollBy(0, by)
      row.querySelector('a')?.focus({ preventScroll: true })
    })
  })
}

const rowOf = (id: string) => document.querySelector(`[data-person="${CSS.escape(id)}"]`)
