import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { personName, placeName } from '../../../names.ts'
import { t } from '../../../words/index.ts'

type Trial = OwnCultivation['trials'][number]

/** Posts held on trial with their conclusion, and what the evaluation came to where enough answered. */
export function OwnTrials(props: { trials: readonly Trial[] }) {
  return (
    <Show
      when={props.trials.length > 0}
      fallback={<p class="second">{t().growth.own.trials.none}</p>}
    >
      <ul class="own-lines">
        <For each={props.trials}>{(trial) => <Line trial={trial} />}</For>
      </ul>
    </Show>
  )
}

function Line(props: { trial: Trial }) {
  const words = () => t().growth.own.trials
  const evaluated = () => {
    const { mean, evaluation } = props.trial
    if (mean) return words().mean(mean.value.toFixed(1), mean.answers)
    if (!evaluation) return ''
    return evaluation.state === 'open' ? words().open : words().tooFew
  }
  return (
    <li>
      <p class="row wrap">
        <b>
          {placeName(props.trial.village.name)} {words().kind[props.trial.kind]}
        </b>
        <span class="chip">{words().state[props.trial.state]}</span>
        <span class="hint">{words().months(props.trial.months)}</span>
        <span class="hint push">
          {t().growth.own.mentorSpan(
            props.trial.startsOn,
            props.trial.endedOn ?? props.trial.endsOn,
          )}
        </span>
      </p>
      <p>{props.trial.duties}</p>
      <Show when={evaluated()}>
        <p class="hint">{evaluated()}</p>
      </Show>
      <Show when={props.trial.conclusion}>
        {(end) => (
          <p>
            <Show when={end().grade}>
              {(grade) => <b>{t().cultivationPlan.grade[grade()]} </b>}
            </Show>
            {words().conclusion(end().text)}{' '}
            <span class="hint">
              {words().signed(personName(end().name ?? ''), end().signedOn ?? '')}
            </span>
          </p>
        )}
      </Show>
    </li>
  )
}
