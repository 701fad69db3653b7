import { A, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Course, type Participant, removeParticipant } from '../../courses.ts'
import { plainNumber } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Icon } from '../icon.tsx'
import { Blank } from '../states.tsx'
import { AddPeople } from './add-people.tsx'

/** Who takes part; the office adds people, and takes off those of whom nothing was entered. */
export function Roster(props: { course: Course; say: (text: string | null) => void }) {
  const [isAdding, setAdding] = createSignal(false)
  const [leaving, setLeaving] = createSignal<Participant | null>(null)
  const remove = useAction(removeParticipant)
  const words = () => t().courses.roster
  const mayChange = () => props.course.may.change && props.course.state !== 'cancelled'
  return (
    <>
      <Show when={mayChange()}>
        <div class="course-tools">
          <button
            type="button"
            class="button primary"
            aria-haspopup="dialog"
            onClick={() => {
              props.say(null)
              setAdding(true)
            }}
          >
            <Icon name="plus" />
            {words().add}
          </button>
        </div>
      </Show>
      <Show
        when={props.course.participants.length > 0}
        fallback={
          <Blank
            icon="people"
            title={t().courses.roll.emptyTitle}
            text={mayChange() ? t().courses.roll.emptyText : t().courses.roll.emptyTrainer}
          />
        }
      >
        <ul class="roll" aria-label={t().courses.tabs.people}>
          <For each={props.course.participants}>
            {(person) => (
              <Row
                person={person}
                isLinked={props.course.may.change}
                mayRemove={mayChange() && isBlank(person)}
                remove={() => setLeaving(person)}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={isAdding()}>
        <AddPeople course={props.course} close={() => setAdding(false)} say={props.say} />
      </Show>
      <Show when={leaving()} keyed>
        {(person) => (
          <Ask
            isOpen
            close={() => setLeaving(null)}
            title={words().removeTitle(personName(person.talent.name))}
            verb={words().removeDo}
            act={async () => {
              await remove(props.course.id, person.talent.id)
              props.say(words().removed(personName(person.talent.name)))
            }}
          >
            <p>{words().removeText}</p>
          </Ask>
        )}
      </Show>
    </>
  )
}

const isBlank = ({ attendance, result, certificate }: Participant) =>
  Object.keys(attendance).length === 0 && result === null && certificate === null

function Row(props: {
  person: Participant
  isLinked: boolean
  mayRemove: boolean
  remove: () => void
}) {
  const name = () => personName(props.person.talent.name)
  const facts = () =>
    [
      placeName(props.person.township),
      placeName(props.person.village),
      t().courses.hoursOf(plainNumber(props.person.hours)),
      props.person.result && t().courses.results.state[props.person.result],
      props.person.certificate,
    ]
      .filter(Boolean)
      .join(t().separator)
  return (
    <li>
      <span class="roll-who">
        <Show when={props.isLinked} fallback={<span class="medium">{name()}</span>}>
          <A class="medium" href={`/talents/${props.person.talent.id}`}>
            {name()}
          </A>
        </Show>
        <span class="hint">{facts()}</span>
      </span>
      <Show when={props.mayRemove}>
        <button
          type="button"
          class="button plain slim push"
          aria-label={t().courses.roster.removeOf(name())}
          onClick={() => props.remove()}
        >
          {t().courses.roster.remove}
        </button>
      </Show>
    </li>
  )
}
