import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import type { Hit } from '../../types.ts'
import { usePool } from './context.ts'
import { keepPlace } from './place.ts'

/** The way to a portrait and back to the same row: the list, and where in it the person stands. */
export function useLead() {
  const pool = usePool()
  const navigate = useNavigate()
  const href = (id: string) => `/talents/${id}`
  const state = (id: string) => ({
    list: pool.address.whole(),
    ids: pool.people().map((one) => one.id),
    position: pool.people().findIndex((one) => one.id === id) + 1,
    total: pool.pages.total() ?? 0,
  })
  const leave = (id: string) =>
    keepPlace({
      list: pool.address.whole(),
      listed: pool.people().length,
      id,
      top: rowOf(id)?.getBoundingClientRect().top ?? 0,
    })
  return {
    href,
    state,
    leave,
    open: ({ id }: Hit) => {
      leave(id)
      navigate(href(id), { state: state(id) })
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
