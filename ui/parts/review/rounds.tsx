import { For } from 'solid-js'
import type { Round } from '../../review.ts'
import { t } from '../../words/index.ts'

/** Of several rounds, the one that the queue shows. */
export function RoundChoice(props: {
  rounds: readonly Round[]
  chosen: string
  choose: (round: string) => void
}) {
  return (
    <label class="round-choice">
      <span class="hidden-text">{t().review.round}</span>
      <select class="input" onChange={(event) => props.choose(event.currentTarget.value)}>
        <For each={props.rounds}>
          {({ id, name, state }) => (
            <option value={id} selected={id === props.chosen}>
              {state === 'open' ? name : `${name}（${t().review.roundState.closed}）`}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
