import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { searchOf } from '../choices.ts'
import { Icon } from '../icon.tsx'
import type { Board } from '../village/board.ts'

/** The team on the page of a village on paper, worked out for what is chosen now. */
export function PrintSlate(props: { board: Board }) {
  const isThere = () => props.board.answer()?.status === 'solved' && !props.board.isStale()
  const search = () => {
    const chosen = Object.entries(searchOf(props.board.asked())).flatMap(([key, values]) =>
      values.map((value): [string, string] => [key, value]),
    )
    return new URLSearchParams([['village', props.board.village.code], ...chosen])
  }
  return (
    <Show when={isThere()}>
      <A class="button desk-only" href={`/print/slates?${search()}`}>
        <Icon name="paper" />
        {t().prints.open.slate}
      </A>
    </Show>
  )
}
