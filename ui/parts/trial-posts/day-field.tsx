import { Field } from '../account/fields.tsx'

export function DayField(props: {
  label: string
  name: string
  value: string
  set: (day: string) => void
  hint?: string | undefined
  error?: string | undefined
  min?: string | undefined
  max?: string | undefined
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(given) => (
        <input
          {...given()}
          class="input"
          type="date"
          name={props.name}
          min={props.min}
          max={props.max}
          value={props.value}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
