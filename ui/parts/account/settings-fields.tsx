import { For, type JSX, Show } from 'solid-js'
import { ROLES, type Role } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from './fields.tsx'
import type { Errors } from './sending.ts'
import { FIGURES, type Figure, type SettingsDraft, UNITS } from './settings-draft.ts'

export function Group(props: { title: string; hint?: string | undefined; children: JSX.Element }) {
  return (
    <fieldset class="card">
      <legend>
        <h2>{props.title}</h2>
      </legend>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      {props.children}
    </fieldset>
  )
}

export function Roles(props: { chosen: readonly Role[]; set: (roles: Role[]) => void }) {
  const toggle = (role: Role) =>
    props.chosen.includes(role)
      ? props.chosen.filter((one) => one !== role)
      : [...props.chosen, role]
  return (
    <div class="ticks">
      <For each={ROLES}>
        {(role) => (
          <label class="tick">
            <input
              type="checkbox"
              checked={props.chosen.includes(role)}
              onChange={() => props.set(toggle(role))}
            />
            {t().role[role]}
          </label>
        )}
      </For>
    </div>
  )
}

export function FigureField(props: {
  figure: Figure
  hint: string
  draft: SettingsDraft
  set: (change: Partial<SettingsDraft>) => void
  errors: Errors<Figure>
  now: (name: Figure) => string | undefined
}) {
  return (
    <Field
      label={t().settings[props.figure]}
      hint={props.now(props.figure) ?? props.hint}
      error={props.errors[props.figure]}
    >
      {(given) => (
        <div class="row">
          <input
            {...given()}
            class="input figure"
            type="number"
            inputmode="numeric"
            min={FIGURES[props.figure][0]}
            max={FIGURES[props.figure][1]}
            value={props.draft[props.figure]}
            onInput={(event) => props.set({ [props.figure]: event.currentTarget.value })}
          />
          <span class="second">{t().settings[UNITS[props.figure]]}</span>
        </div>
      )}
    </Field>
  )
}
