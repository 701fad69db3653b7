import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { mendRow } from '../../imports.ts'
import type { ImportAnswer, ImportRow } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { mendableOf, placeOfField } from './row-places.ts'
import type { Changed } from './row-table.tsx'

/** The cells of a row, the faulty ones first; saving checks the row again. */
export function RowEdit(props: {
  known: ImportAnswer
  row: ImportRow
  changed: Changed
  close: () => void
}) {
  const words = () => t().imports.table
  const [typed, setTyped] = createSignal<Record<string, string>>({})
  const fields = () => mendableOf(props.known, props.row)
  const textOf = (field: string) => typed()[field] ?? props.row.cells[field] ?? ''
  const mend = useAction(mendRow)
  const sending = createSending(async () => {
    const answer = await mend(props.known.id, props.row.line, typed())
    const { row } = answer
    const isFaulty = row.state === 'faulty'
    setTyped({})
    if (!isFaulty) props.close()
    props.changed(answer, isFaulty ? words().stillFaulty(row.line) : words().mended(row.line))
  })
  const errorOf = (field: string) =>
    props.row.faults
      .filter((fault) => fault.field === field && fault.level === 'error')
      .map(({ words }) => say(words))
      .join(t().clause)
  const input = (field: string) => (
    <TextField
      label={placeOfField(props.known, field)}
      name={field}
      maxlength={5000}
      value={textOf(field)}
      error={errorOf(field) || undefined}
      set={(text) => setTyped((before) => ({ ...before, [field]: text }))}
    />
  )
  return (
    <form
      class="row-edit"
      aria-label={words().mendOf(props.row.line)}
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void sending.start()
      }}
    >
      <Refusal problem={sending.problem()} />
      <div class="row-fields">
        <For each={fields().faulty}>{input}</For>
      </div>
      <Show when={fields().others.length > 0}>
        <details open={fields().faulty.length === 0}>
          <summary>{words().otherCells}</summary>
          <div class="row-fields">
            <For each={fields().others}>{input}</For>
          </div>
        </details>
      </Show>
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? words().saving : words().save}
        </button>
        <button type="button" class="button" onClick={() => props.close()}>
          {words().stop}
        </button>
      </div>
    </form>
  )
}
