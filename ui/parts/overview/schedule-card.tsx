import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { Schedule } from '../../overview.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'
import { queueOf } from '../rounds/queue-link.ts'
import { shareDone } from './strip.tsx'

const w = () => t().overview

/** The days of the term change, and how far its nominees are. */
export function ScheduleCard(props: { schedule: Schedule | null }) {
  const has = useRoles()
  return (
    <section class="card" aria-labelledby="schedule">
      <div class="card-head">
        <h2 id="schedule">{w().schedule}</h2>
        <Show when={props.schedule}>
          {(known) => <span class="hint">{daysText(known())}</span>}
        </Show>
      </div>
      <Show
        when={props.schedule}
        fallback={
          <p class="card-body hint">
            {w().noRound}{' '}
            <Show when={has('county')}>
              <A href="/rounds">{w().openRound}</A>
            </Show>
          </p>
        }
      >
        {(known) => <Stages schedule={known()} />}
      </Show>
    </section>
  )
}

export function daysText({ daysToTerm, round }: Schedule): string {
  if (daysToTerm === null) return round.name
  if (daysToTerm === 0) return w().termBegins
  return daysToTerm > 0 ? w().daysToTerm(daysToTerm) : w().termBegan(-daysToTerm)
}

function Stages(props: { schedule: Schedule }) {
  const { round } = props.schedule
  return (
    <>
      <ul class="rail-list schedule" aria-labelledby="schedule">
        <For each={props.schedule.stages}>
          {(stage) => (
            <li>
              <Mark state={stateOf(stage, props.schedule.nominees)} />
              <div class="rail-text">
                <A class="medium" href={queueOf(round.id, { stage: stage.id })}>
                  {say(stage.words)}
                </A>{' '}
                <span class="hint">{w().until(stage.until)}</span>
              </div>
              <span class="small second nowrap">{pastText(stage, props.schedule.nominees)}</span>
            </li>
          )}
        </For>
      </ul>
      <p class="table-foot hint">
        <A href={`/rounds/${round.id}`}>{round.name}</A>
        {t().separator}
        {w().nominees(whole(props.schedule.nominees))}
      </p>
    </>
  )
}

type Stage = Schedule['stages'][number]

export function stateOf({ past, there, late }: Stage, nominees: number): State {
  if (late > 0) return 'missed'
  if (past + there === 0) return 'unknown'
  return past === nominees ? 'met' : 'weak'
}

export function pastText({ past, there, late }: Stage, nominees: number): string {
  if (past + there === 0) return w().notBegun
  const share = w().past(shareDone(past, nominees))
  return late > 0 ? [share, w().lateThere(whole(late))].join(t().separator) : share
}
