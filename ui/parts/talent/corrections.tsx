import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { revealProposed } from '../../people.ts'
import type { Correction } from '../../types.ts'
import { t } from '../../words/index.ts'
import { valueText } from './corrected.ts'
import { StatePill } from './own-corrections.tsx'
import { Revealable } from './revealable.tsx'
import { dayOf, daysBetween, today } from './when.ts'

/** One request, with both values and the two answers. */
export function OpenCorrection(props: {
  correction: Correction
  begin: (isAccepting: boolean) => void
}) {
  const days = () => daysBetween(dayOf(props.correction.askedAt), today())
  return (
    <li>
      <p class="row wrap">
        <Who correction={props.correction} />
        <span class="pill">{t().corrections.field[props.correction.field]}</span>
        <span class="hint push">{t().corrections.waiting(days())}</span>
      </p>
      <Sides correction={props.correction} />
      <Show when={props.correction.note}>
        {(note) => (
          <p>
            <span class="hint">{t().corrections.note}</span> {note()}
          </p>
        )}
      </Show>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={() => props.begin(true)}>
          {t().corrections.accept}
        </button>
        <button type="button" class="button" onClick={() => props.begin(false)}>
          {t().corrections.refuse}
        </button>
      </div>
    </li>
  )
}

function Who(props: { correction: Correction }) {
  return (
    <>
      <A class="medium" href={`/talents/${props.correction.person.id}`}>
        {personName(props.correction.person.name)}
      </A>
      <span class="hint">{placeName(props.correction.person.homeVillage.name)}</span>
    </>
  )
}

/** As it is and as it should be, beside each other; what has no field of its own is told in words. */
function Sides(props: { correction: Correction }) {
  const field = () => props.correction.field
  return (
    <dl class="sides" classList={{ one: field() === 'other' }}>
      <Show when={field() !== 'other'}>
        <div>
          <dt>{t().corrections.now}</dt>
          <dd>{valueText(field(), props.correction.current)}</dd>
        </div>
      </Show>
      <div class="asked">
        <dt>{field() === 'other' ? t().corrections.request : t().corrections.proposed}</dt>
        <dd>
          <Show when={field() === 'phone'} fallback={valueText(field(), props.correction.proposed)}>
            <Revealable
              masked={props.correction.proposed}
              what={t().talent.field.phone}
              whose={props.correction.person.name}
              quick={t().corrections.phoneReasons}
              ask={(reason) => revealProposed(props.correction.id, reason)}
            />
          </Show>
        </dd>
      </div>
    </dl>
  )
}

/** What was answered, the newest first. */
export function Answered(props: { corrections: Correction[] }) {
  return (
    <section class="card" aria-labelledby="answered">
      <div class="card-head">
        <h2 id="answered">{t().corrections.done}</h2>
      </div>
      <ul class="card-body requests">
        <For
          each={props.corrections}
          fallback={<li class="hint">{t().corrections.noneAnswered}</li>}
        >
          {(correction) => (
            <li>
              <p class="row wrap">
                <Who correction={correction} />
                <span>{t().corrections.field[correction.field]}</span>
                <StatePill state={correction.state} />
                <span class="hint push">
                  {correction.answeredAt && dayOf(correction.answeredAt)}
                </span>
              </p>
              <p class="second">
                {valueText(correction.field, correction.proposed)}
                {t().clause}
                {correction.answer}
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
