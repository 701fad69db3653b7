import { A } from '@solidjs/router'
import { For } from 'solid-js'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'

/** The pages that belong together: the quarter, its points, the year. */
export function Sections() {
  const has = useRoles()
  const links = () => [
    { href: '/checks', name: t().checks.title },
    { href: '/points', name: t().growthPoints.title },
    ...(has('county') ? [{ href: '/conclusions', name: t().conclusions.title }] : []),
  ]
  return (
    <nav class="page-tabs" aria-label={t().checks.sections}>
      <For each={links()}>
        {({ href, name }) => (
          <A href={href} end>
            {name}
          </A>
        )}
      </For>
    </nav>
  )
}
