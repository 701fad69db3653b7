import { For, Show } from 'solid-js'
import type { CultivationItem } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'

/** What an item moves: criteria, and rules that it helps to meet. */
export function Moves(props: Pick<CultivationItem, 'criteria' | 'rules'>) {
  return (
    <Show when={props.criteria.length + props.rules.length > 0}>
      <span class="item-moves">
        <For each={props.criteria}>
          {(criterion) => <span class="chip">{t().criterion[criterion]}</span>}
        </For>
        <For each={props.rules}>
          {(rule) => (
            <span class="chip accent" title={t().cultivationPlan.item.meets}>
              {t().why.members[rule]}
            </span>
          )}
        </For>
      </span>
    </Show>
  )
}
