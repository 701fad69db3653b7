import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, onCleanup, Show, Suspense } from 'solid-js'
import { problemOf } from '../../client.ts'
import { addParticipants, type Course } from '../../courses.ts'
import { personName, placeName } from '../../names.ts'
import { talentsOf } from '../../people.ts'
import { listsOf } from '../../pool.ts'
import { t } from '../../words/index.ts'
import { Field, SelectField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300
type Chosen = { id: string; name: string }

/** Adds people from the pool: a list of it as a whole, others by name. */
export function AddPeople(props: {
  course: Course
  close: () => void
  say: (text: string) => void
}) {
  const [list, setList] = createSignal('')
  const [chosen, setChosen] = createSignal<Chosen[]>([])
  const [isTried, setTried] = createSignal(false)
  const add = useAction(addParticipants)
  const words = () => t().courses.roster
  const sending = createSending(async () => {
    const ids = chosen().map(({ id }) => id)
    const { added, already } = await add(props.course.id, ids, list() || null)
    props.say(words().added(added, already))
    props.close()
  })
  const isNone = () => list() === '' && chosen().length === 0
  function submit() {
    setTried(true)
    if (!isNone()) void sending.start()
  }
  const toggle = (person: Chosen) =>
    setChosen((before) =>
      before.some(({ id }) => id === person.id)
        ? before.filter(({ id }) => id !== person.id)
        : [...before, person],
    )
  return (
    <Panel isOpen onClose={props.close} title={words().addTitle}>
      <DialogForm
        sending={sending}
        verb={words().addDo}
        busy={words().adding}
        submit={submit}
        cancel={props.close}
      >
        <Lists chosen={list()} set={setList} />
        <Find course={props.course} chosen={chosen()} toggle={toggle} />
        <Show when={chosen().length > 0}>
          <p class="medium" role="status">
            {words().chosen(chosen().length)}
            {': '}
            {chosen()
              .map(({ name }) => personName(name))
              .join(t().clause)}
          </p>
        </Show>
        <Show when={isTried() && isNone()}>
          <p class="field-error" role="alert">
            {words().need}
          </p>
        </Show>
      </DialogForm>
    </Panel>
  )
}

function Lists(props: { chosen: string; set: (list: string) => void }) {
  const answer = createAsync(async () => listsOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const lists = () => answer.latest?.lists ?? []
  return (
    <Show when={lists().length > 0}>
      <SelectField
        label={t().courses.roster.byList}
        hint={t().courses.roster.byListHint}
        value={props.chosen}
        set={props.set}
        none={t().courses.roster.chooseList}
        choices={lists().map(({ id, name, members }) => ({
          value: id,
          name: `${name} (${members})`,
        }))}
      />
    </Show>
  )
}

function Find(props: { course: Course; chosen: Chosen[]; toggle: (person: Chosen) => void }) {
  const [text, setText] = createSignal('')
  const found = createAsync(async () => {
    if (text() === '') return null
    return talentsOf({ q: text() }).then(
      ({ people }) => ({ people, problem: null }),
      (error) => ({ people: [], problem: problemOf(error) }),
    )
  })
  const isHere = (id: string) => props.course.participants.some(({ talent }) => talent.id === id)
  return (
    <>
      <Search set={setText} />
      <Suspense>
        <Show when={found()} fallback={<p class="hint">{t().courses.roster.typeName}</p>}>
          {(answer) => (
            <ul class="found" aria-label={t().talents.list}>
              <For
                each={answer().people}
                fallback={<li class="hint">{t().courses.roster.nobody(text())}</li>}
              >
                {(person) => (
                  <li class="row">
                    <label class="tick">
                      <input
                        type="checkbox"
                        disabled={isHere(person.id)}
                        checked={props.chosen.some(({ id }) => id === person.id)}
                        onChange={() => props.toggle(person)}
                      />
                      <span>
                        <span class="medium">{personName(person.name)}</span>{' '}
                        <span class="hint">{placeName(person.homeVillage.name)}</span>
                      </span>
                    </label>
                    <Show when={isHere(person.id)}>
                      <span class="chip push">{t().courses.roster.isHere}</span>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
      </Suspense>
    </>
  )
}

function Search(props: { set: (text: string) => void }) {
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  function later(text: string) {
    clearTimeout(timer)
    timer = window.setTimeout(() => props.set(text.trim()), PAUSE_MS)
  }
  return (
    <Field label={t().courses.roster.byName}>
      {(given) => (
        <input
          {...given()}
          class="input"
          type="search"
          name="q"
          autocomplete="off"
          maxlength={50}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onInput={(event) => !event.isComposing && later(event.currentTarget.value)}
          onCompositionEnd={(event) => later(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
