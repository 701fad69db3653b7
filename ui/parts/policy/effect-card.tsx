import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import { type Effect, type Preview, previewPolicy, type Written } from '../../policy.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import type { PolicyDraft } from './draft.ts'
import { EffectEligible } from './effect-eligible.tsx'
import { EffectFirst } from './effect-first.tsx'
import { EffectTargets } from './effect-targets.tsx'
import { EffectWeights } from './effect-weights.tsx'

/** What the draft would change, worked out for real when it is asked for. */
export function EffectCard(props: { draft: PolicyDraft }) {
  const [seen, setSeen] = createSignal<{ policy: Written; preview: Preview } | null>(null)
  const run = useAction(previewPolicy)
  const running = createSending(async () => {
    const policy = props.draft.policy()
    setSeen({ policy, preview: await run(policy) })
  })
  const why = () => {
    if (props.draft.changes().length === 0) return t().policy.effect.none
    return props.draft.errors().length > 0 ? t().policy.effect.blocked : null
  }
  return (
    <section class="card policy-effect">
      <div class="card-head">
        <h2>{t().policy.effect.title}</h2>
        <button
          type="button"
          class="button slim push"
          aria-disabled={why() !== null || running.isBusy()}
          onClick={() => why() === null && void running.start()}
        >
          {running.isBusy() ? t().policy.effect.running : t().policy.effect.run}
        </button>
      </div>
      <div class="card-body" aria-live="polite">
        <p class="hint">{why() ?? t().policy.effect.hint}</p>
        <Refusal problem={running.problem()} />
        <Show when={why() === null && seen()}>
          {(known) => (
            <>
              <Show when={known().policy !== props.draft.policy()}>
                <p class="note weak">
                  <Icon name="warning" />
                  <span>{t().policy.effect.stale}</span>
                </p>
              </Show>
              <Show when={known().preview.effect}>{(effect) => <Told effect={effect()} />}</Show>
            </>
          )}
        </Show>
      </div>
    </section>
  )
}

function Told(props: { effect: Effect }) {
  const seconds = () => oneDecimal(props.effect.seconds)
  return (
    <>
      <EffectEligible effect={props.effect} />
      <EffectFirst effect={props.effect} />
      <EffectTargets effects={props.effect.targets} />
      <EffectWeights effect={props.effect} />
      <p class="hint">{t().policy.effect.done(whole(props.effect.people), seconds())}</p>
    </>
  )
}
