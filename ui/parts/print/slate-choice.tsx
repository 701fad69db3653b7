import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import type { PaperSlates } from './slates.ts'

type Change = { township?: string | null; village?: string[] | null; next?: string | null }

const w = () => t().prints.slate

/** Which villages of a plan, and whether the next people of each post stand on the sheet. */
export function SlateChoice(props: {
  found: PaperSlates | undefined
  chosen: readonly string[]
  isOfPlan: boolean
  withNext: boolean
  choose: (change: Change) => void
}) {
  const places = () => props.found?.places ?? []
  return (
    <Show when={props.isOfPlan} fallback={<WithNext {...props} />}>
      <Show when={places().length > 1}>
        <SelectField
          label={w().township}
          none={w().chooseTownship}
          value={props.found?.chosen ?? ''}
          choices={places().map(({ code, name }) => ({ value: code, name: placeName(name) }))}
          set={(township) => props.choose({ township: township || null, village: null })}
        />
      </Show>
      <Villages {...props} />
    </Show>
  )
}

type Given = Parameters<typeof SlateChoice>[0]

function WithNext(props: Given) {
  return (
    <label class="print-check">
      <input
        type="checkbox"
        checked={props.withNext}
        onChange={(event) => props.choose({ next: event.currentTarget.checked ? '1' : null })}
      />
      {w().withNext}
    </label>
  )
}

/** In the address for no village at all; without any, all are meant. */
const NONE = ['none']

/** Boxes of the township's villages. */
function Villages(props: Given) {
  const own = () =>
    props.found?.places.find(({ code }) => code === props.found?.chosen)?.villages ?? []
  const isOn = (code: string) => props.chosen.length === 0 || props.chosen.includes(code)
  function toggle(code: string) {
    const on = own()
      .map((village) => village.code)
      .filter((one) => (one === code ? !isOn(one) : isOn(one)))
    props.choose({ village: on.length === own().length ? null : on.length === 0 ? NONE : on })
  }
  return (
    <Show when={own().length > 1}>
      <fieldset class="print-choices">
        <legend>{w().villages(props.found?.sheets.length ?? 0, own().length)}</legend>
        <For each={own()}>
          {({ code, name }) => (
            <label class="print-check">
              <input type="checkbox" checked={isOn(code)} onChange={() => toggle(code)} />
              {placeName(name)}
            </label>
          )}
        </For>
        <button type="button" class="button slim" onClick={() => props.choose({ village: NONE })}>
          {w().noVillage}
        </button>
        <button type="button" class="button slim" onClick={() => props.choose({ village: null })}>
          {w().all}
        </button>
      </fieldset>
    </Show>
  )
}
