import { useNavigate, useSearchParams } from '@solidjs/router'

type Search = Record<string, string | undefined>

/** What a board is asked for stands in the address; another choice begins on the first page. */
export function useBoardAddress(path: string) {
  const [search] = useSearchParams<Search>()
  const navigate = useNavigate()
  const asked = (): Search =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])),
    )
  const href = (change: Search) => hrefOf(path, { ...asked(), page: undefined, ...change })
  return {
    asked,
    href,
    page: () => Math.max(1, Number(search.page) || 1),
    set: (change: Search) => navigate(href(change), { scroll: false, replace: true }),
  }
}

function hrefOf(path: string, search: Search): string {
  const kept = Object.entries(search).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  )
  const text = new URLSearchParams(kept).toString()
  return text ? `${path}?${text}` : path
}
