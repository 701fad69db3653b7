import { For, Show } from 'solid-js'
import type { Attendance, Participant } from '../../courses.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'

const STATES = ['present', 'absent', 'excused'] as const
const KEYS: Record<string, Attendance | null> = {
  1: 'present',
  2: 'absent',
  3: 'excused',
  0: null,
}

/** One person of the roll: three choices by tap; by keys the row moves on to the next. */
export function RollRow(props: {
  person: Participant
  status: Attendance | null
  isChanged: boolean
  mayEnter: boolean
  set: (status: Attendance | null) => void
}) {
  const words = () => t().courses.roll
  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      move(event.currentTarget, step)
    } else if (event.key in KEYS) {
      event.preventDefault()
      props.set(KEYS[event.key]!)
      move(event.currentTarget, 1)
    }
  }
  return (
    <li classList={{ changed: props.isChanged }}>
      <span class="roll-who">
        <span class="medium">{personName(props.person.talent.name)}</span>
        <span class="hint">{placeName(props.person.village)}</span>
      </span>
      <Show when={props.mayEnter} fallback={<Said status={props.status} />}>
        <fieldset
          class="segments roll-states"
          aria-label={words().of(personName(props.person.talent.name))}
          onKeyDown={onKeyDown}
        >
          <For each={STATES}>
            {(status) => (
              <button
                type="button"
                class={status}
                aria-pressed={props.status === status}
                onClick={() => props.set(props.status === status ? null : status)}
              >
                {words().state[status]}
              </button>
            )}
          </For>
        </fieldset>
      </Show>
    </li>
  )
}

function Said(props: { status: Attendance | null }) {
  return (
    <Show
      when={props.status}
      fallback={<span class="chip open push">{t().courses.roll.none}</span>}
    >
      {(status) => <span class="push">{t().courses.roll.state[status()]}</span>}
    </Show>
  )
}

/** The same choice in the row after or before. */
function move(from: HTMLElement, step: number) {
  const row = from.closest('li')
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling
  const buttons = [...from.querySelectorAll('button')]
  const at = Math.max(
    0,
    buttons.findIndex((button) => button.matches(':focus')),
  )
  next?.querySelectorAll<HTMLButtonElement>('.roll-states button')[at]?.focus()
}
