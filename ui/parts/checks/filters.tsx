import { createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'

type Tab = { id: string; name: string; count: number | null }

/** By how far it is; another choice begins on the first page. */
export function States(props: {
  states: readonly Tab[]
  current: string
  set: (id: string) => void
}) {
  return (
    <fieldset class="segments sheet-states" aria-label={t().checks.tabsLabel}>
      <For each={props.states}>
        {({ id, name, count }) => (
          <button type="button" aria-pressed={props.current === id} onClick={() => props.set(id)}>
            {name}
            <Show when={count !== null}> {whole(count!)}</Show>
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** By name, once typing pauses. */
export function Find(props: { value: string; set: (text: string) => void }) {
  const [typed, setTyped] = createSignal(props.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => props.set(text.trim()), PAUSE)
  }
  return (
    <input
      class="input sheet-find"
      type="search"
      aria-label={t().checks.find}
      placeholder={t().checks.find}
      value={typed()}
      maxlength={40}
      onInput={(event) => ask(event.currentTarget.value)}
    />
  )
}
/** Milliseconds without a key. */
const PAUSE = 250

export function Villages(props: {
  villages: readonly { code: string; name: string; open: number }[]
  value: string
  set: (code: string) => void
}) {
  return (
    <select
      class="input"
      aria-label={t().checks.chooseVillage}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      <option value="" selected={props.value === ''}>
        {t().checks.allVillages}
      </option>
      <For each={props.villages}>
        {({ code, name, open }) => (
          <option value={code} selected={code === props.value}>
            {t().checks.villageOpen(placeName(name), open)}
          </option>
        )}
      </For>
    </select>
  )
}

export function Periods(props: {
  label: string
  periods: readonly string[]
  value: string
  name: (period: string) => string
  set: (period: string) => void
}) {
  return (
    <select
      class="input"
      aria-label={props.label}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      <For each={props.periods}>
        {(period) => (
          <option value={period} selected={period === props.value}>
            {props.name(period)}
          </option>
        )}
      </For>
    </select>
  )
}
