import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { personName, placeName } from '../../../names.ts'
import { t } from '../../../words/index.ts'

/** Decisions by which the person came among the reserves or went, with their reasons. */
export function OwnMovements(props: { movements: OwnCultivation['movements'] }) {
  const words = () => t().growth.own.movements
  return (
    <Show when={props.movements.length > 0} fallback={<p class="second">{words().none}</p>}>
      <ul class="own-lines">
        <For each={props.movements}>
          {(one) => (
            <li classList={{ ended: one.takenBackOn !== null }}>
              <p class="row wrap">
                <span class="chip">{words().direction[one.direction]}</span>
                <b>{words().way[one.way]}</b>
                <Show when={one.village}>{(village) => placeName(village().name)}</Show>
                <span class="hint push">{words().by(personName(one.by), one.on)}</span>
              </p>
              <p>{one.reason}</p>
              <Show when={one.takenBackOn}>
                {(day) => <p class="hint">{words().takenBack(day())}</p>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
