import { Show } from 'solid-js'
import type { Cell, GridPerson } from '../../checks.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { cellOf, type Draft, daysIn, faultOf, isWhole, type Part } from './drafts.ts'
import { sharesOf } from './shares.ts'

type Props = {
  person: GridPerson
  month: string
  last: Cell | null
  draft: Draft
  isChanged: boolean
  problem: string | null
  set: (draft: Draft) => void
  forget: () => void
}

/** One person of the month: due and present, of days and of meetings, or not counted. */
export function MonthRow(props: Props) {
  const name = () => personName(props.person.talent.name)
  const cell = () => cellOf(props.person, props.month)
  return (
    <tr classList={{ drafted: props.isChanged }}>
      <th scope="row" class="nowrap">
        {name()}
      </th>
      <td class="nowrap" data-label={t().attendance.last}>
        <Show when={props.last} fallback={<span class="hint">{t().attendance.notKept}</span>}>
          {(last) => <span class="hint">{sharesOf(last())}</span>}
        </Show>
      </td>
      <td data-label={t().attendance.days}>
        <Figures
          name={name()}
          what={t().attendance.days}
          part={props.draft.days}
          isLocked={!props.person.mayWrite}
          fault={props.isChanged ? faultOf(props.draft.days, daysIn(props.month)) : null}
          set={(days) => props.set({ ...props.draft, days })}
        />
      </td>
      <td data-label={t().attendance.meetings}>
        <Figures
          name={name()}
          what={t().attendance.meetings}
          part={props.draft.meetings}
          isLocked={!props.person.mayWrite}
          fault={props.isChanged ? faultOf(props.draft.meetings, null) : null}
          set={(meetings) => props.set({ ...props.draft, meetings })}
        />
      </td>
      <td data-label={t().attendance.remarks}>
        <input
          class="input month-remarks"
          aria-label={t().attendance.remarksOf(name())}
          maxlength={200}
          disabled={!props.person.mayWrite}
          value={props.draft.remarks}
          onInput={(event) => props.set({ ...props.draft, remarks: event.currentTarget.value })}
        />
      </td>
      <td class="month-state">
        <State {...props} cell={cell()} />
        <Show when={cell() && props.person.mayWrite}>
          <button
            type="button"
            class="button plain slim icon-only"
            aria-label={t().attendance.forget}
            title={t().attendance.forget}
            onClick={() => props.forget()}
          >
            <Icon name="close" />
          </button>
        </Show>
      </td>
    </tr>
  )
}

function State(props: Props & { cell: Cell | null }) {
  const words = () => t().attendance.state
  const shown = () => {
    if (!props.person.mayWrite) return { state: 'unknown', text: t().attendance.readOnly } as const
    if (props.problem) return { state: 'missed', text: words().conflict } as const
    if (props.isChanged)
      return isWhole(props.draft, props.month)
        ? ({ state: 'weak', text: words().changed } as const)
        : ({ state: 'missed', text: words().fault } as const)
    if (!props.cell) return { state: 'unknown', text: words().open } as const
    const { by, on } = props.cell
    return { state: 'met', text: words().kept(by ?? '', on.slice(5)) } as const
  }
  return <StateWord state={shown().state}>{shown().text}</StateWord>
}

function Figures(props: {
  name: string
  what: string
  part: Part
  isLocked: boolean
  fault: string | null
  set: (part: Part) => void
}) {
  const words = () => t().attendance
  const input = (which: 'due' | 'present') => (
    <input
      class="input month-figure"
      inputmode="numeric"
      aria-label={words().inputOf(props.name, props.what, words()[which])}
      aria-invalid={props.fault ? true : undefined}
      placeholder={words()[which]}
      disabled={props.isLocked || !props.part.isCounted}
      maxlength={2}
      value={props.part[which]}
      onInput={(event) => props.set({ ...props.part, [which]: event.currentTarget.value })}
    />
  )
  return (
    <div class="month-figures">
      {input('due')}
      {input('present')}
      <button
        type="button"
        class="button slim"
        title={words().allOf}
        disabled={props.isLocked || !props.part.isCounted || props.part.due === ''}
        onClick={() => props.set({ ...props.part, present: props.part.due })}
      >
        {words().all}
      </button>
      <label class="tick">
        <input
          type="checkbox"
          aria-label={words().notCountedOf(props.name, props.what)}
          checked={!props.part.isCounted}
          disabled={props.isLocked}
          onChange={(event) =>
            props.set({ ...props.part, isCounted: !event.currentTarget.checked })
          }
        />
        {words().notCounted}
      </label>
      <Show when={props.fault}>
        <span class="figure-fault" role="alert">
          {props.fault}
        </span>
      </Show>
    </div>
  )
}
