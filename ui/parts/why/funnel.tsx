import { For, Show } from 'solid-js'
import type { Miss } from '../../types.ts'
import { say, t } from '../../words/index.ts'

type Counts = NonNullable<Miss['counts']>

/** Who would count, from everybody near down to who can be had: one line a step, with who drops out at it. */
export function Funnel(props: { counts: Counts }) {
  const first = () => Math.max(1, props.counts.steps[0]?.left ?? 1)
  const last = () => props.counts.steps.at(-1)?.left ?? 0
  const isEnough = () => props.counts.needed !== null && last() >= props.counts.needed
  return (
    <section class="funnel-box">
      <h3 class="hint">
        {t().why.counts}
        <span class="funnel-hint">{t().why.countsHint}</span>
      </h3>
      <ol class="funnel">
        <For each={props.counts.steps}>
          {(step) => (
            <li>
              <span class="funnel-name">{say(step.words)}</span>
              <span class="funnel-out">{step.out > 0 ? t().why.out(step.out) : ''}</span>
              <b class="funnel-left">{t().why.left(step.left)}</b>
              <span class="funnel-bar" aria-hidden="true">
                <i style={{ width: `${(100 * step.left) / first()}%` }} />
              </span>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.counts.needed}>
        {(needed) => (
          <p class="hint">
            {t().why.needed(needed())}
            <Show when={isEnough()}>
              {t().separator}
              {t().why.enough}
            </Show>
          </p>
        )}
      </Show>
    </section>
  )
}
