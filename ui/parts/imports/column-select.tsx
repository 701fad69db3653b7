import { For, Show } from 'solid-js'
import type { ImportField } from '../../types.ts'
import { say, t } from '../../words/index.ts'

/** Stands in a mapping for a column that is not imported. */
export const IGNORED = 'ignored'

/** What a column means: what is likely first, then everything else, and not to import it at all. */
export function ColumnSelect(props: {
  label: string
  value: string | null
  guesses: readonly string[]
  fields: readonly ImportField[]
  /** Fields that another column gives already. */
  taken: ReadonlySet<string>
  set: (field: string | null) => void
}) {
  const likely = () =>
    props.guesses.flatMap((id) => props.fields.find((field) => field.id === id) ?? [])
  const others = () => props.fields.filter(({ id }) => !props.guesses.includes(id))
  return (
    <select
      class="input"
      aria-label={props.label}
      onChange={(event) => props.set(event.currentTarget.value || null)}
    >
      <option value="" selected={props.value === null}>
        {t().imports.questions.choose}
      </option>
      <Show when={likely().length > 0}>
        <optgroup label={t().imports.questions.likely}>
          <Options fields={likely()} {...{ value: props.value, taken: props.taken }} />
        </optgroup>
      </Show>
      <option value={IGNORED} selected={props.value === IGNORED}>
        {t().imports.questions.ignored}
      </option>
      <optgroup label={t().imports.questions.others}>
        <Options fields={others()} {...{ value: props.value, taken: props.taken }} />
      </optgroup>
    </select>
  )
}

function Options(props: {
  fields: readonly ImportField[]
  value: string | null
  taken: ReadonlySet<string>
}) {
  const isTaken = (id: string) => props.taken.has(id) && id !== props.value
  return (
    <For each={props.fields}>
      {({ id, words }) => (
        <option value={id} selected={id === props.value}>
          {isTaken(id) ? t().imports.questions.taken(say(words)) : say(words)}
        </option>
      )}
    </For>
  )
}
