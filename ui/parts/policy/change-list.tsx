import { For, Show } from 'solid-js'
import type { Change } from '../../policy.ts'
import { say } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** What changes, each with its value before and after. */
export function ChangeList(props: { changes: readonly Change[] }) {
  return (
    <Show when={props.changes.length > 0}>
      <ul class="change-list">
        <For each={props.changes}>
          {({ words, said }) => (
            <li>
              <b>{say(words)}</b>
              <span>
                <del>{say(said.before)}</del> <Icon name="right" /> <ins>{say(said.after)}</ins>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
