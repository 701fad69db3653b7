import { For, Match, Show, Switch } from 'solid-js'
import { POSTS } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { Field, TextField } from '../../account/fields.tsx'
import { Icon } from '../../icon.tsx'
import { Mark } from '../../mark.tsx'
import { PlaceField } from '../../talent/edit/place-field.tsx'
import { TextArea } from '../../talent/text-area.tsx'
import type { ActDraft, ActField, Sum } from './field.ts'
import { VotesField } from './votes-field.tsx'

type Given = {
  draft: ActDraft
  set: (change: ActDraft) => void
  errorAt: (id: string) => string | undefined
}

/** The questions of an act; figures say at once what they come to. */
export function ActFields(props: Given & { fields: readonly ActField[]; sums: readonly Sum[] }) {
  const asked = () => props.fields.filter(({ isAsked }) => isAsked?.(props.draft) ?? true)
  const figures = () => props.sums.filter(({ at }) => at === 'figures')
  return (
    <div class="act-fields">
      <For each={asked()}>
        {(field) => (
          <div
            class="act-field"
            classList={{ wide: !NARROW.includes(field.kind) }}
            data-field={field.id}
          >
            <OneField
              field={field}
              draft={props.draft}
              set={props.set}
              errorAt={props.errorAt}
              sums={props.sums.filter(({ at }) => at === field.id)}
            />
          </div>
        )}
      </For>
      <Show when={figures().length > 0}>
        <Sums sums={figures()} />
      </Show>
    </div>
  )
}

const NARROW: readonly ActField['kind'][] = ['date', 'count']

export function Sums(props: { sums: readonly Sum[] }) {
  return (
    <div class="sums" role="status">
      <For each={props.sums}>
        {({ state, text }) => (
          <p class={`state ${state}`}>
            <Show when={state !== 'unknown'} fallback={<Icon name="info" />}>
              <Mark state={state} />
            </Show>
            {text}
          </p>
        )}
      </For>
    </div>
  )
}

type One = Given & { field: ActField; sums: readonly Sum[] }

function OneField(props: One) {
  const id = () => props.field.id
  const value = () => props.draft[id()] ?? ''
  const set = (text: string) => props.set({ [id()]: text })
  const named = () => ({
    label: props.field.label(),
    hint: props.field.hint?.(),
    error: props.errorAt(id()),
  })
  return (
    <Switch>
      <Match when={props.field.kind === 'text' || props.field.kind === 'count'}>
        <TextField
          {...named()}
          name={id()}
          value={value()}
          set={set}
          maxlength={props.field.kind === 'count' ? 7 : (props.field.maxlength ?? 80)}
          inputmode={props.field.kind === 'count' ? 'numeric' : 'text'}
        />
      </Match>
      <Match when={props.field.kind === 'area'}>
        <TextArea
          label={props.field.label()}
          {...(props.field.hint && { hint: props.field.hint() })}
          error={props.errorAt(id())}
          name={id()}
          rows={2}
          maxlength={props.field.maxlength ?? 500}
          value={value()}
          set={set}
        />
      </Match>
      <Match when={props.field.kind === 'date'}>
        <Field {...named()}>
          {(given) => (
            <input
              {...given()}
              class="input"
              type="date"
              name={id()}
              value={value()}
              onInput={(event) => set(event.currentTarget.value)}
            />
          )}
        </Field>
      </Match>
      <Match when={props.field.kind === 'tick'}>
        <label class="act-tick">
          <input
            type="checkbox"
            name={id()}
            checked={value() === 'yes'}
            onChange={(event) => set(event.currentTarget.checked ? 'yes' : '')}
          />
          {props.field.label()}
        </label>
      </Match>
      <Match when={props.field.kind === 'village'}>
        <PlaceField {...named()} village={value()} set={set} />
      </Match>
      <Match when={props.field.kind === 'votes'}>
        <VotesField {...props} />
      </Match>
      <Match when={props.field.kind === 'choice' || props.field.kind === 'posts'}>
        <Choices field={props.field} value={value()} set={set} error={props.errorAt(id())} />
      </Match>
    </Switch>
  )
}

function Choices(props: {
  field: ActField
  value: string
  set: (value: string) => void
  error: string | undefined
}) {
  const isSome = () => props.field.kind === 'posts'
  const choices = () =>
    isSome()
      ? POSTS.map((post) => ({ value: post, name: t().post[post] }))
      : (props.field.choices?.() ?? [])
  const list = () => props.value.split(',').filter(Boolean)
  const isChosen = (one: string) => (isSome() ? list().includes(one) : props.value === one)
  const choose = (one: string) => {
    if (!isSome()) return props.set(one)
    props.set((isChosen(one) ? list().filter((it) => it !== one) : [...list(), one]).join(','))
  }
  return (
    <fieldset class="field" aria-invalid={props.error ? true : undefined}>
      <legend class="label">{props.field.label()}</legend>
      <div class="pick">
        <For each={choices()}>
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
      <Show when={props.error}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
      <Show when={props.field.hint}>{(hint) => <p class="hint">{hint()()}</p>}</Show>
    </fieldset>
  )
}
