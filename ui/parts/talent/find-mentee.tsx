import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, onCleanup, Show, Suspense } from 'solid-js'
import { problemOf } from '../../client.ts'
import { personName, placeName } from '../../names.ts'
import { beginMentorship, talentsOf } from '../../people.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending, type Sending } from '../account/sending.ts'
import { factsOf } from '../person-line.tsx'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300

/** Finds a person by name and makes the mentorship; nobody is listed before a name is typed. */
export function FindMentee(props: {
  mentor: { id: string; name: string }
  mentees: string[]
  done: (said: string) => void
}) {
  const begin = useAction(beginMentorship)
  const sending = createSending(async (person: Person) => {
    await begin(props.mentor.id, person.id)
    props.done(t().mentorships.began(props.mentor.name, person.name))
  })
  return (
    <FindPerson
      text={t().mentorships.addText}
      verb={t().mentorships.begin}
      mentees={props.mentees}
      sending={sending}
      choose={(person) => void sending.start(person)}
    />
  )
}

/** Finds one person by name, for any act. */
export function FindPerson(props: {
  text: string
  verb: string
  mentees?: string[]
  sending?: Sending
  choose: (person: Person) => void
}) {
  const [text, setText] = createSignal('')
  const found = createAsync(async () => {
    if (text() === '') return null
    return talentsOf({ q: text() }).then(
      ({ people }) => ({ people, problem: null }),
      (error) => ({ people: [], problem: problemOf(error) }),
    )
  })
  return (
    <div class="form">
      <p class="second">{props.text}</p>
      <Refusal problem={props.sending?.problem() ?? found.latest?.problem ?? null} />
      <SearchField set={setText} />
      <Suspense>
        <Show when={found()} fallback={<p class="hint">{t().mentorships.type}</p>}>
          {(answer) => (
            <ul class="found" aria-label={t().talents.list}>
              <For
                each={answer().people}
                fallback={<li class="hint">{t().mentorships.nobody(text())}</li>}
              >
                {(person) => (
                  <Candidate
                    person={person}
                    verb={props.verb}
                    isMentee={props.mentees?.includes(person.id) ?? false}
                    isBusy={props.sending?.isBusy() ?? false}
                    choose={() => props.choose(person)}
                  />
                )}
              </For>
            </ul>
          )}
        </Show>
      </Suspense>
    </div>
  )
}

function SearchField(props: { set: (text: string) => void }) {
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  function later(text: string) {
    clearTimeout(timer)
    timer = window.setTimeout(() => props.set(text.trim()), PAUSE_MS)
  }
  return (
    <Field label={t().mentorships.search}>
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
  )
}

function Candidate(props: {
  person: Person
  verb: string
  isMentee: boolean
  isBusy: boolean
  choose: () => void
}) {
  return (
    <li class="row">
      <span>
        <span class="medium">{personName(props.person.name)}</span>
        <span class="hint block">
          {[factsOf(props.person), placeName(props.person.homeVillage.name)].join(t().separator)}
        </span>
      </span>
      <Show
        when={!props.isMentee}
        fallback={<span class="chip push">{t().mentorships.isMentee}</span>}
      >
        <button
          type="button"
          class="button slim push"
          aria-label={t().mentorships.choose(props.person.name)}
          aria-disabled={props.isBusy}
          onClick={() => props.choose()}
        >
          {props.verb}
        </button>
      </Show>
    </li>
  )
}
