import { A, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { v7 as newId } from 'uuid'
import { type FormField, type FormRead, writeForm } from '../../appointment-forms.ts'
import { isOfType } from '../../client.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending, hasErrors } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { ComparisonTable } from './comparison.tsx'
import { allOf, besideOf, candidateOf, chosenFor, type Loaded } from './loaded.ts'
import { EMPTY_NEW, errorsOfNew, type NewErrors, NewFields, personOf } from './new-fields.tsx'
import { Whom } from './whom.tsx'

/** One form: whose it is, field by field, and the act that writes what was chosen. */
export function OneForm(props: {
  loaded: Loaded
  read: FormRead
  change: (change: Partial<Loaded>) => void
}) {
  const words = () => t().appointmentForms
  const write = useAction(writeForm)
  const [draft, setDraft] = createSignal(EMPTY_NEW)
  const [errors, setErrors] = createSignal<NewErrors>({})
  const [isAnother, setAnother] = createSignal(false)
  // The same person, however often the request is sent.
  const id = newId()
  const isNew = () => props.loaded.whom === 'new'
  const beside = () => besideOf(props.loaded.reading, props.loaded.whom)
  const candidate = () => candidateOf(props.loaded.reading, props.loaded.whom)
  const sending = createSending(async () => {
    const { take, relatives, file, whom } = props.loaded
    const person = isNew() ? { person: personOf(id, draft(), isAnother()) } : { talent: whom }
    const revision = candidate()?.person.revision ?? null
    const answer = await write(file, { ...person, take, relatives }, revision)
    props.change({ written: answer.id, problem: null })
  })
  function submit() {
    setErrors(isNew() ? errorsOfNew(draft()) : {})
    if (!hasErrors(errors())) void sending.start()
  }
  const isAlike = () =>
    sending.problem() !== null && isOfType(sending.problem()!, 'duplicate-person')
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Cautions read={props.read} problem={props.loaded.problem} />
      <Show when={props.loaded.written} fallback={<Refusal problem={sending.problem()} />}>
        {(talent) => <Written id={talent()} name={props.read.name} />}
      </Show>
      <Show when={props.loaded.written === null}>
        <Whom
          read={props.read}
          whom={props.loaded.whom}
          set={(whom) => {
            sending.clear()
            props.change(chosenFor(props.loaded.reading, whom))
          }}
        />
        <Show when={isNew()}>
          <NewFields
            draft={draft()}
            errors={errors()}
            set={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
        </Show>
        <Show when={beside()}>
          {(known) => (
            <>
              <div class="row wrap">
                <h3>{words().beside}</h3>
                <span class="push" />
                <button
                  type="button"
                  class="button slim"
                  onClick={() => props.change(chosenFor(props.loaded.reading, props.loaded.whom))}
                >
                  {words().takeNew}
                </button>
                <button
                  type="button"
                  class="button slim"
                  onClick={() => props.change(allOf(props.loaded.reading, props.loaded.whom))}
                >
                  {words().takeAll}
                </button>
              </div>
              <ComparisonTable
                beside={known()}
                photograph={props.read.photograph}
                known={candidate()?.person.photograph ?? 'none'}
                take={props.loaded.take}
                relatives={props.loaded.relatives}
                setField={(field, isTaken) =>
                  props.change({ take: toggled<FormField>(props.loaded.take, field, isTaken) })
                }
                setRelative={(row, isTaken) =>
                  props.change({ relatives: toggled(props.loaded.relatives, row, isTaken) })
                }
              />
              <Kept read={props.read} />
              <Show when={isAlike()}>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={isAnother()}
                    onChange={(event) => setAnother(event.currentTarget.checked)}
                  />
                  {words().isAnother}
                </label>
              </Show>
              <div class="row wrap">
                <button type="submit" class="button primary push" aria-disabled={sending.isBusy()}>
                  {sending.isBusy() ? words().writing : isNew() ? words().enter : words().write}
                </button>
              </div>
            </>
          )}
        </Show>
      </Show>
    </form>
  )
}

function Cautions(props: { read: FormRead; problem: string | null }) {
  return (
    <>
      <Show when={props.problem}>
        {(text) => (
          <p class="note missed" role="alert">
            <Icon name="warning" />
            <span>{text()}</span>
          </p>
        )}
      </Show>
      <For each={props.read.cautions}>
        {(caution) => (
          <p class="note weak">
            <Icon name="warning" />
            <span>{say(caution)}</span>
          </p>
        )}
      </For>
    </>
  )
}

function Written(props: { id: string; name: string }) {
  return (
    <div class="row wrap">
      <Done text={t().appointmentForms.wrote(1)} />
      <A class="button" href={`/talents/${props.id}`}>
        <Icon name="person" />
        {t().appointmentForms.openPortrait(personName(props.name))}
      </A>
    </div>
  )
}

/** What the portrait does not have is read here and nowhere else. */
function Kept(props: { read: FormRead }) {
  return (
    <Show when={props.read.kept.length > 0}>
      <details class="form-kept">
        <summary>{t().appointmentForms.kept(props.read.kept.length)}</summary>
        <p class="hint">{t().appointmentForms.keptHint}</p>
        <dl class="facts">
          <For each={props.read.kept}>
            {({ words, text }) => (
              <>
                <dt>{say(words)}</dt>
                <dd class="form-text">{text}</dd>
              </>
            )}
          </For>
        </dl>
      </details>
    </Show>
  )
}

function toggled<T>(list: readonly T[], one: T, isIn: boolean): T[] {
  const others = list.filter((it) => it !== one)
  return isIn ? [...others, one] : others
}
