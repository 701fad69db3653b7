import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { today } from '../talent/when.ts'
import type { Draft } from './draft.ts'
import { KINDS, kindChoices } from './kinds.ts'
import { Moves } from './moves.tsx'
import { MovesField, rulesFor, useMoves } from './moves-field.tsx'

/** One item that may be taken into the plan: why it is proposed, and everything about it to change. */
export function DraftRow(props: {
  draft: Draft
  error: string
  edit: (change: Partial<Draft>) => void
  remove?: () => void
}) {
  const id = createUniqueId()
  const words = () => t().cultivationPlan
  const moves = useMoves()
  function choose(text: string) {
    const kind = KINDS.find((one) => one === text) ?? props.draft.kind
    const may = rulesFor(moves(), kind)
    const rules = props.draft.rules.filter((rule) => may.includes(rule))
    props.edit({ kind, rules, ...(props.draft.from === 'own' && ofKind(kind)) })
  }
  const ofKind = (kind: Draft['kind']) => ({ criteria: moves()?.kinds[kind] ?? [] })
  return (
    <li classList={{ out: !props.draft.isIn }}>
      <input
        type="checkbox"
        class="draft-take"
        aria-label={words().making.take(props.draft.aim || words().kind[props.draft.kind])}
        checked={props.draft.isIn}
        onChange={(event) => props.edit({ isIn: event.currentTarget.checked })}
      />
      <div class="draft-body">
        <p class="draft-why">
          <span class="chip" classList={{ accent: props.draft.from === 'rule' }}>
            {words().making.from[props.draft.from]}
          </span>
          <Show when={props.draft.why}>
            <span class="hint">{props.draft.why}</span>
          </Show>
        </p>
        <Show
          when={props.draft.isIn}
          fallback={
            <p class="draft-brief">
              <span class="medium">{props.draft.aim}</span>
              <span class="hint">{words().kind[props.draft.kind]}</span>
            </p>
          }
        >
          <div class="draft-fields">
            <Labelled label={words().form.aim} id={`${id}-aim`} class="wide">
              <input
                id={`${id}-aim`}
                class="input"
                type="text"
                maxlength={200}
                autocomplete="off"
                value={props.draft.aim}
                aria-invalid={props.error ? true : undefined}
                aria-describedby={props.error ? `${id}-error` : undefined}
                onInput={(event) => props.edit({ aim: event.currentTarget.value })}
              />
            </Labelled>
            <Labelled label={words().form.kind} id={`${id}-kind`}>
              <select
                id={`${id}-kind`}
                class="input"
                onChange={(event) => choose(event.currentTarget.value)}
              >
                <For each={kindChoices()}>
                  {({ value, name }) => (
                    <option value={value} selected={value === props.draft.kind}>
                      {name}
                    </option>
                  )}
                </For>
              </select>
            </Labelled>
            <Labelled label={words().form.dueOn} id={`${id}-due`}>
              <input
                id={`${id}-due`}
                class="input"
                type="date"
                min={today()}
                value={props.draft.dueOn}
                onInput={(event) => props.edit({ dueOn: event.currentTarget.value })}
              />
            </Labelled>
            <Labelled label={words().form.evidence} id={`${id}-evidence`} class="wide">
              <input
                id={`${id}-evidence`}
                class="input"
                type="text"
                maxlength={200}
                autocomplete="off"
                value={props.draft.evidence}
                onInput={(event) => props.edit({ evidence: event.currentTarget.value })}
              />
            </Labelled>
          </div>
          <details class="draft-moves">
            <summary>
              {words().making.details}{' '}
              <Moves criteria={props.draft.criteria} rules={props.draft.rules} />
            </summary>
            <MovesField
              kind={props.draft.kind}
              moved={{ criteria: props.draft.criteria, rules: props.draft.rules }}
              set={(moved) => props.edit(moved)}
            />
          </details>
        </Show>
        <Show when={props.error}>
          <p class="field-error" id={`${id}-error`}>
            <Icon name="warning" />
            {props.error}
          </p>
        </Show>
      </div>
      <Show when={props.remove}>
        {(remove) => (
          <button
            type="button"
            class="button plain slim icon-only"
            aria-label={words().making.remove}
            onClick={() => remove()()}
          >
            <Icon name="close" />
          </button>
        )}
      </Show>
    </li>
  )
}

function Labelled(props: { label: string; id: string; class?: string; children: JSX.Element }) {
  return (
    <div class={`draft-field ${props.class ?? ''}`}>
      <label for={props.id}>{props.label}</label>
      {props.children}
    </div>
  )
}
