import { createAsync } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { type OwnCultivation, ownCultivationOf } from '../../../growth.ts'
import { t } from '../../../words/index.ts'
import { GrowthBody } from '../growth-body.tsx'
import { OwnAttendance } from './attendance.tsx'
import { OwnChecks } from './checks.tsx'
import { OwnMentors } from './mentors.tsx'
import { OwnMovements } from './movements.tsx'
import { OwnPlan } from './plan.tsx'
import { OwnPoints } from './points.tsx'
import { OwnSessions } from './sessions.tsx'
import { OwnTraining } from './training.tsx'
import { OwnTrials } from './trials.tsx'

/** All that is kept of the own cultivation but the private notes of mentors; nobody else and no rank in it. */
export function OwnCultivationCard(props: { ask: () => void }) {
  const answer = createAsync(() => ownCultivationOf())
  return (
    <section class="card own-cultivation" aria-labelledby="cultivation">
      <div class="card-head">
        <h2 id="cultivation">{t().growth.own.title}</h2>
      </div>
      <div class="card-body stack">
        <p class="second">
          {t().growth.own.intro}{' '}
          <button type="button" class="link-button paper-hidden" onClick={() => props.ask()}>
            {t().growth.own.correct}
          </button>
        </p>
        <Show when={answer()}>{(known) => <Parts own={known()} />}</Show>
      </div>
    </section>
  )
}

function Parts(props: { own: OwnCultivation }) {
  const names = () => t().growth.own.parts
  return (
    <>
      <OwnMentors mentors={props.own.mentors} />
      <Part name={names().plan} count={props.own.items.length} isOpen>
        <OwnPlan own={props.own} />
      </Part>
      <Part name={names().sessions} count={props.own.sessionsInAll}>
        <OwnSessions own={props.own} />
      </Part>
      <Part name={names().training} count={props.own.courses.length} isOpen>
        <OwnTraining own={props.own} />
      </Part>
      <Part name={names().trials} count={props.own.trials.length}>
        <OwnTrials trials={props.own.trials} />
      </Part>
      <Part name={names().checks} count={props.own.appraisals.length}>
        <OwnChecks appraisals={props.own.appraisals} />
      </Part>
      <Part name={names().attendance} count={props.own.attendances.length}>
        <OwnAttendance attendances={props.own.attendances} />
      </Part>
      <Part name={names().growth}>
        <p class="hint">{t().growth.own.growth}</p>
        <GrowthBody growth={props.own.growth} />
      </Part>
      <Part name={names().points}>
        <OwnPoints points={props.own.points} />
      </Part>
      <Part name={names().movements} count={props.own.movements.length}>
        <OwnMovements movements={props.own.movements} />
      </Part>
    </>
  )
}

/** A part that opens; drawn when it is open, since a curve needs its width. */
function Part(props: { name: string; count?: number; isOpen?: boolean; children: JSX.Element }) {
  return (
    <details class="own-part" open={props.isOpen ?? false}>
      <summary>
        <h3>{props.name}</h3>
        <Show when={props.count}>
          <span class="chip">{props.count}</span>
        </Show>
      </summary>
      <div class="stack">{props.children}</div>
    </details>
  )
}
