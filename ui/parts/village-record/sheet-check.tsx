import { useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { checkRows, type SheetPreview, type SheetRow, writeRows } from '../../village-record.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { MendRow } from './mend-row.tsx'
import { SheetRows } from './sheet-rows.tsx'

export type RowState = SheetRow['state'] | 'left'
type Filter = 'all' | RowState

/** What was read of a sheet, row by row; nothing is written until each faulty row is mended or left out. */
export function SheetCheck(props: {
  preview: SheetPreview
  again: () => void
  done: (said: string) => void
}) {
  const [rows, setRows] = createSignal(props.preview.rows)
  const [left, setLeft] = createSignal<ReadonlySet<number>>(new Set())
  const [mending, setMending] = createSignal<SheetRow | null>(null)
  const words = () => t().villageRecord.sheet
  const stateOf = (row: SheetRow): RowState => (left().has(row.line) ? 'left' : row.state)
  const of = (state: RowState) => rows().filter((row) => stateOf(row) === state)
  const [filter, setFilter] = createSignal<Filter>(of('faulty').length > 0 ? 'faulty' : 'all')
  const shown = createMemo(() =>
    rows().filter((row) => filter() === 'all' || stateOf(row) === filter()),
  )
  const write = useAction(writeRows)
  const sending = createSending(async () => {
    const placed = of('new').map(({ village, entry }) => ({
      village: village!.code,
      entry: entry!,
    }))
    const { written, same } = await write(placed)
    props.done(words().written(written, same + of('same').length))
  })
  const leave = (line: number, isLeft: boolean) =>
    setLeft((before) =>
      isLeft ? new Set([...before, line]) : new Set([...before].filter((it) => it !== line)),
    )
  /** All rows once more: one that is mended may be the same as another. */
  async function mend(line: number, cells: SheetRow['cells']) {
    const given = rows().map((row) => ({
      line: row.line,
      cells: row.line === line ? cells : row.cells,
    }))
    const answer = await checkRows(props.preview.kind, given)
    setRows(answer.rows)
    if (of('faulty').length === 0 && filter() === 'faulty') setFilter('all')
    return answer.rows.find((row) => row.line === line)!
  }
  return (
    <div class="sheet-check">
      <Summary preview={props.preview} count={(state) => of(state).length} />
      <fieldset class="segments wrap record-filter" aria-label={words().filterLabel}>
        <For each={['all', 'faulty', 'new', 'same', 'left'] as const}>
          {(one) => (
            <Show when={one === 'all' || of(one).length > 0}>
              <button type="button" aria-pressed={filter() === one} onClick={() => setFilter(one)}>
                {words().filter[one]} {one === 'all' ? rows().length : of(one).length}
              </button>
            </Show>
          )}
        </For>
      </fieldset>
      <SheetRows
        fields={props.preview.fields}
        rows={shown()}
        stateOf={stateOf}
        mend={setMending}
        leave={leave}
      />
      <div class="course-refusal">
        <Refusal problem={sending.problem()} />
      </div>
      <div class="course-foot open">
        <button type="button" class="button" onClick={() => props.again()}>
          {words().again}
        </button>
        <Show when={of('faulty').length > 0}>
          <button
            type="button"
            class="button"
            onClick={() => {
              for (const { line } of of('faulty')) leave(line, true)
              setFilter('all')
            }}
          >
            {words().leaveAll(of('faulty').length)}
          </button>
          <span class="hint">{words().fix}</span>
        </Show>
        <Show
          when={of('new').length > 0}
          fallback={<span class="medium push">{words().nothing}</span>}
        >
          <button
            type="button"
            class="button primary push"
            disabled={of('faulty').length > 0}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {sending.isBusy() ? words().writing : words().write(of('new').length)}
          </button>
        </Show>
      </div>
      <Show when={mending()} keyed>
        {(row) => (
          <MendRow
            row={row}
            fields={props.preview.fields}
            mend={mend}
            close={() => setMending(null)}
          />
        )}
      </Show>
    </div>
  )
}

function Summary(props: { preview: SheetPreview; count: (state: RowState) => number }) {
  const words = () => t().villageRecord.sheet
  const unread = () => props.preview.columns.filter(({ field }) => field === null)
  return (
    <div class="sheet-summary">
      <h2>{words().previewOf(props.preview.fileName, props.preview.rows.length)}</h2>
      <ul class="row wrap">
        <For
          each={
            [
              ['new', 'met'],
              ['same', 'unknown'],
              ['faulty', 'missed'],
              ['left', 'weak'],
            ] as const
          }
        >
          {([state, mark]) => (
            <Show when={props.count(state) > 0}>
              <li class="state">
                <i class={`mark ${mark}`} aria-hidden="true" />
                {words().counts[state](props.count(state))}
              </li>
            </Show>
          )}
        </For>
      </ul>
      <Show when={props.preview.blank > 0}>
        <p class="hint">{words().blank(props.preview.blank)}</p>
      </Show>
      <Show when={unread().length > 0}>
        <p class="hint">
          {words().unread(
            unread()
              .map(({ header }) => header)
              .join(t().comma),
          )}
        </p>
      </Show>
      <For each={props.preview.notes}>{(note) => <p class="hint">{say(note)}</p>}</For>
    </div>
  )
}
