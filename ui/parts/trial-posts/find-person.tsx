import { createAsync } from '@solidjs/router'
import { createSignal, For, onCleanup, Show, Suspense } from 'solid-js'
import { problemOf } from '../../client.ts'
import { personName, placeName } from '../../names.ts'
import { talentsOf } from '../../people.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { factsOf } from '../person-line.tsx'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300

/** Finds a person by name; nobody is listed before a name is typed. */
export function FindPerson(props: { error: string | undefined; choose: (person: Person) => void }) {
  const [text, setText] = createSignal('')
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  const later = (typed: string) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => setText(typed.trim()), PAUSE_MS)
  }
  const words = () => t().trialPosts.form
  return (
    <>
      <Field label={words().search} hint={words().type} error={props.error}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="search"
            name="q"
            autocomplete="off"
            maxlength={50}
            onInput={(event) => !event.isComposing && later(event.currentTarget.value)}
            onCompositionEnd={(event) => later(event.currentTarget.value)}
          />
        )}
      </Field>
      <Show when={text()} keyed>
        {(typed) => (
          <Suspense fallback={<p class="hint">{t().shell.loading}</p>}>
            <Found text={typed} choose={props.choose} />
          </Suspense>
        )}
      </Show>
    </>
  )
}

function Found(props: { text: string; choose: (person: Person) => void }) {
  const found = createAsync(() =>
    talentsOf({ q: props.text }).then(
      ({ people }) => ({ people, problem: null }),
      (error) => ({ people: [], problem: problemOf(error) }),
    ),
  )
  return (
    <Show when={found()}>
      {(answer) => (
        <>
          <Refusal problem={answer().problem} />
          <ul class="found" aria-label={t().talents.list}>
            <For
              each={answer().people}
              fallback={<li class="hint">{t().trialPosts.form.nobody(props.text)}</li>}
            >
              {(person) => (
                <li class="row">
                  <span>
                    <span class="medium">{personName(person.name)}</span>
                    <span class="hint block">
                      {[factsOf(person), placeName(person.homeVillage.name)].join(t().separator)}
                    </span>
                  </span>
                  <button
                    type="button"
                    class="button slim push"
                    aria-label={t().trialPosts.form.choose(person.name)}
                    onClick={() => props.choose(person)}
                  >
                    {t().trialPosts.form.pick}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </>
      )}
    </Show>
  )
}
