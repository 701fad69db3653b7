import { For, Show } from 'solid-js'
import type { ImportAnswer, ImportRow } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { RowChanges } from './row-changes.tsx'
import { fieldName, placeOfFault } from './row-places.ts'

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
        <span class="second">{contentOf(props.known, props.row)}</span>
      </Show>
    </>
  )
}

/** What keeps the row out goes before what is only worth knowing. */
const worstFirst = ({ faults }: ImportRow) => [
  ...faults.filter(({ level }) => level === 'error'),
  ...faults.filter(({ level }) => level === 'notice'),
]

/** What tells best whom or what a row is about; no number that is private. */
const TELLING: Record<ImportAnswer['kind'], readonly string[]> = {
  people: ['sex', 'bornOn', 'partyStatus', 'village', 'occupation'],
  incumbents: ['village', 'posts', 'sex', 'bornOn', 'partyStatus'],
  villages: ['township', 'households', 'population', 'partyMembers', 'trades'],
}
/** A bare figure says nothing: its column is named. */
const isFigure = (text: string) => /^[\d.,]+$/.test(text)

const contentOf = (known: ImportAnswer, { cells }: ImportRow) =>
  TELLING[known.kind]
    .flatMap((field) => {
      const text = cells[field]
      if (!text) return []
      return known.kind === 'villages' && isFigure(text)
        ? `${fieldName(known, field)} ${text}`
        : text
    })
    .join(t().separator)
