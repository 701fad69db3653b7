import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { Icon } from '../icon.tsx'

type Option<T extends string> = { value: T; text: string }
type Group = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  children?: JSX.Element
}

/** One of several, answered with one tap. */
export function Chips<T extends string>(
  props: Group & { options: readonly Option<T>[]; value: T | null; set: (value: T) => void },
) {
  const name = createUniqueId()
  return (
    <ChipGroup {...props}>
      <For each={props.options}>
        {({ value, text }) => (
          <label class="tap-chip">
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.set(value)}
            />
            <span>{text}</span>
          </label>
        )}
      </For>
      {props.children}
    </ChipGroup>
  )
}

/** Any of several. */
export function ChipChecks<T extends string>(
  props: Group & {
    options: readonly Option<T>[]
    values: readonly T[]
    set: (values: T[]) => void
  },
) {
  const turned = (value: T) =>
    props.values.includes(value)
      ? props.values.filter((one) => one !== value)
      : [...props.values, value]
  return (
    <ChipGroup {...props}>
      <For each={props.options}>
        {({ value, text }) => (
          <label class="tap-chip">
            <input
              type="checkbox"
              value={value}
              checked={props.values.includes(value)}
              onChange={() => props.set(turned(value))}
            />
            <span>{text}</span>
          </label>
        )}
      </For>
    </ChipGroup>
  )
}

function ChipGroup(props: Group) {
  const id = createUniqueId()
  return (
    <fieldset class="tap-chips" aria-describedby={props.error ? id : undefined}>
      <legend>
        {props.label}
        <Show when={props.hint}>
          <small> {props.hint}</small>
        </Show>
      </legend>
      <div>{props.children}</div>
      <Show when={props.error}>
        <p class="field-error" id={id}>
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
