import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Board } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { STATE_OF } from './colours.tsx'
import { shareDone } from './strip.tsx'

/** The township in one line, and what is due first. */
export function BoardStrip(props: { board: Board }) {
  const w = () => t().township
  const total = () => props.board.total
  return (
    <section class="card board-strip" aria-label={t().overview.readiness}>
      <For each={['red', 'yellow', 'green'] as const}>
        {(colour) => (
          <span>
            <Mark state={STATE_OF[colour]} /> <b>{whole(total()[colour])}</b>{' '}
            {t().overview.colour[colour]}
          </span>
        )}
      </For>
      <Show when={total().counted > 0}>
        <span class="second">
          {w().reservesSum(whole(total().reserves), oneDecimal(total().reserves / total().counted))}
        </span>
      </Show>
      <For each={['settled', 'willing', 'none'] as const}>
        {(list) => (
          <A href={`/village-lists?list=${list}&township=${props.board.township.code}`}>
            {t().overview.list[list]} {whole(total()[list])}
          </A>
        )}
      </For>
      <span class="second">
        {total().asked > 0
          ? w().review(shareDone(total().answered, total().asked))
          : w().reviewNone}
      </span>
      <span class="push">
        <span class="hint">{w().urgent}</span> <Urgent board={props.board} />
      </span>
    </section>
  )
}

function Urgent(props: { board: Board }) {
  const w = () => t().township
  return (
    <Show when={props.board.urgent[0]} fallback={<span class="hint">{w().urgentNone}</span>}>
      {(first) => {
        const village = () => placeName(first().village.name)
        return (
          <A href={`/villages/${first().village.code}`} classList={{ low: first().lateDays > 0 }}>
            {first().lateDays > 0
              ? w().urgentLate(village(), first().what, first().lateDays)
              : w().urgentDue(village(), first().what, first().dueOn)}
          </A>
        )
      }}
    </Show>
  )
}
