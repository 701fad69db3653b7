import { For, Show } from 'solid-js'
import type { Effect } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { Part } from './effect-part.tsx'

type Target = Effect['targets'][number]

/** Targets that would be measured otherwise, with the villages that they apply to. */
export function EffectTargets(props: { effects: readonly Target[] }) {
  return (
    <Part title={t().policy.effect.targets}>
      <Show when={props.effects.length > 0} fallback={<p>{t().policy.effect.targetsSame}</p>}>
        <ul>
          <For each={props.effects}>
            {(effect) => (
              <li>
                <b>{say(effect.words)}</b>{' '}
                {t().policy.effect.from(usedAs(effect.before), usedAs(effect.after))}{' '}
                <span class="hint">
                  {effect.changed > 0
                    ? t().policy.effect.targetChanged(effect.changed)
                    : t().policy.effect.targetsAbove}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Part>
  )
}

function usedAs({ isOn, tier, villages }: Target['before']): string {
  if (!isOn) return t().policy.effect.targetOff
  return t().policy.effect.targetOn(villages, t().tier[tier])
}
