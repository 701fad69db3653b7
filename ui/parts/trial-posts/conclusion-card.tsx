import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { TrialPostView } from '../../trial-posts.ts'
import { say, t } from '../../words/index.ts'
import { ConcludeForm } from './conclude-form.tsx'

type Signed = NonNullable<TrialPostView['conclusion']>

/** What lacks to a conclusion, or the conclusion with who signed it and those that it replaced. */
export function ConclusionCard(props: { trial: TrialPostView; say: (text: string) => void }) {
  const [isOpen, setOpen] = createSignal(false)
  const words = () => t().trialPosts.concluding
  const isEvaluating = () => props.trial.evaluations[0]?.state === 'open'
  const mayConclude = () =>
    props.trial.mayChange && props.trial.state === 'running' && !isEvaluating()
  return (
    <section class="card" aria-labelledby="trial-conclusion">
      <div class="card-head">
        <h2 id="trial-conclusion">{words().title}</h2>
        <span class="row wrap push">
          <Show when={mayConclude()}>
            <button
              type="button"
              class="button slim primary"
              aria-haspopup="dialog"
              onClick={() => setOpen(true)}
            >
              {words().do}
            </button>
          </Show>
          <Show when={props.trial.replaceableUntil}>
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              onClick={() => setOpen(true)}
            >
              {words().again}
            </button>
          </Show>
          <Show when={props.trial.state === 'concluded'}>
            <A class="button slim" href={`/trial-posts/${props.trial.id}/print?sheet=result`}>
              {words().print}
            </A>
          </Show>
        </span>
      </div>
      <div class="card-body trial-conclusion">
        <Show
          when={props.trial.state === 'concluded' && props.trial.conclusion}
          fallback={<NotYet trial={props.trial} isEvaluating={isEvaluating()} />}
        >
          {(signed) => <SignedShown signed={signed()} />}
        </Show>
        <Show when={props.trial.replaceableUntil}>
          {(until) => <p class="hint">{words().againHint(until())}</p>}
        </Show>
        <Show when={props.trial.superseded.length > 0}>
          <details>
            <summary>
              {words().superseded} {props.trial.superseded.length}
            </summary>
            <For each={props.trial.superseded}>
              {(signed) => (
                <div class="trial-before">
                  <SignedShown signed={signed} />
                  <p class="hint">{words().replacedFor(signed.replacedFor ?? '')}</p>
                </div>
              )}
            </For>
          </details>
        </Show>
      </div>
      <Show when={isOpen()}>
        <ConcludeForm trial={props.trial} close={() => setOpen(false)} say={props.say} />
      </Show>
    </section>
  )
}

function NotYet(props: { trial: TrialPostView; isEvaluating: boolean }) {
  const words = () => t().trialPosts.concluding
  return (
    <>
      <p class="medium">{words().none}</p>
      <Show
        when={props.trial.mayChange && props.trial.state === 'running'}
        fallback={
          <Show when={props.trial.state === 'running'}>
            <p class="second">{words().reader}</p>
          </Show>
        }
      >
        <Show when={!props.isEvaluating} fallback={<p class="second">{words().evaluating}</p>}>
          <ul class="bullets second">
            <For each={props.trial.missing}>{({ words: text }) => <li>{say(text)}</li>}</For>
          </ul>
        </Show>
      </Show>
    </>
  )
}

function SignedShown(props: { signed: Signed }) {
  const { signed } = props
  return (
    <>
      <Show when={signed.grade}>
        {(grade) => (
          <p>
            <span class="trial-grade">{t().trialPosts.grade[grade()]}</span>
          </p>
        )}
      </Show>
      <p class="trial-text">{signed.text}</p>
      <p class="hint">
        {t().trialPosts.concluding.signedBy(
          signed.name ?? t().unknown,
          signed.position,
          signed.signedOn ?? '',
        )}
      </p>
    </>
  )
}
