import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { placeName } from '../../../names.ts'
import { placesOf } from '../../../queries.ts'
import type { Places } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { SelectField } from '../../account/fields.tsx'

/** A village of the own reach, by its township where there are several. */
export function PlaceField(props: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  village: string
  set: (village: string) => void
}) {
  const places = createAsync<Places | undefined>(() => placesOf(), { initialValue: undefined })
  const townships = () => places.latest?.townships ?? []
  const [chosen, setChosen] = createSignal<string>()
  const township = () =>
    townships().find(({ code }) => code === chosen()) ??
    townships().find(({ villages }) => villages.some(({ code }) => code === props.village)) ??
    (townships().length === 1 ? townships()[0] : undefined)
  const choices = () =>
    (township()?.villages ?? []).map(({ code, name }) => ({ value: code, name: placeName(name) }))
  return (
    <div class="place-field">
      <Show when={townships().length > 1}>
        <SelectField
          label={t().portrait.township}
          none={t().accounts.chooseTownship}
          value={township()?.code ?? ''}
          choices={townships().map(({ code, name }) => ({ value: code, name: placeName(name) }))}
          set={(code) => {
            setChosen(code)
            props.set('')
          }}
        />
      </Show>
      <SelectField
        label={props.label}
        hint={props.hint}
        error={props.error}
        none={t().accounts.chooseTownship}
        value={props.village}
        choices={choices()}
        set={props.set}
      />
    </div>
  )
}
