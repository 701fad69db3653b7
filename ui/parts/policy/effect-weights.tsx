import { For, Show } from 'solid-js'
import type { Effect } from '../../policy.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Part } from './effect-part.tsx'

/** Posts that would be weighed otherwise, with their consistency. */
export function EffectWeights(props: { effect: Effect }) {
  const ratio = (value: number | null) =>
    value === null ? t().policy.effect.noRatio : value.toFixed(3)
  const changed = () =>
    POSTS.filter((post) => {
      const { before, after } = props.effect.weights[post]
      return JSON.stringify(before) !== JSON.stringify(after)
    })
  return (
    <Part title={t().policy.effect.weights}>
      <Show when={changed().length > 0} fallback={<p>{t().policy.effect.weightsSame}</p>}>
        <ul>
          <For each={changed()}>
            {(post) => (
              <li>
                <b>{t().shortlist.postName[post]}</b>{' '}
                {t().policy.effect.ratio(
                  ratio(props.effect.weights[post].before.consistencyRatio),
                  ratio(props.effect.weights[post].after.consistencyRatio),
                )}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Part>
  )
}
