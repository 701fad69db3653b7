import { createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { loadPinyin } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Chips, conditionsOf } from './chips.tsx'
import { usePool } from './context.ts'
import { exactly, type Suggestion, suggestionsFor } from './suggestions.ts'
import { createTyping } from './typing.ts'

/** What the server takes. */
const LONGEST = 50

/** One box for everything: what is understood becomes a chip, the rest is looked for as it is typed. */
export function SearchBox() {
  const id = createUniqueId()
  const pool = usePool()
  const typing = createTyping(pool.address)
  const [isOpen, setOpen] = createSignal(false)
  const [at, setAt] = createSignal(-1)
  const offered = createMemo(() => (isOpen() ? suggestionsFor(pool, typing.text().trim()) : []))
  const conditions = createMemo(() => conditionsOf(pool, typing.words()))
  let input!: HTMLInputElement
  focusByKey(() => input)
  function take({ facet, value }: Suggestion) {
    typing.forget()
    pool.address.set(facet, [...new Set([...pool.address.values(facet), value])])
    close()
  }
  function close() {
    setOpen(false)
    setAt(-1)
  }
  function enter() {
    const meant = offered()[at()] ?? exactly(pool, typing.text().trim())
    if (meant) take(meant)
    else typing.keep()
    close()
  }
  function onKey(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.isComposing) return
    const last = offered().length - 1
    if (event.key === 'ArrowDown') setAt((now) => Math.min(last, now + 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(-1, now - 1))
    else if (event.key === 'Enter') enter()
    else if (event.key === 'Escape' && isOpen()) close()
    else if (event.key === 'Backspace' && event.currentTarget.value === '')
      conditions().at(-1)?.drop()
    else return
    if (event.key !== 'Backspace') event.preventDefault()
  }
  return (
    <search class="pool-search">
      <div class="search-box">
        <Icon name="search" />
        <Chips conditions={conditions()} />
        <input
          ref={input}
          type="text"
          role="combobox"
          class="search-input"
          aria-label={t().pool.search.label}
          aria-expanded={offered().length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at() >= 0 ? `${id}-${at()}` : undefined}
          autocomplete="off"
          enterkeyhint="search"
          spellcheck={false}
          maxlength={LONGEST}
          placeholder={conditions().length > 0 ? t().pool.search.hint : t().pool.search.first}
          value={typing.text()}
          onFocus={loadPinyin}
          onBlur={close}
          onKeyDown={onKey}
          onInput={(event) => {
            setOpen(true)
            setAt(-1)
            if (!event.isComposing) typing.type(event.currentTarget.value)
          }}
          onCompositionEnd={(event) => typing.type(event.currentTarget.value)}
        />
        <Show when={conditions().length > 1}>
          <span class="hint wide-only">{t().pool.search.all}</span>
        </Show>
        <kbd class="wide-only">/</kbd>
        <button type="button" class="button primary search-do" onClick={enter}>
          {t().pool.search.do}
        </button>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        class="suggestions"
        classList={{ open: offered().length > 0 }}
        aria-label={t().pool.search.suggestions}
      >
        <For each={offered()}>
          {(one, index) => (
            <div
              id={`${id}-${index()}`}
              role="option"
              tabIndex={-1}
              aria-selected={index() === at()}
              // Before the box would lose the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(one)
              }}
            >
              <span class="medium">{one.name}</span>
              <span class="hint">{one.about}</span>
            </div>
          )}
        </For>
      </div>
    </search>
  )
}

/** `/` where nobody writes; Ctrl K stays with the choice of a place, as the top bar says on every page. */
function focusByKey(input: () => HTMLInputElement) {
  const listen = (event: KeyboardEvent) => {
    const isWriting = (event.target as Element).matches?.('input, textarea, select')
    const isSlash = event.key === '/' && !isWriting && !event.ctrlKey && !event.altKey
    if (!isSlash) return
    event.preventDefault()
    input().focus()
  }
  onMount(() => document.addEventListener('keydown', listen))
  onCleanup(() => document.removeEventListener('keydown', listen))
}
