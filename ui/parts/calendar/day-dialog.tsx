import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { followDay, putDay } from '../../papers.ts'
import { say, t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { type Cell, sentenceOf } from './days.ts'

export type Changed = { day: string; isOwn: boolean; before: Cell }

/** What one day is in this county, with what it would be otherwise beside it. */
export function DayDialog(props: {
  of: Cell
  close: () => void
  changed: (change: Changed) => void
}) {
  const words = () => t().papers.calendar
  const own = () => (props.of.special?.kind === 'own' ? props.of.special : undefined)
  // Whoever opens a plain day wants it the other way round.
  const [isWorking, setWorking] = createSignal(own() ? props.of.isWorking : !props.of.isWorking)
  const ownName = own()?.name
  const [name, setName] = createSignal(ownName ? say(ownName) : '')
  const [error, setError] = createSignal<string>()
  const put = useAction(putDay)
  const follow = useAction(followDay)
  const sending = createSending(async (isOwn: boolean) => {
    const { day } = props.of
    const before = props.of
    if (isOwn) await put(day, { isWorking: isWorking(), name: name().trim() })
    else await follow(day)
    props.changed({ day, isOwn, before })
    props.close()
  })
  const save = () => {
    setError(name().trim() === '' ? words().nameLack : undefined)
    if (!error()) void sending.start(true)
  }
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={words().change(props.of.day)}
      footer={
        <>
          <Show when={own()}>
            <button
              type="button"
              class="button"
              aria-disabled={sending.isBusy()}
              onClick={() => void sending.start(false)}
            >
              {words().follow}
            </button>
          </Show>
          <button
            type="submit"
            form="calendar-day"
            class="button primary push"
            aria-disabled={sending.isBusy()}
          >
            {words().save}
          </button>
        </>
      }
    >
      <form
        id="calendar-day"
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>{otherwise(props.of)}</p>
        <fieldset class="day-kinds">
          <legend>{words().kind}</legend>
          <Choice
            label={words().isWorking}
            isChosen={isWorking()}
            choose={() => setWorking(true)}
          />
          <Choice label={words().isOff} isChosen={!isWorking()} choose={() => setWorking(false)} />
        </fieldset>
        <TextField
          label={words().name}
          hint={words().nameHint}
          error={error() ?? sending.errorAt('name')}
          name="name"
          value={name()}
          set={setName}
          maxlength={40}
        />
        <Refusal problem={sending.problem()} fields={['name']} />
        <p class="hint">{words().effect}</p>
      </form>
    </Panel>
  )
}

function Choice(props: { label: string; isChosen: boolean; choose: () => void }) {
  return (
    <label class="tick">
      <input type="radio" name="kind" checked={props.isChosen} onChange={() => props.choose()} />
      {props.label}
    </label>
  )
}

/** What would hold without the county’s word. */
export function otherwise({ special, ...cell }: Cell): string {
  const words = t().papers.calendar
  const other = special?.otherwise
  if (!other) return special ? words.byCountry(say(special.name)) : sentenceOf({ special, ...cell })
  if (other.name) return words.byCountry(say(other.name))
  return words.byWeek(other.isWorking ? words.working : words.off)
}
