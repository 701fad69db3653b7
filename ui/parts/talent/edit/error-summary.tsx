import { createEffect, For, on, Show } from 'solid-js'
import { t } from '../../../words/index.ts'
import { Icon } from '../../icon.tsx'
import type { Field, FieldErrors } from './draft.ts'

/** What is still to be mended, on top of the form; each line leads to its field. */
export function ErrorSummary(props: {
  fields: readonly Field[]
  /** What the form found itself; new with every attempt. */
  errors: FieldErrors
  /** That, and what the server has against a field. */
  errorAt: (field: string) => string | undefined
}) {
  const wrong = () => props.fields.filter(({ id }) => props.errorAt(id) !== undefined)
  let box: HTMLDivElement | undefined
  createEffect(
    on(
      () => [props.errors, wrong().length],
      () => wrong().length > 0 && box?.focus(),
      { defer: true },
    ),
  )
  return (
    <Show when={wrong().length > 0}>
      <div class="note missed" role="alert" tabindex="-1" ref={box}>
        <Icon name="warning" />
        <div>
          <b>{t().portrait.mend(wrong().length)}</b>
          <ul class="error-summary">
            <For each={wrong()}>
              {(field) => (
                <li>
                  <button type="button" class="link-button" onClick={() => goTo(field.id)}>
                    {field.label()}
                    {t().colon}
                    {props.errorAt(field.id)}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Show>
  )
}

/** Into the field of that name, wherever it stands. */
export function goTo(field: string) {
  const place = document.querySelector(`[data-field="${field}"]`)
  const control = place?.querySelector<HTMLElement>('input, select, textarea')
  control?.focus()
  place?.scrollIntoView({ block: 'center' })
}
