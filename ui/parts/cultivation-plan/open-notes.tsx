import { For, Show } from 'solid-js'
import type { Suggestions } from '../../cultivation-plan.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** What is open before any item helps, and what no item helps with. */
export function OpenNotes(props: { suggestions: Suggestions | undefined }) {
  const words = () => t().cultivationPlan.making
  const listed = () =>
    [
      { title: words().papers, list: props.suggestions?.papers ?? [], isWeak: false },
      { title: words().beyond, list: props.suggestions?.beyond ?? [], isWeak: true },
    ].filter(({ list }) => list.length > 0)
  return (
    <Show when={listed().length > 0}>
      <div class="card-body making-open">
        <For each={listed()}>
          {({ title, list, isWeak }) => (
            <div class="note" classList={{ weak: isWeak }}>
              <Icon name={isWeak ? 'warning' : 'info'} />
              <div>
                <b>{title}</b>
                <ul>
                  <For each={list}>{(one) => <li>{say(one)}</li>}</For>
                </ul>
              </div>
            </div>
          )}
        </For>
      </div>
    </Show>
  )
}
