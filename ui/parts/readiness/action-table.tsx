import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { ActionView } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { dayOf } from '../talent/when.ts'
import { ChangeForm } from './change-form.tsx'
import { CloseForm } from './close-form.tsx'
import { DropForm } from './drop-form.tsx'
import { STATES } from './states.ts'

const w = () => t().readiness.actions

type Selection = { ids: ReadonlySet<string>; toggle: (id: string) => void }
type Doing = { kind: 'close' | 'change' | 'drop'; action: ActionView }

/** Actions row by row; of a village its own name is left out. */
export function ActionTable(props: {
  rows: ActionView[]
  isOfVillage?: boolean
  mayAssign: boolean
  selection?: Selection
  say: (text: string) => void
}) {
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <section class="scroll" tabindex="0" aria-label={w().table}>
      <table class="table place-rows" aria-label={w().table}>
        <thead>
          <tr>
            <Show when={props.selection}>
              {(selection) => <SelectAll rows={props.rows} selection={selection()} />}
            </Show>
            <Show when={!props.isOfVillage}>
              <th scope="col">{w().village}</th>
            </Show>
            <th scope="col">{w().indicator}</th>
            <th scope="col">{w().what}</th>
            <th scope="col">{w().who}</th>
            <th scope="col">{w().due}</th>
            <th scope="col">
              <span class="hidden-text">{t().readiness.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <Row
                row={row}
                isOfVillage={props.isOfVillage ?? false}
                mayAssign={props.mayAssign}
                selection={props.selection}
                act={(kind) => setDoing({ kind, action: row })}
              />
            )}
          </For>
        </tbody>
      </table>
      <Show when={doing()} keyed>
        {({ kind, action }) => {
          const given = { action, close, say: props.say }
          if (kind === 'close')
            return <CloseForm actions={[action]} close={close} say={props.say} />
          return kind === 'change' ? <ChangeForm {...given} /> : <DropForm {...given} />
        }}
      </Show>
    </section>
  )
}

/** All of this page, or none of it. */
function SelectAll(props: { rows: ActionView[]; selection: Selection }) {
  const isWhole = () => props.rows.every(({ id }) => props.selection.ids.has(id))
  function turn() {
    const wanted = !isWhole()
    for (const { id } of props.rows)
      if (props.selection.ids.has(id) !== wanted) props.selection.toggle(id)
  }
  return (
    <td class="check-cell">
      <input type="checkbox" aria-label={w().selectAll} checked={isWhole()} onChange={turn} />
    </td>
  )
}

function Row(props: {
  row: ActionView
  isOfVillage: boolean
  mayAssign: boolean
  selection: Selection | undefined
  act: (kind: Doing['kind']) => void
}) {
  const row = () => props.row
  return (
    <tr>
      <Show when={props.selection}>
        {(selection) => (
          <td class="check-cell">
            <input
              type="checkbox"
              aria-label={w().select(placeName(row().village.name), row().what)}
              checked={selection().ids.has(row().id)}
              onChange={() => selection().toggle(row().id)}
            />
          </td>
        )}
      </Show>
      <Show when={!props.isOfVillage}>
        <th scope="row" class="medium nowrap">
          <A href={`/villages/${row().village.code}#readiness`}>{placeName(row().village.name)}</A>
          <span class="second">{placeName(row().township.name)}</span>
        </th>
      </Show>
      <td class="nowrap">
        <Show when={row().warning} fallback={t().township.indicator[row().indicator]}>
          {(warning) => (
            <StateWord state={STATES[warning()]}>
              {t().township.indicator[row().indicator]}
            </StateWord>
          )}
        </Show>
      </td>
      <td>
        {row().what}
        <Show when={row().closed?.result}>
          <span class="second">{row().closed!.result}</span>
        </Show>
      </td>
      <td>
        <span class="nowrap">
          {row().assignee.name}
          <Show when={row().assignee.isSelf}>
            <span class="pill">{w().self}</span>
          </Show>
        </span>
        <span class="second nowrap">
          {w().assignedBy(row().assigned.by ?? t().unknown, dayOf(row().assigned.at))}
        </span>
      </td>
      <td class="nowrap">
        <Due row={row()} />
      </td>
      <td>
        <Show when={row().closed === null}>
          <Acts row={row()} mayAssign={props.mayAssign} act={props.act} />
        </Show>
      </td>
    </tr>
  )
}

function Due(props: { row: ActionView }) {
  const closed = () => props.row.closed
  return (
    <Show
      when={closed()}
      fallback={
        <>
          {props.row.dueOn ?? w().noDue}
          <Show when={props.row.lateDays > 0}>
            <span class="second">
              <StateWord state="missed">{w().late(props.row.lateDays)}</StateWord>
            </span>
          </Show>
        </>
      }
    >
      {(of) => (
        <>
          {of().isDropped ? w().states.dropped : (of().doneOn ?? w().states.done)}
          <span class="second">{w().closedBy(of().by ?? t().unknown, dayOf(of().at))}</span>
        </>
      )}
    </Show>
  )
}

function Acts(props: { row: ActionView; mayAssign: boolean; act: (kind: Doing['kind']) => void }) {
  const kinds = () =>
    props.mayAssign ? (['close', 'change', 'drop'] as const) : (['close'] as const)
  const names = () => ({
    ...{ close: t().readiness.closeOpen, change: t().readiness.change },
    drop: t().readiness.drop,
  })
  return (
    <div class="row nowrap">
      <For each={kinds()}>
        {(kind) => (
          <button
            type="button"
            class="button slim"
            aria-haspopup="dialog"
            aria-label={`${names()[kind]}${t().colon}${props.row.what}`}
            onClick={() => props.act(kind)}
          >
            {names()[kind]}
          </button>
        )}
      </For>
    </div>
  )
}
