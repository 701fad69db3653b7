import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { SheetPreview, SheetRow } from '../../village-record.ts'
import { say, t } from '../../words/index.ts'
import { type State, StateWord } from '../mark.tsx'
import type { RowState } from './sheet-check.tsx'

const MARKS: Record<RowState, State> = {
  ...{ new: 'met', same: 'unknown', faulty: 'missed', left: 'weak' },
}
/** Columns that are shown beside the village. */
const PLACES = ['code', 'village', 'township']

/** Rows of the sheet: which village, what will be written, and what is to be mended, where. */
export function SheetRows(props: {
  fields: SheetPreview['fields']
  rows: readonly SheetRow[]
  stateOf: (row: SheetRow) => RowState
  mend: (row: SheetRow) => void
  leave: (line: number, isLeft: boolean) => void
}) {
  const words = () => t().villageRecord.sheet
  const headers = () =>
    new Map(props.fields.map(({ field, header }) => [field, header.replace('*', '')]))
  return (
    <div class="scroll">
      <table class="table record-rows">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words().row}
            </th>
            <th scope="col">{words().village}</th>
            <th scope="col">{words().what}</th>
            <th scope="col">{words().state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr classList={{ left: props.stateOf(row) === 'left' }}>
                <td class="number">{row.line}</td>
                <th scope="row">{placeOf(row)}</th>
                <td>
                  <Cells row={row} headers={headers()} />
                </td>
                <td class="record-check">
                  <StateWord state={MARKS[props.stateOf(row)]}>
                    {words().states[props.stateOf(row)]}
                  </StateWord>
                  <For each={row.faults}>
                    {({ field, words: fault }) => (
                      <p>
                        <b>{field === null ? words().whole : headers().get(field)}</b>
                        {t().colon}
                        {say(fault)}
                      </p>
                    )}
                  </For>
                  <For each={row.cautions}>{(caution) => <p class="second">{say(caution)}</p>}</For>
                  <span class="row wrap">
                    <Show when={row.state === 'faulty' && props.stateOf(row) !== 'left'}>
                      <button
                        type="button"
                        class="button slim primary"
                        aria-haspopup="dialog"
                        aria-label={words().mendTitle(row.line)}
                        onClick={() => props.mend(row)}
                      >
                        {words().mend}
                      </button>
                    </Show>
                    <Show when={row.state !== 'same'}>
                      <button
                        type="button"
                        class="button slim"
                        aria-label={`${words().line(row.line)} ${props.stateOf(row) === 'left' ? words().take : words().leave}`}
                        onClick={() => props.leave(row.line, props.stateOf(row) !== 'left')}
                      >
                        {props.stateOf(row) === 'left' ? words().take : words().leave}
                      </button>
                    </Show>
                  </span>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Cells(props: { row: SheetRow; headers: ReadonlyMap<string, string> }) {
  const filled = () =>
    Object.entries(props.row.cells).filter(
      ([field, text]) => text !== '' && !PLACES.includes(field),
    )
  const isWrong = (field: string) => props.row.faults.some((fault) => fault.field === field)
  return (
    <dl class="record-cells">
      <For each={filled()}>
        {([field, text]) => (
          <div classList={{ wrong: isWrong(field) }}>
            <dt>{props.headers.get(field) ?? field}</dt>
            <dd>{text}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

const placeOf = ({ village, cells }: SheetRow) =>
  village ? placeName(village.name) : cells.village || cells.code || t().unknown
