import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { NearReady, NearRow, Thing } from '../../growth.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { createSome, ShowAll } from '../show-all.tsx'
import { Blank } from '../states.tsx'
import { Approvals, SeatLines } from './seats.tsx'

/** Some screens at a desk. */
const FIRST = 30

/** People who are one thing short of a post, township by township, the nearest first. */
export function NearCard(props: { answer: NearReady }) {
  const words = () => t().growth.near
  const some = createSome(() => props.answer.near, FIRST)
  const byTownship = () => [...Map.groupBy(some.shown(), ({ township }) => township.code).values()]
  const peopleOf = (code: string) =>
    new Set(
      props.answer.near
        .filter(({ township }) => township.code === code)
        .map(({ talent }) => talent.id),
    ).size
  const hasSeveral = () => new Set(props.answer.near.map(({ township }) => township.code)).size > 1
  return (
    <section class="card" aria-labelledby="near">
      <div class="card-head">
        <h2 id="near">{words().list}</h2>
        <span class="hint">{words().listHint}</span>
      </div>
      <Show
        when={props.answer.near.length > 0}
        fallback={<Blank icon="check" title={words().none} text={words().noneText} />}
      >
        <div class="scroll">
          <table class="table near-table" aria-labelledby="near">
            <thead>
              <tr>
                <th scope="col">{words().person}</th>
                <th scope="col">{words().posts}</th>
                <th scope="col">{words().thing}</th>
                <th scope="col">{words().by}</th>
                <th scope="col">{words().plan}</th>
              </tr>
            </thead>
            <For each={byTownship()}>
              {(rows) => (
                <tbody>
                  <Show when={hasSeveral()}>
                    <tr class="group">
                      <th scope="rowgroup" colspan={5}>
                        {words().inTownship(
                          placeName(rows[0]!.township.name),
                          peopleOf(rows[0]!.township.code),
                        )}
                      </th>
                    </tr>
                  </Show>
                  <For each={rows}>{(row) => <Row row={row} today={props.answer.today} />}</For>
                </tbody>
              )}
            </For>
          </table>
        </div>
        <ShowAll hidden={some.hidden()} show={some.showAll} />
      </Show>
    </section>
  )
}

function Row(props: { row: NearRow; today: string }) {
  return (
    <tr>
      <th scope="row" class="person">
        <A class="medium" href={`/talents/${props.row.talent.id}`}>
          {personName(props.row.talent.name)}
        </A>
        <span class="hint block">
          {[placeName(props.row.village.name), t().talents.statuses[props.row.status]].join(
            t().separator,
          )}
        </span>
      </th>
      <td data-label={t().growth.near.posts}>
        <SeatLines seats={props.row.seats} home={props.row.village.code} />
        <Elsewhere row={props.row} />
        <Approvals seats={[...props.row.seats, ...props.row.elsewhere]} />
      </td>
      <td data-label={t().growth.near.thing}>
        {say(props.row.thing.words)}
        <span class="hint block">{t().growth.near.kinds[props.row.thing.kind]}</span>
      </td>
      <td class="nowrap" data-label={t().growth.near.by}>
        <Expected thing={props.row.thing} today={props.today} />
      </td>
      <td data-label={t().growth.near.plan}>
        <Items thing={props.row.thing} talent={props.row.talent.id} />
      </td>
    </tr>
  )
}

/** When it should be mended; what waits for an office, is late or has no day says so. */
function Expected(props: { thing: Thing; today: string }) {
  const words = () => t().growth.near
  const isReported = () => props.thing.items[0]?.state === 'reported'
  return (
    <Show when={props.thing.by} fallback={<span class="hint">{words().noDay}</span>}>
      {(day) => (
        <Show when={!isReported()} fallback={<span>{words().state.reported}</span>}>
          {day()}
          <Show when={day() < props.today}>
            <span class="hint block">{words().late}</span>
          </Show>
        </Show>
      )}
    </Show>
  )
}

/** Other villages of the township with the same posts: how many, and which on asking. */
function Elsewhere(props: { row: NearRow }) {
  const names = () =>
    props.row.elsewhere.map(({ village }) => placeName(village.name)).join(t().comma)
  return (
    <Show when={props.row.elsewhere.length > 0}>
      <details class="elsewhere">
        <summary class="hint">
          {props.row.seats.length > 0
            ? t().growth.near.elsewhere(props.row.elsewhere.length)
            : t().growth.near.elsewhereOnly(props.row.elsewhere.length)}
        </summary>
        <span class="hint">{names()}</span>
      </details>
    </Show>
  )
}

function Items(props: { thing: Thing; talent: string }) {
  const words = () => t().growth.near
  return (
    <Show
      when={props.thing.items.length > 0}
      fallback={
        <>
          <span class="hint block">{words().noPlan}</span>
          <A class="small" href={`/talents/${props.talent}/cultivation`}>
            {words().makePlan}
          </A>
        </>
      }
    >
      <For each={props.thing.items}>
        {({ aim, dueOn, state }) => (
          <span class="block">
            {aim}{' '}
            <span class="hint nowrap">
              {state === 'reported' ? words().state.reported : words().dueOn(dueOn)}
            </span>
          </span>
        )}
      </For>
      <A class="small" href={`/talents/${props.talent}/cultivation`}>
        {words().openPlan}
      </A>
    </Show>
  )
}
