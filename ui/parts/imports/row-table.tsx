import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { ImportAnswer, ImportRow, RowAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { LeaveOut } from './leave-out.tsx'
import { RowEdit } from './row-edit.tsx'
import { RowFindings } from './row-findings.tsx'
import { RowStateWord } from './row-state.tsx'

export type Changed = (answer: RowAnswer, said: string) => void
type Rows = { known: ImportAnswer; rows: ImportRow[]; changed: Changed }
type OneRow = { known: ImportAnswer; row: ImportRow; changed: Changed }

export function RowTable(props: Rows) {
  const words = () => t().imports.table
  return (
    <div class="scroll">
      <table class="table rows" aria-labelledby="rows">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words().line}
            </th>
            <th scope="col">{words().state}</th>
            <th scope="col">{props.known.kind === 'villages' ? words().village : words().name}</th>
            <th scope="col" class="wide">
              {words().faults}
            </th>
            <th scope="col">{words().act}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => <Row known={props.known} row={row} changed={props.changed} />}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Row(props: OneRow) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <tr classList={{ open: isOpen() }}>
        <td class="number">{props.row.line}</td>
        <td class="nowrap">
          <RowStateWord state={props.row.state} />
        </td>
        <th scope="row">
          <Who row={props.row} />
        </th>
        <td>
          <RowFindings known={props.known} row={props.row} />
        </td>
        <td class="nowrap">
          <Acts {...props} isOpen={isOpen()} open={setOpen} />
        </td>
      </tr>
      <Show when={isOpen()}>
        <tr class="detail">
          <td colspan="5">
            <RowEdit {...props} close={() => closeEdit(props.row, setOpen)} />
          </td>
        </tr>
      </Show>
    </>
  )
}

/** The same rows on a phone. */
export function RowCards(props: Rows) {
  return (
    <ul class="row-cards" aria-labelledby="rows">
      <For each={props.rows}>
        {(row) => <Card known={props.known} row={row} changed={props.changed} />}
      </For>
    </ul>
  )
}

function Card(props: OneRow) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <li>
      <p class="row wrap">
        <span class="hint">{t().imports.table.lineOf(props.row.line)}</span>
        <b>
          <Who row={props.row} />
        </b>
        <span class="push">
          <RowStateWord state={props.row.state} />
        </span>
      </p>
      <RowFindings known={props.known} row={props.row} />
      <Acts {...props} isOpen={isOpen()} open={setOpen} />
      <Show when={isOpen()}>
        <RowEdit {...props} close={() => closeEdit(props.row, setOpen)} />
      </Show>
    </li>
  )
}

/** The focus goes back to what opened the form. */
function closeEdit(row: ImportRow, open: (isOpen: boolean) => void): void {
  open(false)
  document.getElementById(mendId(row))?.focus()
}

const mendId = ({ line }: ImportRow) => `mend-${line}`

function Who(props: { row: ImportRow }) {
  const name = () => props.row.cells.name ?? props.row.talent?.name ?? ''
  return (
    <Show
      when={props.row.talent}
      fallback={name() || <span class="chip open">{t().imports.table.noName}</span>}
    >
      {(talent) => (
        <A href={`/talents/${talent().id}`} title={t().imports.table.person}>
          {personName(name() || talent().name)}
        </A>
      )}
    </Show>
  )
}

function Acts(props: OneRow & { isOpen: boolean; open: (isOpen: boolean) => void }) {
  const words = () => t().imports.table
  return (
    <span class="row row-acts">
      <Show when={props.row.state !== 'left-out'}>
        <button
          type="button"
          id={mendId(props.row)}
          class="button slim"
          aria-expanded={props.isOpen}
          aria-label={words().mendOf(props.row.line)}
          onClick={() => props.open(!props.isOpen)}
        >
          {words().mend}
        </button>
      </Show>
      <LeaveOut known={props.known} row={props.row} changed={props.changed} />
    </span>
  )
}
