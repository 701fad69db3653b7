import { createSignal, Show } from 'solid-js'
import type { TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { today } from '../talent/when.ts'
import { BreakOffForm } from './break-off-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { leftText } from './say.ts'
import { Left } from './table.tsx'

/** From the first day to the last, with the duties, and what an office may change. */
export function CourseCard(props: { trial: TrialPostView; say: (text: string) => void }) {
  const [form, setForm] = createSignal<'change' | 'break-off' | null>(null)
  const words = () => t().trialPosts.course
  const mayChange = () => props.trial.mayChange && props.trial.state === 'running'
  const given = () => ({ trial: props.trial, close: () => setForm(null), say: props.say })
  return (
    <section class="card" aria-labelledby="trial-course">
      <div class="card-head">
        <h2 id="trial-course">{words().title}</h2>
        <Show when={props.trial.state === 'running'}>
          <Left row={props.trial} />
        </Show>
        <Show when={mayChange()}>
          <span class="row wrap push">
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              onClick={() => setForm('change')}
            >
              {t().trialPosts.form.change}
            </button>
            <button
              type="button"
              class="button slim danger"
              aria-haspopup="dialog"
              onClick={() => setForm('break-off')}
            >
              {words().breakOff}
            </button>
          </span>
        </Show>
      </div>
      <div class="card-body trial-course">
        <Line trial={props.trial} />
        <div>
          <h3>{words().duties}</h3>
          <p class="trial-text">{props.trial.duties}</p>
        </div>
        <Show when={props.trial.state === 'broken-off' && props.trial.conclusion}>
          {(broken) => (
            <div>
              <h3>{t().trialPosts.breaking.reasonWas}</h3>
              <p class="trial-text">{broken().text}</p>
            </div>
          )}
        </Show>
      </div>
      <Show when={form() === 'change'}>
        <ChangeForm {...given()} />
      </Show>
      <Show when={form() === 'break-off'}>
        <BreakOffForm {...given()} />
      </Show>
    </section>
  )
}

/** How much of the time has gone. */
function Line(props: { trial: TrialPostView }) {
  const words = () => t().trialPosts.course
  const last = () => props.trial.endedOn ?? props.trial.endsOn
  const share = () => {
    const at = (day: string) => Date.parse(day)
    const until = props.trial.endedOn ?? today()
    const { startsOn, endsOn } = props.trial
    const all = at(endsOn) - at(startsOn)
    return all <= 0 ? 1 : Math.min(1, Math.max(0, (at(until) - at(startsOn)) / all))
  }
  const text = () =>
    words().progress(props.trial.months, props.trial.daysLeft === null ? '' : leftText(props.trial))
  return (
    <div class="trial-line">
      <div class="trial-bar" role="img" aria-label={text()}>
        <i style={{ width: `${share() * 100}%` }} />
      </div>
      <p class="trial-ends">
        <span>
          {words().start} <b class="figures">{props.trial.startsOn}</b>
        </span>
        <span class="second">{t().trialPosts.served(props.trial.months)}</span>
        <span>
          {props.trial.endedOn ? words().ended : words().end} <b class="figures">{last()}</b>
        </span>
      </p>
    </div>
  )
}
