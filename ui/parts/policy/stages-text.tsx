import { For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { factsOf, kindOf, nameOf, type StagesField, stagesOf } from './stages.ts'

/** The stages in their order, for readers. */
export function StagesText(props: { field: StagesField; value: unknown }) {
  return (
    <ol class="stages-text" aria-label={t().procedure.list}>
      <For each={stagesOf(props.value)}>
        {(stage, at) => (
          <li>
            <span class="stage-number">{at() + 1}</span>
            <span class="stage-name">
              <b>{nameOf(stage)}</b>{' '}
              <Show when={kindOf(stage, props.field.choices)}>
                {(kind) => <span class="chip">{kind()}</span>}
              </Show>
              <span class="hint under">{factsOf(stage, props.field.choices)}</span>
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}
