import { Index, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { blankPart, type PartDraft } from './course-draft.ts'

const MOST = 60

/** The parts of a course, each with its day, hours and topic; a new one takes the hours of the one before. */
export function PartFields(props: {
  parts: PartDraft[]
  set: (parts: PartDraft[]) => void
  error: string | undefined
}) {
  const words = () => t().courses.form
  const change = (at: number, given: Partial<PartDraft>) =>
    props.set(props.parts.map((part, one) => (one === at ? { ...part, ...given } : part)))
  return (
    <fieldset class="course-parts">
      <legend>{words().parts}</legend>
      <p class="hint">{words().partsHint}</p>
      <Index each={props.parts}>
        {(part, at) => (
          <Part
            part={part()}
            at={at}
            isOnly={props.parts.length === 1}
            set={(given) => change(at, given)}
            drop={() => props.set(props.parts.filter((_, one) => one !== at))}
          />
        )}
      </Index>
      <Show when={props.error}>
        <p class="field-error" role="alert">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
      <Show when={props.parts.length < MOST}>
        <button
          type="button"
          class="button slim"
          onClick={() => props.set([...props.parts, blankPart(props.parts.at(-1))])}
        >
          <Icon name="plus" />
          {words().addPart}
        </button>
      </Show>
    </fieldset>
  )
}

function Part(props: {
  part: PartDraft
  at: number
  isOnly: boolean
  set: (given: Partial<PartDraft>) => void
  drop: () => void
}) {
  const words = () => t().courses.form
  const named = (text: string) => `${words().part(props.at + 1)}${t().separator}${text}`
  return (
    <div class="course-part">
      <b class="nowrap">{words().part(props.at + 1)}</b>
      <input
        class="input"
        type="date"
        aria-label={named(words().day)}
        value={props.part.day}
        onInput={(event) => props.set({ day: event.currentTarget.value })}
      />
      <input
        class="input"
        type="time"
        aria-label={named(words().from)}
        value={props.part.from}
        onInput={(event) => props.set({ from: event.currentTarget.value })}
      />
      <label class="row course-hours">
        <input
          class="input"
          type="number"
          min="0.5"
          max="12"
          step="0.5"
          inputmode="decimal"
          aria-label={named(words().hours)}
          value={props.part.hours}
          onInput={(event) => props.set({ hours: event.currentTarget.value })}
        />
        <span class="hint">{words().hours}</span>
      </label>
      <input
        class="input course-topic"
        type="text"
        maxlength={60}
        placeholder={words().topic}
        aria-label={named(words().topic)}
        value={props.part.topic}
        onInput={(event) => props.set({ topic: event.currentTarget.value })}
      />
      <button
        type="button"
        class="button plain slim icon-only"
        aria-label={words().dropPart(props.at + 1)}
        disabled={props.isOnly}
        onClick={() => props.drop()}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
