import { useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { type Course, enterResults, type Participant, type Result } from '../../courses.ts'
import { plainNumber } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Blank } from '../states.tsx'
import { keepFromLeaving } from './roll.tsx'

const RESULTS = ['excellent', 'passed', 'failed'] as const
type Entry = { result: Result | null; certificate: string }
type Given = { course: Course; mayEnter: boolean; say: (text: string | null) => void }

/** Results and certificates by list: the rest passed, and then the exceptions. */
export function Results(props: Given) {
  const [draft, setDraft] = createSignal<Record<string, Partial<Entry>>>({})
  const send = useAction(enterResults)
  const people = () => props.course.participants
  const entryOf = ({ talent, result, certificate }: Participant): Entry => ({
    ...{ result, certificate: certificate ?? '' },
    ...draft()[talent.id],
  })
  const isChanged = (person: Participant) => {
    const { result, certificate } = entryOf(person)
    return result !== person.result || certificate.trim() !== (person.certificate ?? '')
  }
  const changed = () => people().filter(isChanged)
  const open = () => people().filter((person) => entryOf(person).result === null)
  const faults = createMemo(() => faultsOf(people().map((it) => [it.talent.id, entryOf(it)])))
  const set = (id: string, given: Partial<Entry>) =>
    setDraft((before) => ({ ...before, [id]: { ...before[id], ...given } }))
  const sending = createSending(async () => {
    const results = changed().map((person) => {
      const { result, certificate } = entryOf(person)
      return { talent: person.talent.id, result, certificate: certificate.trim() || null }
    })
    await send(props.course.id, results)
    setDraft({})
    props.say(t().courses.results.saved(results.length))
  })
  keepFromLeaving(() => changed().length > 0)
  const passRest = () => {
    props.say(null)
    for (const { talent } of open()) set(talent.id, { result: 'passed' })
  }
  return (
    <Show
      when={people().length > 0}
      fallback={
        <Blank
          icon="people"
          title={t().courses.roll.emptyTitle}
          text={
            props.course.may.change ? t().courses.roll.emptyText : t().courses.roll.emptyTrainer
          }
        />
      }
    >
      <Show when={props.mayEnter}>
        <div class="course-tools">
          <button type="button" class="button" disabled={open().length === 0} onClick={passRest}>
            <Icon name="check" />
            {t().courses.results.rest(open().length)}
          </button>
          <span class="hint desk-only push">{t().courses.results.hint}</span>
        </div>
      </Show>
      <div class="course-refusal">
        <Refusal problem={sending.problem()} />
      </div>
      <ul class="roll" aria-label={t().courses.tabs.results}>
        <For each={people()}>
          {(person) => (
            <Row
              person={person}
              of={hoursOf(props.course)}
              entry={entryOf(person)}
              isChanged={isChanged(person)}
              fault={faults().get(person.talent.id)}
              mayEnter={props.mayEnter}
              set={(given) => set(person.talent.id, given)}
            />
          )}
        </For>
      </ul>
      <div class="course-foot" classList={{ open: changed().length > 0 }}>
        <span class="hint">
          {t().courses.results.counts(...countsOf(people().map((it) => entryOf(it).result)))}
        </span>
        <Show when={changed().length > 0}>
          <span class="medium">{t().courses.roll.changes(changed().length)}</span>
          <button type="button" class="button push" onClick={() => setDraft({})}>
            {t().courses.roll.drop}
          </button>
          <button
            type="button"
            class="button primary"
            disabled={faults().size > 0}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {sending.isBusy() ? t().courses.act.working : t().courses.results.save}
          </button>
        </Show>
      </div>
    </Show>
  )
}

function Row(props: {
  person: Participant
  of: number
  entry: Entry
  isChanged: boolean
  fault: string | undefined
  mayEnter: boolean
  set: (given: Partial<Entry>) => void
}) {
  const words = () => t().courses.results
  const name = () => personName(props.person.talent.name)
  const came = () => words().came(plainNumber(props.person.hours), plainNumber(props.of))
  return (
    <li classList={{ changed: props.isChanged }}>
      <span class="roll-who">
        <span class="medium">{name()}</span>
        <span class="hint">{[placeName(props.person.village), came()].join(t().separator)}</span>
      </span>
      <Show when={props.mayEnter} fallback={<Said entry={props.entry} />}>
        <fieldset class="segments roll-states" aria-label={words().of(name())}>
          <For each={RESULTS}>
            {(result) => (
              <button
                type="button"
                class={result}
                aria-pressed={props.entry.result === result}
                onClick={() => props.set({ result: props.entry.result === result ? null : result })}
              >
                {words().state[result]}
              </button>
            )}
          </For>
        </fieldset>
        <span class="roll-number">
          <input
            class="input"
            type="text"
            maxlength={40}
            autocomplete="off"
            spellcheck={false}
            placeholder={words().certificate}
            aria-label={words().certificateOf(name())}
            aria-invalid={props.fault === undefined ? undefined : true}
            value={props.entry.certificate}
            onInput={(event) => props.set({ certificate: event.currentTarget.value })}
          />
          <Show when={props.fault}>
            <span class="field-error">{props.fault}</span>
          </Show>
        </span>
      </Show>
    </li>
  )
}

function Said(props: { entry: Entry }) {
  return (
    <span class="push row">
      <Show
        when={props.entry.result}
        fallback={<span class="chip open">{t().courses.results.none}</span>}
      >
        {(result) => <span>{t().courses.results.state[result()]}</span>}
      </Show>
      <span class="hint">{props.entry.certificate}</span>
    </span>
  )
}

/** What the server would refuse, said beside the number. */
function faultsOf(entries: [string, Entry][]): Map<string, string> {
  const words = t().courses.results
  const numbers = Map.groupBy(
    entries.filter(([, { certificate }]) => certificate.trim() !== ''),
    ([, { certificate }]) => certificate.trim(),
  )
  return new Map(
    entries.flatMap(([id, { result, certificate }]): [string, string][] => {
      if (certificate.trim() === '') return []
      if (result === 'failed') return [[id, words.failedNumber]]
      return numbers.get(certificate.trim())!.length > 1 ? [[id, words.sameNumber]] : []
    }),
  )
}

function countsOf(all: (Result | null)[]): [number, number, number, number] {
  const of = (one: Result | null) => all.filter((result) => result === one).length
  return [of('excellent'), of('passed'), of('failed'), of(null)]
}

const hoursOf = ({ sessions }: Course) => sessions.reduce((sum, { hours }) => sum + hours, 0)
