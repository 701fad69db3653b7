import { A, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { Board, BoardVillage, Indicator } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { Mark, type State, StateWord } from '../mark.tsx'
import { PickBar, PickCell, PickHead } from '../readiness/pick-bar.tsx'
import { createPicking, type Picking } from '../readiness/picking.ts'
import { Unknown } from '../states.tsx'
import { ColourWord } from './colours.tsx'

const w = () => t().township
/** What does something itself, and leads nowhere else. */
const OWN = 'a, .check-cell'

const INDICATORS = [
  ...(['audit', 'overhaul', 'depth', 'list', 'teams', 'review', 'satisfaction'] as const),
] satisfies Indicator['id'][]
const STATES = ['red', 'yellow', 'green', 'unknown', 'not-applicable'] as const
const MARKS: Record<(typeof STATES)[number], State> = {
  ...({ red: 'missed', yellow: 'weak', green: 'met' } as const),
  ...({ unknown: 'unknown', 'not-applicable': 'unknown' } as const),
}

/** Villages by seven indicators: what lacks where, and what comes next. */
export function IndicatorTable(props: { board: Board; villages: BoardVillage[] }) {
  const picking = createPicking()
  return (
    <>
      <PickBar picking={picking} shown={props.villages} />
      <section class="scroll" tabindex="0" aria-labelledby="board">
        <table class="table villages indicators" aria-labelledby="board">
          <thead>
            <tr>
              <PickHead picking={picking} shown={props.villages} />
              <th scope="col">{w().village}</th>
              <th scope="col">{w().readiness}</th>
              <For each={INDICATORS}>
                {(id) => (
                  <th scope="col" class="indicator-cell">
                    {w().indicator[id]}
                  </th>
                )}
              </For>
              <th scope="col" class="number">
                {w().reserves}
              </th>
              <th scope="col">{w().list}</th>
              <th scope="col" class="wide">
                {w().next}
              </th>
              <th scope="col">
                <span class="hidden-text">{w().act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.villages}>
              {(one) => <Row village={one} asked={props.board.reservesAsked} picking={picking} />}
            </For>
          </tbody>
        </table>
      </section>
      <p class="hint colour-legend">
        <For each={STATES}>
          {(state) => (
            <span>
              <Show when={state !== 'not-applicable'} fallback={`${t().dash} `}>
                <Mark state={MARKS[state]} />{' '}
              </Show>
              {w().stateSays[state]}
            </span>
          )}
        </For>
        <span>{w().rule}</span>
      </p>
    </>
  )
}

function Row(props: { village: BoardVillage; asked: number; picking: Picking }) {
  const navigate = useNavigate()
  const one = () => props.village
  const href = () => `/villages/${one().code}`
  const name = () => placeName(one().name)
  const list = () => one().list
  return (
    <tr class="leads" onClick={(event) => event.target.closest(OWN) ?? navigate(href())}>
      <PickCell picking={props.picking} village={one()} />
      <th scope="row" class="medium nowrap">
        <A href={href()} title={one().words ? say(one().words!) : undefined}>
          {name()}
        </A>
      </th>
      <td class="nowrap">
        <ColourWord colour={one().colour} />
      </td>
      <For each={INDICATORS}>
        {(id) => <Cell village={one()} indicator={one().indicators?.find((it) => it.id === id)} />}
      </For>
      <td class="number" classList={{ low: (one().reserves ?? props.asked) < props.asked }}>
        {one().reserves ?? <Unknown />}
      </td>
      <td class="nowrap" classList={{ strong: list() === 'none' }}>
        <Show when={list()} fallback={<Unknown />}>
          {(known) => (
            <span title={one().listWords ? say(one().listWords!) : undefined}>
              {t().overview.list[known()]}
            </span>
          )}
        </Show>
      </td>
      <td class="wide small">
        <Show when={one().next} fallback={<span class="second">{t().dash}</span>}>
          {(next) => say(next().words)}
        </Show>
      </td>
      <td class="number">
        <Show when={one().next}>
          <A class="button slim" href={href()} aria-label={w().actFor(name())}>
            {w().act}
          </A>
        </Show>
      </td>
    </tr>
  )
}

/** Green is quiet: the mark alone. What is lacking says its word, and all say their fact when looked at. */
function Cell(props: { village: BoardVillage; indicator: Indicator | undefined }) {
  const state = () => props.indicator?.state ?? 'unknown'
  const said = () =>
    props.indicator ? `${w().state[state()]}${t().colon}${say(props.indicator.words)}` : t().unknown
  return (
    <td class="indicator-cell">
      <A
        href={`/villages/${props.village.code}`}
        title={said()}
        aria-label={`${w().openRecord(placeName(props.village.name), said())}`}
      >
        <Show when={state() !== 'not-applicable'} fallback={<span class="second">{t().dash}</span>}>
          <Show when={state() !== 'green'} fallback={<Mark state="met" />}>
            <StateWord state={MARKS[state()]}>{w().state[state()]}</StateWord>
          </Show>
        </Show>
      </A>
    </td>
  )
}
