import { For, Show } from 'solid-js'
import type { Comparison, FormField, FormRead } from '../../appointment-forms.ts'
import { whole } from '../../format.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { type State, StateWord } from '../mark.tsx'

type Line = Comparison['fields'][number] | NonNullable<Comparison['idNumber']>
type Row = {
  id: string
  label: string
  line: Pick<Line, 'form' | 'pool' | 'state' | 'caution'>
  isTaken: boolean
  set: (isTaken: boolean) => void
}
const MARKS: Record<Line['state'], State> = {
  same: 'met',
  new: 'unknown',
  other: 'weak',
  unreadable: 'missed',
}

/** What the form says beside the pool, each line with its box: taken or not. */
export function ComparisonTable(props: {
  beside: Comparison
  photograph: FormRead['photograph']
  /** What the portrait has beside it. */
  known: 'none' | 'same' | 'other'
  take: readonly FormField[]
  relatives: readonly number[]
  setField: (field: FormField, isTaken: boolean) => void
  setRelative: (row: number, isTaken: boolean) => void
}) {
  const words = () => t().appointmentForms
  const rows = (): Row[] => [
    ...props.beside.fields.map((line) => ofField(line.field, line)),
    ...(props.beside.idNumber ? [ofField('idNumber', props.beside.idNumber)] : []),
    ...props.beside.relatives.map(
      (line, at): Row => ({
        id: `relative-${line.row}`,
        label: words().field.relative(at + 1),
        line,
        isTaken: props.relatives.includes(line.row),
        set: (isTaken) => props.setRelative(line.row, isTaken),
      }),
    ),
    ...(props.photograph ? [ofField('photograph', pictureLine(props.photograph.bytes))] : []),
  ]
  function ofField(field: FormField, line: Row['line']): Row {
    return {
      ...{ id: field, label: words().field[field], line, isTaken: props.take.includes(field) },
      set: (isTaken) => props.setField(field, isTaken),
    }
  }
  function pictureLine(bytes: number): Row['line'] {
    const pool = { none: null, same: words().samePicture, other: words().replaces }[props.known]
    const state = props.known === 'none' ? 'new' : props.known
    return { form: words().photograph(whole(Math.ceil(bytes / 1024))), pool, state, caution: null }
  }
  return (
    <table class="form-table">
      <thead>
        <tr>
          <th scope="col">{words().columns.take}</th>
          <th scope="col">{words().columns.field}</th>
          <th scope="col">{words().columns.form}</th>
          <th scope="col">{words().columns.pool}</th>
          <th scope="col">{words().columns.state}</th>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>{(row) => <Line row={row} />}</For>
      </tbody>
    </table>
  )
}

function Line(props: { row: Row }) {
  const words = () => t().appointmentForms
  const canTake = () => props.row.line.state === 'new' || props.row.line.state === 'other'
  return (
    <tr data-field={props.row.id}>
      <td class="form-take">
        <Show when={canTake()}>
          <label class="form-box">
            <input
              type="checkbox"
              aria-label={words().takeOf(props.row.label)}
              checked={props.row.isTaken}
              onChange={(event) => props.row.set(event.currentTarget.checked)}
            />
          </label>
        </Show>
      </td>
      <th scope="row">{props.row.label}</th>
      <td class="form-text" data-label={words().columns.form}>
        {props.row.line.form}
        <Show when={props.row.line.caution}>
          {(caution) => (
            <span class="form-caution">
              <Icon name="warning" />
              {say(caution())}
            </span>
          )}
        </Show>
      </td>
      <td class="form-text" data-label={words().columns.pool}>
        {props.row.line.pool ?? <span class="hint">{words().empty}</span>}
      </td>
      <td>
        <StateWord state={MARKS[props.row.line.state]}>
          {words().state[props.row.line.state]}
        </StateWord>
      </td>
    </tr>
  )
}
