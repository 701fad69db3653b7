import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  Match,
  Show,
  Switch,
} from 'solid-js'
import type { Field } from '../../policy.ts'
import { say } from '../../words/index.ts'
import { DepartmentsInput } from './departments-input.tsx'
import { PointsInput } from './points-input.tsx'
import { shownFigure, storedFigure } from './say.ts'
import { SharesInput } from './shares-input.tsx'
import { SignersInput } from './signers-input.tsx'
import { StagesInput } from './stages-input.tsx'
import { TopicsInput } from './topics-input.tsx'
import { WeightingLine } from './weighting-line.tsx'

type Given<F extends Field = Field> = {
  field: F
  /** The whole name, for whoever does not see the row. */
  name: string
  value: unknown
  set: (value: unknown) => void
  /** Id of the text that says what is wrong. */
  about: string | undefined
  isFaulty: boolean
}
type Kind<K extends Field['kind']> = Extract<Field, { kind: K }>

/** One field of the policy in the control of its kind. */
export function FieldInput(props: Given) {
  const of = <K extends Field['kind']>(kind: K) =>
    props.field.kind === kind ? (props.field as Kind<K>) : undefined
  return (
    <Switch>
      <Match when={of('figure')}>{(field) => <FigureInput {...props} field={field()} />}</Match>
      <Match when={of('choice')}>{(field) => <ChoiceInput {...props} field={field()} />}</Match>
      <Match when={props.field.kind === 'flag'}>
        <label class="tick">
          <input
            type="checkbox"
            aria-label={props.name}
            checked={props.value === true}
            onChange={(event) => props.set(event.currentTarget.checked)}
          />
          {props.field.words ? say(props.field.words) : ''}
        </label>
      </Match>
      <Match when={props.field.kind === 'day'}>
        <input
          class="input policy-day"
          type="date"
          aria-label={props.name}
          {...faultOf(props)}
          value={typeof props.value === 'string' ? props.value : ''}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      </Match>
      <Match when={props.field.kind === 'departments'}>
        <DepartmentsInput chosen={listOf(props.value)} set={props.set} />
      </Match>
      <Match when={of('shares')}>
        {(field) => <SharesInput field={field()} value={props.value} set={props.set} />}
      </Match>
      <Match when={of('stages')}>
        {(field) => <StagesInput field={field()} value={props.value} set={props.set} />}
      </Match>
      <Match when={of('signers')}>
        {(field) => <SignersInput field={field()} value={props.value} set={props.set} />}
      </Match>
      <Match when={props.field.kind === 'topics'}>
        <TopicsInput pointer={props.field.pointer} value={props.value} set={props.set} />
      </Match>
      <Match when={of('points')}>
        {(field) => <PointsInput field={field()} value={props.value} set={props.set} />}
      </Match>
      <Match when={props.field.kind === 'weighting'}>
        <WeightingLine name={props.name} pointer={props.field.pointer} value={props.value} />
      </Match>
    </Switch>
  )
}

/** What was typed stays as it is typed; it is put anew only when the value changes elsewhere. */
function FigureInput(props: Given<Kind<'figure'>>) {
  const [text, setText] = createSignal(shownFigure(props.field, props.value))
  createEffect(() => {
    const { field, value } = props
    if (storedFigure(field, text()) !== (value ?? null)) setText(shownFigure(field, value))
  })
  const type = (typed: string) => {
    setText(typed)
    props.set(storedFigure(props.field, typed))
  }
  return (
    <Labelled field={props.field} name={props.name}>
      {(id) => (
        <>
          <input
            id={id}
            class="input figure"
            type="number"
            inputmode="decimal"
            min={props.field.min}
            max={props.field.max}
            step={props.field.step}
            {...faultOf(props)}
            aria-label={props.name}
            value={text()}
            onInput={(event) => type(event.currentTarget.value)}
          />
          <Show when={props.field.unit}>{(unit) => <span class="second">{say(unit())}</span>}</Show>
        </>
      )}
    </Labelled>
  )
}

function ChoiceInput(props: Given<Kind<'choice'>>) {
  return (
    <Labelled field={props.field} name={props.name}>
      {(id) => (
        <select
          id={id}
          class="input"
          {...faultOf(props)}
          aria-label={props.name}
          onChange={(event) => props.set(event.currentTarget.value || null)}
        >
          <For each={props.field.choices}>
            {({ value, words }) => (
              <option value={value ?? ''} selected={value === (props.value ?? null)}>
                {say(words)}
              </option>
            )}
          </For>
        </select>
      )}
    </Labelled>
  )
}

function Labelled(props: { field: Field; name: string; children: (id: string) => JSX.Element }) {
  const id = createUniqueId()
  return (
    <span class="policy-input">
      <Show when={props.field.words}>
        {(words) => (
          <label class="second" for={id}>
            {say(words())}
          </label>
        )}
      </Show>
      {props.children(id)}
    </span>
  )
}

function faultOf({ about, isFaulty }: Pick<Given, 'about' | 'isFaulty'>) {
  return isFaulty ? { 'aria-invalid': true as const, 'aria-describedby': about ?? '' } : {}
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
