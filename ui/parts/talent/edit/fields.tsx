import { For, Match, onMount, Show, Switch } from 'solid-js'
import { Field as Labelled, SelectField, TextField } from '../../account/fields.tsx'
import { Icon } from '../../icon.tsx'
import { TextArea } from '../text-area.tsx'
import { type Draft, type Field, listAt, skillsAt, textAt, type Value } from './draft.ts'
import { goTo } from './error-summary.tsx'
import { PlaceField } from './place-field.tsx'
import { SkillField } from './skill-field.tsx'
import { TagField } from './tag-field.tsx'

type Given = {
  draft: () => Draft
  set: (change: Draft) => void
  errorAt: (field: string) => string | undefined
}

/** The questions of a form, one under the other. */
export function Fields(props: {
  edit: Given
  fields: readonly Field[]
  focus?: string | undefined
}) {
  const asked = () => props.fields.filter(({ isAsked }) => isAsked?.(props.edit.draft()) ?? true)
  onMount(() => props.focus && setTimeout(() => goTo(props.focus ?? '')))
  return (
    <For each={asked()}>
      {(field) => (
        <div data-field={field.id} class="form-field">
          <OneField
            field={field}
            draft={props.edit.draft()}
            error={props.edit.errorAt(field.id)}
            set={(value) => props.edit.set({ [field.id]: value })}
          />
        </div>
      )}
    </For>
  )
}

type One = {
  field: Field
  draft: Draft
  error: string | undefined
  set: (value: Value) => void
}

function OneField(props: One) {
  const text = () => textAt(props.draft, props.field.id)
  const named = () => ({
    label: props.field.label(),
    hint: props.field.hint?.(),
    error: props.error,
  })
  return (
    <Switch
      fallback={
        <TextField
          {...named()}
          name={props.field.id}
          maxlength={props.field.maxlength ?? 100}
          inputmode={props.field.isNumeric ? 'numeric' : 'text'}
          value={text()}
          set={props.set}
        />
      }
    >
      <Match when={props.field.kind === 'area'}>
        <TextArea
          label={props.field.label()}
          {...(props.field.hint && { hint: props.field.hint() })}
          error={props.error}
          name={props.field.id}
          rows={props.field.rows ?? 3}
          maxlength={props.field.maxlength ?? 500}
          value={text()}
          set={props.set}
        />
      </Match>
      <Match when={props.field.kind === 'date'}>
        <Labelled {...named()}>
          {(given) => (
            <input
              {...given()}
              class="input"
              type="date"
              name={props.field.id}
              value={text()}
              onInput={(event) => props.set(event.currentTarget.value)}
            />
          )}
        </Labelled>
      </Match>
      <Match when={props.field.kind === 'select'}>
        <SelectField
          {...named()}
          value={text()}
          choices={props.field.choices?.() ?? []}
          set={props.set}
        />
      </Match>
      <Match when={props.field.kind === 'choices' || props.field.kind === 'ticks'}>
        <Choices {...props} />
      </Match>
      <Match when={props.field.kind === 'place'}>
        <PlaceField {...named()} village={text()} set={props.set} />
      </Match>
      <Match when={props.field.kind === 'skills'}>
        <SkillField {...named()} chosen={skillsAt(props.draft, props.field.id)} set={props.set} />
      </Match>
      <Match when={props.field.kind === 'tags'}>
        <TagField {...named()} tags={listAt(props.draft, props.field.id)} set={props.set} />
      </Match>
    </Switch>
  )
}

/** One of some, or some of several, all of them seen at once. */
function Choices(props: One) {
  const isSome = () => props.field.kind === 'ticks'
  const list = () => listAt(props.draft, props.field.id)
  const isChosen = (value: string) =>
    isSome() ? list().includes(value) : textAt(props.draft, props.field.id) === value
  const choose = (value: string) => {
    if (!isSome()) return props.set(value)
    props.set(isChosen(value) ? list().filter((one) => one !== value) : [...list(), value])
  }
  return (
    <fieldset class="field">
      <legend class="label">{props.field.label()}</legend>
      <Show when={props.error}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
      <div class="pick">
        <For each={props.field.choices?.() ?? []}>
          {({ value, name }) => (
            <label>
              <input
                type={isSome() ? 'checkbox' : 'radio'}
                name={props.field.id}
                value={value}
                checked={isChosen(value)}
                onChange={() => choose(value)}
              />
              {name}
            </label>
          )}
        </For>
      </div>
      <Show when={props.field.hint}>{(hint) => <p class="hint">{hint()()}</p>}</Show>
    </fieldset>
  )
}
