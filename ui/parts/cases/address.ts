import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import type { CaseState } from '../../cases.ts'

export type CaseAddress = ReturnType<typeof useCaseAddress>

/** Which list, which page of it and whom: all of it in the address, so that the way back leads there. */
export function useCaseAddress() {
  const params = useParams<{ nominee?: string }>()
  const [search] = useSearchParams<{ state?: string; page?: string }>()
  const navigate = useNavigate()
  const nominee = () => params.nominee ?? null
  const state = (): CaseState => (search.state === 'answered' ? 'answered' : 'open')
  const page = () => Math.max(1, Number(search.page) || 1)
  return {
    ...{ nominee, state, page },
    href: (to: { nominee?: string | null; page?: number } = {}) =>
      hrefOf({ state: state(), page: to.page ?? page(), nominee: to.nominee ?? null }),
    go: (to: string | null, isInstead = false) =>
      navigate(hrefOf({ state: state(), page: to === null ? 1 : page(), nominee: to }), {
        ...{ replace: isInstead, scroll: !isInstead },
      }),
  }
}

export function hrefOf(to: { state: CaseState; page: number; nominee: string | null }): string {
  const search = new URLSearchParams({
    ...(to.state === 'answered' && { state: to.state }),
    ...(to.page > 1 && { page: String(to.page) }),
  }).toString()
  const path = to.nominee === null ? '/cases' : `/cases/${to.nominee}`
  return search ? `${path}?${search}` : path
}
