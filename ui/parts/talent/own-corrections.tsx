import { For, Show } from 'solid-js'
import type { OwnCorrection, OwnRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'
import { valueText } from './corrected.ts'
import { dayOf } from './when.ts'

/** What one asked to have corrected, with the answer and its reason. */
export function OwnCorrections(props: { own: OwnRecord; ask: () => void }) {
  return (
    <section class="card" aria-labelledby="requests">
      <div class="card-head">
        <h2 id="requests">{t().record.requests}</h2>
        <button type="button" class="button push paper-hidden" onClick={() => props.ask()}>
          {t().record.ask}
        </button>
      </div>
      <ul class="card-body requests">
        <For
          each={props.own.corrections}
          fallback={
            <li>
              <p class="medium">{t().record.requestsNone}</p>
              <p class="second">{t().record.requestsNoneText}</p>
            </li>
          }
        >
          {(correction) => <Request correction={correction} />}
        </For>
      </ul>
    </section>
  )
}

function Request(props: { correction: OwnCorrection }) {
  return (
    <li>
      <p class="row wrap">
        <span class="medium">{t().corrections.field[props.correction.field]}</span>
        <StatePill state={props.correction.state} />
        <span class="hint push">{t().record.asked(dayOf(props.correction.askedAt))}</span>
      </p>
      <p>
        {props.correction.field === 'other' ? '' : `${t().record.form.proposed}${t().colon}`}
        {valueText(props.correction.field, props.correction.proposed)}
      </p>
      <Show when={props.correction.note}>{(note) => <p class="second">{note()}</p>}</Show>
      <Show when={props.correction.answer}>
        {(answer) => (
          <blockquote class="answer">
            <p class="hint">
              {t().record.answer}
              <Show when={props.correction.answeredAt}>
                {(at) => <> {t().record.answered(dayOf(at()))}</>}
              </Show>
            </p>
            <p>{answer()}</p>
          </blockquote>
        )}
      </Show>
    </li>
  )
}

const STATES: Record<OwnCorrection['state'], State> = {
  open: 'unknown',
  accepted: 'met',
  refused: 'missed',
}

export function StatePill(props: { state: OwnCorrection['state'] }) {
  return (
    <span class={`pill ${STATES[props.state]}`}>
      <Mark state={STATES[props.state]} />
      {t().record.states[props.state]}
    </span>
  )
}
