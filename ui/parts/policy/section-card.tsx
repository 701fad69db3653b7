import { createUniqueId, For, Show } from 'solid-js'
import type { Field, Row, Section, Written } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useDraft } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import { FieldText } from './field-text.tsx'
import { valueAt } from './pointer.ts'
import { textOf } from './say.ts'

/** Decisions that belong together. */
export function SectionCard(props: { section: Section; inForce: Written }) {
  return (
    <section class="card policy-section" id={`section-${props.section.id}`}>
      <div class="card-head">
        <h2>{say(props.section.words)}</h2>
        <Show when={props.section.help}>{(help) => <span class="hint">{say(help())}</span>}</Show>
      </div>
      <div class="policy-rows">
        <For each={props.section.rows}>
          {(row) => <PolicyRow row={row} inForce={props.inForce} />}
        </For>
      </div>
    </section>
  )
}

/** One decision with its fields, what follows from it, where it comes from, and what is wrong with it. */
function PolicyRow(props: { row: Row; inForce: Written }) {
  const draft = useDraft()
  const id = createUniqueId()
  const faults = () => {
    const found = props.row.fields.flatMap(({ pointer }) => draft?.faultsAt(pointer) ?? [])
    return [...new Set(found.map(({ detail }) => say(detail)))]
  }
  const about = () => (faults().length > 0 ? `${id}-fault` : undefined)
  return (
    <fieldset
      class="policy-row"
      classList={{ changed: props.row.fields.some(({ pointer }) => draft?.isChanged(pointer)) }}
    >
      <legend>
        <span class="policy-name">{say(props.row.words)}</span>
      </legend>
      <div class="policy-about">
        <Show when={props.row.help}>{(help) => <p class="hint">{say(help())}</p>}</Show>
        <Show when={props.row.source}>
          {(source) => <p class="hint source">{t().policy.source(say(source()))}</p>}
        </Show>
      </div>
      <div class="policy-fields">
        <For each={props.row.fields}>
          {(field) => (
            <Show
              when={draft}
              fallback={<FieldText field={field} value={valueAt(props.inForce, field.pointer)} />}
            >
              {(own) => (
                <div class="policy-field">
                  <FieldInput
                    field={field}
                    name={nameOf(props.row, field)}
                    value={own().valueAt(field.pointer)}
                    set={(value) => own().set(field.pointer, value)}
                    about={about()}
                    isFaulty={own().faultsAt(field.pointer).length > 0}
                  />
                  <Was row={props.row} field={field} />
                </div>
              )}
            </Show>
          )}
        </For>
        <Show when={faults().length > 0}>
          <div class="policy-faults" id={`${id}-fault`}>
            <For each={faults()}>
              {(fault) => (
                <p class="field-error">
                  <Icon name="warning" />
                  {fault}
                </p>
              )}
            </For>
          </div>
        </Show>
      </div>
    </fieldset>
  )
}

/** What is in force where the draft says otherwise, and the way back to it. */
function Was(props: { row: Row; field: Field }) {
  const draft = useDraft()
  const text = () => {
    const { field } = props
    if (!draft?.isChanged(field.pointer)) return null
    const told = draft.changeAt(field.pointer)
    return textOf(field, draft.inForceAt(field.pointer)) ?? (told ? say(told.said.before) : '')
  }
  return (
    <Show when={text() !== null}>
      <span class="was">
        {t().policy.was(text() ?? '')}
        <button
          type="button"
          class="link-button"
          aria-label={t().policy.putBackOf(nameOf(props.row, props.field))}
          onClick={() =>
            draft?.set(props.field.pointer, draft.inForceAt(props.field.pointer) ?? null)
          }
        >
          {t().policy.putBack}
        </button>
      </span>
    </Show>
  )
}

function nameOf({ words }: Row, field: Field): string {
  return field.words ? `${say(words)}${t().separator}${say(field.words)}` : say(words)
}
