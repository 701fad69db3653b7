import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'

/** Papers of a whole round: the text of its notices, and who is filed; reserves are filed nowhere. */
export function PrintRound(props: { round: string; kind: 'term-change' | 'reserve' }) {
  const has = useRoles()
  return (
    <span class="row wrap push">
      <Show when={has('county', 'township')}>
        <A class="button" href={`/print/notices/${props.round}`}>
          {t().prints.open.notice}
        </A>
        <Show when={props.kind === 'term-change'}>
          <A class="button" href={`/print/filing/${props.round}`}>
            {t().prints.open.filing}
          </A>
        </Show>
      </Show>
    </span>
  )
}
