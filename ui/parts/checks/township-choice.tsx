import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'

/** Of which township the board is: the county chooses. */
export function TownshipChoice(props: { code: string; set: (code: string) => void }) {
  const has = useRoles()
  return (
    <Show when={has('county')}>
      <Choice {...props} />
    </Show>
  )
}

function Choice(props: { code: string; set: (code: string) => void }) {
  const places = createAsync(() => placesOf())
  return (
    <select
      class="input"
      aria-label={t().checks.chooseTownship}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      <For each={places()?.townships}>
        {({ code, name }) => (
          <option value={code} selected={code === props.code}>
            {placeName(name)}
          </option>
        )}
      </For>
    </select>
  )
}
