import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Which people of all are on the page, and the pages beside it. */
export function Pages(props: {
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}) {
  const words = () => t().checks.pages
  const from = () => (props.page - 1) * props.pageSize + 1
  const to = () => Math.min(props.total, props.page * props.pageSize)
  return (
    <Show when={props.total > props.pageSize}>
      <nav class="row wrap sheet-pages" aria-label={words().label}>
        <span class="hint">{words().of(from(), to(), props.total)}</span>
        <Show when={props.page > 1}>
          <A class="button slim" href={props.href(props.page - 1)} noScroll>
            <Icon name="left" />
            {words().before}
          </A>
        </Show>
        <Show when={to() < props.total}>
          <A class="button slim" href={props.href(props.page + 1)} noScroll>
            {words().next}
            <Icon name="right" />
          </A>
        </Show>
      </nav>
    </Show>
  )
}
