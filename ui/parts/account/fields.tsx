import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

type Named = { label: string; hint?: string | undefined; error?: string | undefined }
type Given = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A label above, help below, and under it what is wrong, in words. */
export function Field(props: Named & { children: (given: () => Given) => JSX.Element }) {
  const id = createUniqueId()
  const given = (): Given => ({
    id,
    ...((props.hint || props.error) && { 'aria-describedby': `${id}-about` }),
    ...(props.error && { 'aria-invalid': true }),
  })
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children(given)}
      <Show when={props.hint || props.error}>
        <div id={`${id}-about`} class="field-about">
          <Show when={props.error}>
            <p class="field-error">
              <Icon name="warning" />
              {props.error}
            </p>
          </Show>
          <Show when={props.hint}>
            <p class="hint">{props.hint}</p>
          </Show>
        </div>
      </Show>
    </div>
  )
}

type Text = Named & { value: string; set: (value: string) => void; name: string }

export function TextField(
  props: Text & {
    autocomplete?: string
    inputmode?: 'numeric' | 'text'
    maxlength?: number
    isDisabled?: boolean
    class?: string
  },
) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(given) => (
        <input
          {...given()}
          class={`input ${props.class ?? ''}`}
          type="text"
          name={props.name}
          value={props.value}
          autocomplete={props.autocomplete ?? 'off'}
          inputmode={props.inputmode ?? 'text'}
          maxlength={props.maxlength ?? 100}
          disabled={props.isDisabled ?? false}
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function PasswordField(props: Text & { autocomplete: 'current-password' | 'new-password' }) {
  const [isShown, setShown] = createSignal(false)
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(given) => (
        <div class="password">
          <input
            {...given()}
            class="input"
            type={isShown() ? 'text' : 'password'}
            name={props.name}
            value={props.value}
            autocomplete={props.autocomplete}
            maxlength={256}
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => props.set(event.currentTarget.value)}
          />
          <button
            type="button"
            class="button plain icon-only"
            aria-label={isShown() ? t().signIn.hide : t().signIn.show}
            aria-pressed={isShown()}
            onClick={() => setShown((before) => !before)}
          >
            <Icon name={isShown() ? 'hide' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  )
}

export type Choice = { value: string; name: string }

export function SelectField(
  props: Named & {
    value: string
    set: (value: string) => void
    choices: readonly Choice[]
    /** What stands there before anything is chosen. */
    none?: string
    isDisabled?: boolean
  },
) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(given) => (
        <select
          {...given()}
          class="input"
          disabled={props.isDisabled ?? false}
          onChange={(event) => props.set(event.currentTarget.value)}
        >
          <Show when={props.none !== undefined}>
            <option value="" selected={props.value === ''}>
              {props.none}
            </option>
          </Show>
          <For each={props.choices}>
            {({ value, name }) => (
              <option value={value} selected={value === props.value}>
                {name}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
