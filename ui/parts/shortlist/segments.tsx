import { For } from 'solid-js'

/** One of a few, at once. */
export function Segments<Id extends string>(props: {
  label: string
  choices: readonly { id: Id; name: string }[]
  value: Id
  set: (id: Id) => void
}) {
  return (
    <fieldset class="segments" aria-label={props.label}>
      <For each={props.choices}>
        {({ id, name }) => (
          <button type="button" aria-pressed={props.value === id} onClick={() => props.set(id)}>
            {name}
          </button>
        )}
      </For>
    </fieldset>
  )
}
