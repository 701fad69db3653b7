import { For, Show } from 'solid-js'
import type { Criteria } from '../../portrait.ts'
import type { CriterionId } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

const MOST = 3

/** Which papers would narrow the interval most, each with a way to enter it. */
export function WouldSettle(props: {
  settling: Criteria['wouldSettle']
  add?: ((criterion: CriterionId) => void) | undefined
}) {
  return (
    <Show when={props.settling.length > 0}>
      <section class="settling" aria-labelledby="settling">
        <h3 id="settling">{t().portrait.wouldSettle}</h3>
        <ol>
          <For each={props.settling.slice(0, MOST)}>
            {({ criterion, words, gain }) => (
              <li>
                <div>
                  <b>{t().criterion[criterion]}</b> <span class="second">{say(words)}</span>
                  <span class="hint block">{t().portrait.narrows((gain * 100).toFixed(1))}</span>
                </div>
                <Show when={props.add}>
                  {(add) => (
                    <button
                      type="button"
                      class="button slim"
                      aria-label={t().portrait.addEvidenceOf(t().criterion[criterion])}
                      onClick={() => add()(criterion)}
                    >
                      <Icon name="plus" />
                      {t().portrait.addThis}
                    </button>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
