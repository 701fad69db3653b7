import { A } from '@solidjs/router'
import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { talentsOf } from '../../people.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { factsOf } from '../person-line.tsx'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 180
const MOST = 8

/** Finds the person of a paper by name, pinyin or initials; arrows choose, Enter takes and goes on. */
export function PersonBox(props: {
  person: Person | null
  choose: (person: Person | null) => void
  error: string | undefined
  /** Where to come back to after somebody was entered into the pool. */
  back: string
  take: (input: HTMLInputElement) => void
  onTaken: () => void
}) {
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  const [found, setFound] = createSignal<{ text: string; people: Person[] } | null>(null)
  const [at, setAt] = createSignal(0)
  let timer: number | undefined
  let isWanted = false
  onCleanup(() => clearTimeout(timer))
  const isKnown = () => props.person === null && found() !== null && found()?.text === text()
  const offered = () => (isKnown() ? (found()?.people.slice(0, MOST) ?? []) : [])

  async function search(typed: string) {
    const people = await talentsOf({ q: typed }).then(
      (answer) => answer.people,
      () => [],
    )
    if (text() !== typed) return
    setFound({ text: typed, people })
    setAt(0)
    const [only] = people
    if (isWanted && people.length === 1 && only) take(only)
    isWanted = false
  }
  function type(value: string) {
    clearTimeout(timer)
    props.choose(null)
    const typed = value.trim()
    setText(typed)
    isWanted = false
    if (typed !== '') timer = window.setTimeout(() => void search(typed), PAUSE_MS)
  }
  function take(person: Person) {
    props.choose(person)
    setFound(null)
    setText('')
    props.onTaken()
  }
  function onKey(event: KeyboardEvent) {
    if (event.isComposing || props.person !== null) return
    const last = offered().length - 1
    const chosen = offered()[at()]
    if (event.key === 'ArrowDown') setAt((now) => Math.min(last, now + 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(0, now - 1))
    else if (event.key === 'Escape' && isKnown()) setFound(null)
    else if (event.key === 'Enter' && chosen) take(chosen)
    else if (event.key === 'Enter' && text() !== '' && !isKnown()) isWanted = true
    else return
    event.preventDefault()
  }
  return (
    <div class="field person-field">
      <label for={id}>{t().nominate.person}</label>
      <div class="person-box">
        <input
          ref={(input) => props.take(input)}
          id={id}
          type="text"
          role="combobox"
          class="input"
          name="person"
          autocomplete="off"
          spellcheck={false}
          maxlength={50}
          aria-expanded={offered().length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={offered().length > 0 ? `${id}-${at()}` : undefined}
          aria-describedby={`${id}-about`}
          aria-invalid={props.error ? true : undefined}
          value={props.person ? personName(props.person.name) : text()}
          onKeyDown={onKey}
          onInput={(event) => !event.isComposing && type(event.currentTarget.value)}
          onCompositionEnd={(event) => type(event.currentTarget.value)}
          onFocus={(event) => props.person && event.currentTarget.select()}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          class="suggestions people-found"
          classList={{ open: offered().length > 0 }}
          aria-label={t().nominate.person}
        >
          <For each={offered()}>
            {(person, index) => (
              <div
                id={`${id}-${index()}`}
                role="option"
                tabIndex={-1}
                aria-selected={index() === at()}
                onPointerDown={(event) => {
                  event.preventDefault()
                  take(person)
                }}
              >
                <span class="medium">{personName(person.name)}</span>
                <span class="hint">
                  {[placeName(person.homeVillage.name), factsOf(person)].join(t().separator)}
                </span>
              </div>
            )}
          </For>
        </div>
      </div>
      <div id={`${id}-about`} class="field-about">
        <Show when={props.error}>
          <p class="field-error">
            <Icon name="warning" />
            {props.error}
          </p>
        </Show>
        <p class="hint" role="status">
          <Show
            when={props.person}
            fallback={<Found text={text()} isKnown={isKnown()} people={found()?.people ?? []} />}
          >
            {(person) =>
              [placeName(person().homeVillage.name), factsOf(person())].join(t().separator)
            }
          </Show>
        </p>
        <Show when={props.person === null}>
          <A class="new-person" href={`/talents/new?back=${encodeURIComponent(props.back)}`}>
            {t().nominate.newPerson}
          </A>
        </Show>
      </div>
    </div>
  )
}

function Found(props: { text: string; isKnown: boolean; people: Person[] }) {
  return (
    <Show when={props.isKnown} fallback={t().nominate.personHint}>
      <Show when={props.people.length > 0} fallback={t().nominate.personNone(props.text)}>
        {t().nominate.personFound(props.people.length)}
        <Show when={props.people.length > MOST}>
          {t().clause}
          {t().nominate.personMore}
        </Show>
      </Show>
    </Show>
  )
}
