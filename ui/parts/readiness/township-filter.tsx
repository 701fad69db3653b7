import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'

/** The county may look at one of its townships. */
export function TownshipFilter(props: {
  code: string | undefined
  set: (code: string | undefined) => void
}) {
  const has = useRoles()
  return (
    <Show when={has('county')}>
      <Choice {...props} />
    </Show>
  )
}

function Choice(props: { code: string | undefined; set: (code: string | undefined) => void }) {
  const places = createAsync(() => placesOf())
  return (
    <select
      class="input township-filter"
      aria-label={t().readiness.lists.chooseTownship}
      onChange={(event) => props.set(event.currentTarget.value || undefined)}
    >
      <option value="">{t().readiness.lists.allTownships}</option>
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
