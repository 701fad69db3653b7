import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { BecameRow, NearReady } from '../../growth.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { createSome, ShowAll } from '../show-all.tsx'
import { Blank } from '../states.tsx'
import { Approvals, SeatLines } from './seats.tsx'

/** Three to a line at a desk. */
const FIRST = 12

/** People for whom a post opened since the last quarter, with what was missing then. */
export function BecameCard(props: { answer: NearReady }) {
  const words = () => t().growth.near
  const some = createSome(() => props.answer.became, FIRST)
  return (
    <section class="card" aria-labelledby="became">
      <div class="card-head">
        <h2 id="became">{words().became}</h2>
        <span class="chip">{props.answer.became.length}</span>
      </div>
      <Show
        when={props.answer.became.length > 0}
        fallback={<Blank icon="clock" title={words().becameNone} text={words().becameNoneText} />}
      >
        <ul class="became-list">
          <For each={some.shown()}>{(row) => <Row row={row} />}</For>
        </ul>
        <ShowAll hidden={some.hidden()} show={some.showAll} />
      </Show>
      <p class="card-body hint">{words().becameHint(props.answer.since)}</p>
    </section>
  )
}

function Row(props: { row: BecameRow }) {
  const words = () => t().growth.near
  return (
    <li>
      <p class="row wrap">
        <Mark state="met" />
        <A class="medium" href={`/talents/${props.row.talent.id}/cultivation`}>
          {personName(props.row.talent.name)}
        </A>
        <span class="hint">
          {[placeName(props.row.township.name), placeName(props.row.village.name)].join(
            t().separator,
          )}
        </span>
      </p>
      <dl>
        <dt>{words().nowFor}</dt>
        <dd>
          <SeatLines seats={props.row.seats} home={props.row.village.code} />
          <Approvals seats={props.row.seats} />
        </dd>
        <dt>{words().lacked}</dt>
        <dd>{props.row.things.map((thing) => say(thing.words)).join(t().clause)}</dd>
      </dl>
    </li>
  )
}
