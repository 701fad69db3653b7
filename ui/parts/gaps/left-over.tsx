import { For, Show } from 'solid-js'
import type { GapsAnswer } from '../../studies.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { amountText } from '../target.ts'
import { namedIn, villageIn } from './names.ts'

/** Targets that nobody's coming would mend. */
export function LeftOver(props: { answer: GapsAnswer }) {
  const named = namedIn(props.answer)
  const left = () => props.answer.list.missed.filter(({ miss, left }) => left >= miss)
  return (
    <Show when={left().length > 0}>
      <div class="card-body left-over">
        <h3>{t().gaps.list.left(left().length)}</h3>
        <p class="hint">{t().gaps.list.leftText}</p>
        <ul class="draft-chips">
          <For each={left()}>
            {({ target, tier, village, miss }) => (
              <li class="chip">
                {village === null ? t().gaps.list.whole : villageIn(named, village)}
                {t().separator}
                {targetName(target)} {amountText(target, miss)} ({t().tier[tier]})
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
