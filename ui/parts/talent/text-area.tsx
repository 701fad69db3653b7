import { For, Show } from 'solid-js'
import { Field } from '../account/fields.tsx'

/** Some lines of text, with what is usually written there to choose from. Enter begins a line and sends nothing. */
export function TextArea(props: {
  label: string
  hint?: string
  error?: string | undefined
  value: string
  set: (value: string) => void
  name: string
  rows?: number
  maxlength?: number
  quick?: readonly string[]
  quickLabel?: string
}) {
  return (
    <>
      <Field label={props.label} hint={props.hint} error={props.error}>
        {(given) => (
          <textarea
            {...given()}
            class="input area"
            name={props.name}
            rows={props.rows ?? 2}
            maxlength={props.maxlength ?? 200}
            value={props.value}
            onInput={(event) => props.set(event.currentTarget.value)}
          />
        )}
      </Field>
      <Show when={props.quick}>
        {(quick) => (
          <fieldset class="quick" aria-label={props.quickLabel ?? props.label}>
            <For each={quick()}>
              {(text) => (
                <button
                  type="button"
                  class="button slim"
                  aria-pressed={props.value === text}
                  onClick={() => props.set(text)}
                >
                  {text}
                </button>
              )}
            </For>
          </fieldset>
        )}
      </Show>
    </>
  )
}
