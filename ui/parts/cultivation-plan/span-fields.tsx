import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'

type Span = { startsOn: string; endsOn: string }

/** From when until when. */
export function SpanFields(props: {
  span: Span
  set: (span: Span) => void
  error?: string | undefined
}) {
  return (
    <div class="plan-span">
      <Day
        name="startsOn"
        label={t().cultivationPlan.form.startsOn}
        value={props.span.startsOn}
        set={(startsOn) => props.set({ ...props.span, startsOn })}
      />
      <Day
        name="endsOn"
        label={t().cultivationPlan.form.endsOn}
        value={props.span.endsOn}
        error={props.error}
        set={(endsOn) => props.set({ ...props.span, endsOn })}
      />
    </div>
  )
}

function Day(props: {
  name: string
  label: string
  value: string
  set: (day: string) => void
  error?: string | undefined
}) {
  return (
    <Field label={props.label} error={props.error}>
      {(given) => (
        <input
          {...given()}
          class="input"
          type="date"
          name={props.name}
          value={props.value}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
