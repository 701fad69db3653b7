import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { ListedVillage } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { PickBar, PickCell, PickHead } from './pick-bar.tsx'
import { createPicking, type Picking } from './picking.ts'
import { LIST_STATES } from './states.ts'

const w = () => t().readiness.lists
/** Names in a row; the rest is in the drawer. */
const NAMED = 3

export function ListTable(props: { rows: ListedVillage[]; open: (village: string) => void }) {
  const picking = createPicking()
  const shown = () => props.rows.map(({ village: { code }, colour }) => ({ code, colour }))
  return (
    <>
      <PickBar picking={picking} shown={shown()} />
      <section class="scroll" tabindex="0" aria-label={w().title}>
        <table class="table place-rows" aria-label={w().title}>
          <thead>
            <tr>
              <PickHead picking={picking} shown={shown()} />
              <th scope="col">{w().village}</th>
              <th scope="col">{w().deciding.list}</th>
              <th scope="col">{w().people}</th>
              <th scope="col" class="wide">
                {w().why}
              </th>
              <th scope="col">
                <span class="hidden-text">{w().detail}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => <Row row={row} open={props.open} picking={picking} />}
            </For>
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row(props: { row: ListedVillage; open: (village: string) => void; picking: Picking }) {
  const row = () => props.row
  const name = () => placeName(row().village.name)
  return (
    <tr>
      <PickCell picking={props.picking} village={row().village} />
      <th scope="row" class="medium nowrap">
        <A href={`/villages/${row().village.code}`}>{name()}</A>
        <span class="second">{placeName(row().township.name)}</span>
      </th>
      <td class="nowrap">
        <StateWord state={LIST_STATES[row().list]}>{w().names[row().list]}</StateWord>
        <span class="second">{w().by[row().by]}</span>
      </td>
      <td>
        <People row={row()} />
      </td>
      <td>{say(row().words)}</td>
      <td>
        <button
          type="button"
          class="button slim"
          aria-haspopup="dialog"
          aria-label={`${w().detail}${t().colon}${name()}`}
          onClick={() => props.open(row().village.code)}
        >
          {w().detail}
        </button>
      </td>
    </tr>
  )
}

function People(props: { row: ListedVillage }) {
  const rest = () => props.row.people.length + props.row.others - NAMED
  return (
    <Show
      when={props.row.people.length + props.row.others > 0}
      fallback={<span class="second">{w().nobody}</span>}
    >
      <span class="names">
        <For each={props.row.people.slice(0, NAMED)}>
          {({ id, name }, at) => (
            <>
              {at() > 0 ? t().comma : ''}
              <A href={`/talents/${id}`}>{personName(name)}</A>
            </>
          )}
        </For>
        <Show when={rest() > 0}>
          <span class="hint"> +{rest()}</span>
        </Show>
      </span>
    </Show>
  )
}
