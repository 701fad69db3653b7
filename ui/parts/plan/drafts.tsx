import { For, Show } from 'solid-js'
import type { PlanList } from '../../types.ts'
import { t } from '../../words/index.ts'

type Draft = PlanList['plans'][number]

/** The plans made so far, the newest first; they are numbered from the oldest. */
export function Drafts(props: {
  plans: Draft[]
  id: string | undefined
  choose: (id: string) => void
}) {
  return (
    <Show when={props.plans.length > 1}>
      <label>
        <span class="hidden-text">{t().plan.history}</span>
        <select
          class="input drafts"
          value={props.id ?? ''}
          onChange={(event) => props.choose(event.currentTarget.value)}
        >
          <For each={props.plans}>
            {(plan, at) => (
              <option value={plan.id}>
                {t().plan.draft(props.plans.length - at())}
                {t().separator}
                {t().plan.status[plan.status]}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
