import { createAsync } from '@solidjs/router'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { dictionaryOf } from '../../../administration.ts'
import { loadPinyin, spellings } from '../../../names.ts'
import type { DictionaryEntry } from '../../../types.ts'
import { say, t } from '../../../words/index.ts'
import { Field } from '../../account/fields.tsx'
import { Icon } from '../../icon.tsx'
import type { SkillDraft } from './draft.ts'

type Entries = { entries: DictionaryEntry[] }
const MOST_OFFERED = 8
/** How well somebody does it when nobody said: the middle of the scale. */
const ORDINARY = 0.6

/** Skills of the dictionary, found by a word or pinyin, or a word of one's own; each proven or claimed. */
export function SkillField(props: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  chosen: readonly SkillDraft[]
  set: (skills: readonly SkillDraft[]) => void
}) {
  const dictionary = createAsync<Entries | undefined>(() => dictionaryOf('skills'), {
    initialValue: undefined,
  })
  const [text, setText] = createSignal('')
  const typed = () => text().trim()
  const isTaken = (word: string) => props.chosen.some((one) => one.word === word)
  const offered = () =>
    (dictionary.latest?.entries ?? [])
      .filter((entry) => !entry.isRetired && !isTaken(say(entry)) && matches(entry, typed()))
      .slice(0, typed() ? MOST_OFFERED : undefined)
  const isOwn = () =>
    typed() !== '' &&
    !isTaken(typed()) &&
    !dictionary.latest?.entries.some((entry) => say(entry) === typed())
  function add(skill: string | null, word: string) {
    props.set([...props.chosen, { skill, word, isProven: false, level: ORDINARY }])
    setText('')
  }
  /** Enter takes the only one that fits, or else the word as it is. */
  function takeFirst() {
    const [first, second] = offered()
    if (first && (!second || say(first) === typed())) add(first.id, say(first))
    else if (isOwn()) add(null, typed())
  }
  return (
    <>
      <ChosenSkills chosen={props.chosen} set={props.set} />
      <Field label={props.label} hint={props.hint} error={props.error}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="search"
            name="skill"
            maxlength={30}
            autocomplete="off"
            value={text()}
            onFocus={loadPinyin}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              takeFirst()
            }}
          />
        )}
      </Field>
      <fieldset class="quick" aria-label={t().portrait.skillsOffered}>
        <For each={offered()}>
          {(entry) => (
            <button type="button" class="button slim" onClick={() => add(entry.id, say(entry))}>
              <Icon name="plus" />
              {say(entry)}
            </button>
          )}
        </For>
        <Show when={isOwn()}>
          <button type="button" class="button slim own-word" onClick={() => add(null, typed())}>
            <Icon name="plus" />
            {t().portrait.ownWord(typed())}
          </button>
        </Show>
      </fieldset>
    </>
  )
}

function ChosenSkills(props: {
  chosen: readonly SkillDraft[]
  set: (skills: readonly SkillDraft[]) => void
}) {
  const group = createUniqueId()
  const change = (at: number, isProven: boolean) =>
    props.set(props.chosen.map((one, place) => (place === at ? { ...one, isProven } : one)))
  return (
    <ul class="skill-rows">
      <For each={props.chosen} fallback={<li class="hint">{t().person.noSkills}</li>}>
        {(one, at) => (
          <li>
            <span class="medium">{one.word}</span>
            <Show when={one.skill === null}>
              <span class="chip">{t().portrait.newWord}</span>
            </Show>
            <fieldset class="pick slim push" aria-label={t().portrait.standingOf(one.word)}>
              <For each={[true, false]}>
                {(isProven) => (
                  <label>
                    <input
                      type="radio"
                      name={`${group}-${one.word}`}
                      checked={one.isProven === isProven}
                      onChange={() => change(at(), isProven)}
                    />
                    {isProven ? t().portrait.proven : t().portrait.claimed}
                  </label>
                )}
              </For>
            </fieldset>
            <button
              type="button"
              class="button plain icon-only slim"
              aria-label={t().accounts.drop(one.word)}
              onClick={() => props.set(props.chosen.filter((other) => other !== one))}
            >
              <Icon name="close" />
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

function matches(entry: DictionaryEntry, text: string): boolean {
  if (text === '') return true
  const { full, initials } = spellings(entry.zh)
  const low = text.toLowerCase()
  return [entry.zh, entry.en.toLowerCase(), full, initials].some((name) => name.includes(low))
}
