import { For } from 'solid-js'
import type { TargetResult } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { inOrder, stateText } from '../target.ts'

/** Targets of the township or district as a whole. */
export function TargetsCard(props: { targets: TargetResult[]; scope: string }) {
  return (
    <section class="card" aria-labelledby="scope-targets">
      <div class="card-head">
        <h2 id="scope-targets">{t().plan.targets(props.scope)}</h2>
      </div>
      <div class="card-body">
        <ul class="scope-targets">
          <For each={inOrder(props.targets)}>
            {(target) => (
              <li>
                <span class="medium">{targetName(target.id)}</span>
                <span class="hint">{t().tier[target.tier]}</span>
                <span class="second small">{say(target.reason)}</span>
                <StateWord state={stateOf(target)}>{stateText(target)}</StateWord>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}
