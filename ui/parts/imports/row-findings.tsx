import { For, Show } from 'solid-js'
import type { ImportAnswer, ImportRow } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { RowChanges } from './row-changes.tsx'
import { placeOfFault } from './row-places.ts'

/** What is wrong or worth knowing in a row, each at its column with the text that stands there; then what would change. */
export function RowFindings(props: { known: ImportAnswer; row: ImportRow }) {
  return (
    <>
      <ul class="findings">
        <For each={worstFirst(props.row)}>
          {(fault) => (
            <li>
              <Mark state={fault.level === 'error' ? 'missed' : 'weak'} />
              <span>
                <b>{placeOfFault(props.known, fault)}</b> {say(fault.words)}
              </span>
            </li>
          )}
        </For>
      </ul>
      <RowChanges row={props.row} />
      <Show when={props.row.faults.length === 0 && props.row.changes.length === 0}>
        <span class="second">{contentOf(props.row)}</span>
      </Show>
    </>
  )
}

/** What keeps the row out goes before what is only worth knowing. */
const worstFirst = ({ faults }: ImportRow) => [
  ...faults.filter(({ level }) => level === 'error'),
  ...faults.filter(({ level }) => level === 'notice'),
]

/** Shown beside, or no business of somebody who looks over a shoulder. */
const UNTOLD = ['id', 'name', 'idNumber', 'phone']

/** The first cells after the name, so that one sees whom the row is about. */
const contentOf = ({ cells }: ImportRow) =>
  Object.entries(cells)
    .filter(([field, text]) => !UNTOLD.includes(field) && text !== '')
    .slice(0, 5)
    .map(([, text]) => text)
    .join(t().separator)
