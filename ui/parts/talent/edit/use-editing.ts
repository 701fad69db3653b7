import { useLocation, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal } from 'solid-js'
import { placeOfField } from './place-of-field.ts'

/** Which drawer is open stands in the address: back closes it, and a link opens it. */
export function useEditing() {
  const location = useLocation<{ said?: string }>()
  const [search, setSearch] = useSearchParams<{ edit?: string; of?: string; field?: string }>()
  const [said, setSaid] = createSignal<string | null>(location.state?.said ?? null)
  const asked = createMemo(
    () => (search.edit ? { edit: search.edit, of: search.of, field: search.field } : undefined),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const change = (asked: { edit: string | null; of: string | null; field: string | null }) =>
    setSearch(asked, { state: { ...location.state, said: undefined } })
  function open(edit: string, of?: string, field?: string) {
    setSaid(null)
    change({ edit, of: of ?? null, field: field ?? null })
  }
  return {
    said,
    open: (edit: string, of?: string) => open(edit, of),
    openField: (field: string) => {
      const place = placeOfField(field)
      if (place.edit) open(place.edit, undefined, place.field)
      else document.getElementById('private')?.scrollIntoView({ block: 'center' })
    },
    asked,
    close: (text?: string) => {
      if (text) setSaid(text)
      change({ edit: null, of: null, field: null })
    },
  }
}
