import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { plainNumber } from '../../format.ts'
import { countExperience, type TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'

/** The months as village work: shown, and offered to the office, which counts them or leaves them. */
export function ExperienceCard(props: { trial: TrialPostView; say: (text: string) => void }) {
  const [isAsking, setAsking] = createSignal(false)
  const count = useAction(countExperience)
  const words = () => t().trialPosts.experience
  const { id } = props.trial
  const recorded = () => {
    const years = props.trial.experience.recorded
    return years === null ? null : plainNumber(years)
  }
  const offered = () => plainNumber(props.trial.experience.offered)
  return (
    <section class="card" aria-labelledby="trial-experience">
      <div class="card-head">
        <h2 id="trial-experience">{words().title}</h2>
        <Show when={props.trial.experience.mayCount}>
          <button
            type="button"
            class="button slim push"
            aria-haspopup="dialog"
            onClick={() => setAsking(true)}
          >
            {words().ask}
          </button>
        </Show>
      </div>
      <div class="card-body">
        <p>{words().text(t().trialPosts.served(props.trial.months))}</p>
        <p class="hint">
          <Show when={props.trial.experience.countedOn} fallback={words().recorded(recorded())}>
            {(day) => words().counted(day())}
          </Show>
        </p>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().ask}
        verb={words().do(offered())}
        leave={words().leave}
        stale={t().trialPosts.form.stale}
        act={async () => {
          await count(id, props.trial.revision)
          props.say(words().done)
        }}
      >
        <ul class="bullets">
          <li>{words().change(recorded(), offered())}</li>
          <For each={words().effects}>{(text) => <li>{text}</li>}</For>
        </ul>
      </Ask>
    </section>
  )
}
