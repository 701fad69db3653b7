import { createSignal, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Chips } from './chips.tsx'
import { dayInChina, daysLater, shortDay } from './days.ts'
import { type Draft, type Field as FieldName, LENGTHS } from './draft.ts'

type Part = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  faults: Partial<Record<FieldName, string>>
}

/** Today and an hour stand there; another day or length takes one tap more. */
export function TimeFields(props: Part) {
  return (
    <div class="log-time">
      <Day {...props} />
      <Length {...props} />
    </div>
  )
}

function Day(props: Part) {
  const words = () => t().mentoring.form
  const yesterday = () => daysLater(dayInChina(), -1)
  const chosen = () => {
    const day = props.draft.heldOn
    if (day === null || day === dayInChina()) return 'today'
    return day === yesterday() ? 'yesterday' : 'other'
  }
  const [isOther, setOther] = createSignal(chosen() === 'other')
  const choose = (value: 'today' | 'yesterday' | 'other') => {
    setOther(value === 'other')
    props.set({ heldOn: value === 'today' ? null : value === 'yesterday' ? yesterday() : '' })
  }
  return (
    <Chips
      label={words().day}
      options={[
        { value: 'today', text: words().today(shortDay(dayInChina())) },
        { value: 'yesterday', text: words().yesterday(shortDay(yesterday())) },
        { value: 'other', text: words().otherDay },
      ]}
      value={isOther() || chosen() === 'other' ? 'other' : chosen()}
      set={choose}
      error={props.faults.day}
    >
      <Show when={isOther() || chosen() === 'other'}>
        <input
          class="input log-day"
          type="date"
          name="heldOn"
          aria-label={words().day}
          max={dayInChina()}
          value={props.draft.heldOn ?? dayInChina()}
          aria-invalid={props.faults.day ? 'true' : undefined}
          onInput={(event) => props.set({ heldOn: event.currentTarget.value })}
        />
      </Show>
    </Chips>
  )
}

function Length(props: Part) {
  const words = () => t().mentoring.form
  const known = () =>
    (Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]).find(
      (name) => LENGTHS[name] === props.draft.minutes,
    )
  const [isOther, setOther] = createSignal(!known())
  const isTyped = () => isOther() || !known()
  return (
    <>
      <Chips
        label={words().length}
        options={[
          { value: 'half', text: words().half },
          { value: 'hour', text: words().hour },
          { value: 'halfDay', text: words().halfDay },
          { value: 'other', text: words().otherLength },
        ]}
        value={isTyped() ? 'other' : known()!}
        set={(value) => {
          setOther(value === 'other')
          if (value !== 'other') props.set({ minutes: LENGTHS[value] })
        }}
        error={isTyped() ? undefined : props.faults.minutes}
      />
      <Show when={isTyped()}>
        <Field label={words().minutesLabel} hint={words().minutesHint} error={props.faults.minutes}>
          {(given) => (
            <input
              {...given()}
              class="input short"
              type="text"
              inputmode="numeric"
              name="minutes"
              maxlength={3}
              autocomplete="off"
              value={props.draft.minutes === 0 ? '' : String(props.draft.minutes)}
              onInput={(event) => {
                const text = event.currentTarget.value.trim()
                props.set({ minutes: /^\d+$/.test(text) ? Number(text) : 0 })
              }}
            />
          )}
        </Field>
      </Show>
    </>
  )
}
