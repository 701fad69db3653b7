import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { choose } from '../../imports.ts'
import type { ImportAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createActing, type TooLate } from './acting.ts'
import { columnLetter } from './column-letter.ts'
import { ColumnSelect } from './column-select.tsx'
import { createMapping } from './mapping.ts'
import { Samples } from './samples.tsx'

/** How every column was understood, to look at and to change; then all rows are checked again. */
export function ColumnsCard(props: { known: ImportAnswer; tooLate: TooLate }) {
  const mapping = createMapping(() => props.known)
  const [sheet, setSheet] = createSignal<string | null>(null)
  const columns = () => props.known.reading?.columns ?? []
  const sheets = () => props.known.reading?.sheets ?? []
  const isOtherSheet = () => sheet() !== null && sheet() !== props.known.reading?.sheet
  const send = useAction(choose)
  const sending = createActing(props.tooLate, () =>
    send(
      props.known.id,
      props.known.revision,
      isOtherSheet() ? { sheet: sheet()! } : { mapping: mapping.all() },
    ),
  )
  return (
    <details class="card columns-card">
      <summary>
        <h2>{t().imports.columns.title}</h2>
        <span class="hint">{t().imports.columns.hint(mapping.used(), columns().length)}</span>
      </summary>
      <div class="card-notes">
        <Refusal problem={sending.problem()} />
      </div>
      <Show when={sheets().length > 1}>
        <label class="sheet">
          {t().imports.columns.sheetLabel}
          <select class="input filter" onChange={(event) => setSheet(event.currentTarget.value)}>
            <For each={sheets()}>
              {(name) => (
                <option value={name} selected={name === props.known.reading?.sheet}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <ul class="asked">
        <For each={columns()}>
          {({ at, header, samples }) => (
            <li>
              <div>
                <p>
                  <span class="chip">{columnLetter(at)}</span>{' '}
                  <b>{header || t().imports.questions.noHeader}</b>
                </p>
                <Samples samples={samples} />
              </div>
              <ColumnSelect
                label={t().imports.questions.meaningOf(header || columnLetter(at))}
                value={mapping.of(at)}
                guesses={[]}
                fields={props.known.fields}
                taken={mapping.takenBeside(at)}
                set={(field) => mapping.set(at, field)}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={mapping.isChanged() || isOtherSheet()}>
        <div class="acts-bar">
          <button
            type="button"
            class="button"
            onClick={() => {
              mapping.clear()
              setSheet(null)
            }}
          >
            {t().imports.columns.cancel}
          </button>
          <span class="hint">{t().imports.columns.reset}</span>
          <button
            type="button"
            class="button primary push"
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {t().imports.columns.apply}
          </button>
        </div>
      </Show>
    </details>
  )
}
