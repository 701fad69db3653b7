import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { loadPinyin, placeName, spellings } from '../../names.ts'
import type { Places, TownshipOfPlaces } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

type Village = TownshipOfPlaces['villages'][number]

/** Several villages out of hundreds: the chosen ones on top, a search, and all of them by township. */
export function VillageChoice(props: {
  places: Places
  chosen: readonly string[]
  set: (chosen: string[]) => void
  hint?: string | undefined
  error?: string | undefined
}) {
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  const isChosen = (code: string) => props.chosen.includes(code)
  const toggle = (code: string) =>
    props.set(isChosen(code) ? props.chosen.filter((one) => one !== code) : [...props.chosen, code])
  const shown = createMemo(() =>
    props.places.townships
      .map((township) => ({ ...township, villages: township.villages.filter(matching(text())) }))
      .filter(({ villages }) => villages.length > 0),
  )
  const villages = createMemo(() => props.places.townships.flatMap((one) => one.villages))
  return (
    <fieldset class="field" aria-describedby={`${id}-about`}>
      <legend class="label">
        {t().accounts.villages}{' '}
        <span class="hint">{t().accounts.villagesChosen(props.chosen.length)}</span>
      </legend>
      <div id={`${id}-about`} class="field-about">
        <Show when={props.error}>
          <p class="field-error">
            <Icon name="warning" />
            {props.error}
          </p>
        </Show>
        <Show when={props.hint}>
          <p class="hint">{props.hint}</p>
        </Show>
      </div>
      <Show when={props.chosen.length > 0}>
        <ul class="chosen-villages">
          <For each={villages().filter(({ code }) => isChosen(code))}>
            {({ code, name }) => (
              <li class="chip accent">
                {placeName(name)}
                <button
                  type="button"
                  aria-label={t().accounts.drop(placeName(name))}
                  onClick={() => toggle(code)}
                >
                  <Icon name="close" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <input
        class="input"
        type="search"
        aria-label={t().accounts.findVillage}
        placeholder={t().accounts.findVillage}
        value={text()}
        onFocus={loadPinyin}
        onInput={(event) => setText(event.currentTarget.value.trim().toLowerCase())}
      />
      <div class="village-list">
        <For each={shown()} fallback={<p class="hint">{t().accounts.noVillage(text())}</p>}>
          {(township) => (
            <Township
              township={township}
              isOpen={text() !== '' || township.villages.some(({ code }) => isChosen(code))}
              isChosen={isChosen}
              toggle={toggle}
            />
          )}
        </For>
      </div>
    </fieldset>
  )
}

function Township(props: {
  township: TownshipOfPlaces
  isOpen: boolean
  isChosen: (code: string) => boolean
  toggle: (code: string) => void
}) {
  return (
    <details open={props.isOpen}>
      <summary>
        <Icon name="right" />
        {placeName(props.township.name)}
        <span class="hint push">{props.township.villages.length}</span>
      </summary>
      <ul>
        <For each={props.township.villages}>
          {({ code, name }) => (
            <li>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={props.isChosen(code)}
                  onChange={() => props.toggle(code)}
                />
                {placeName(name)}
              </label>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}

const matching = (text: string) => (village: Village) => {
  if (text === '') return true
  const { full, initials } = spellings(village.name)
  return [village.name, full, initials].some((name) => name.includes(text))
}
