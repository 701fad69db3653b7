import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Contents } from '../parts/policy/contents.tsx'
import { useDraft } from '../parts/policy/draft.ts'
import { EffectCard } from '../parts/policy/effect-card.tsx'
import { SectionCard } from '../parts/policy/section-card.tsx'
import { fieldsOf } from '../policy.ts'
import { policyOf } from '../queries.ts'

/** Every decision of the policy: the county writes the next version, townships read what is in force. */
export function Policy() {
  const draft = useDraft()
  const fields = createAsync(() => fieldsOf())
  const answer = createAsync(() => policyOf())
  return (
    <Show when={fields()}>
      {(known) => (
        <Show when={answer()}>
          {(inForce) => (
            <div class="policy-grid">
              <div class="policy-sections">
                <For each={known().sections}>
                  {(section) => <SectionCard section={section} inForce={inForce().policy} />}
                </For>
              </div>
              <aside class="rail policy-rail">
                <Contents sections={known().sections} />
                <Show when={draft}>{(own) => <EffectCard draft={own()} />}</Show>
              </aside>
            </div>
          )}
        </Show>
      )}
    </Show>
  )
}
