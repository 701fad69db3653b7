import { For } from 'solid-js'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

/** Personal honours with the level that gave each. */
export function HonourLines(props: { honours: TalentRecord['honours'] }) {
  return (
    <ul class="lines">
      <For each={props.honours} fallback={<li class="hint">{t().talent.noHonours}</li>}>
        {(honour) => (
          <li class="row wrap">
            <span class="chip">{t().talent.honourLevel[honour.level]}</span>
            {honour.name}
            <span class="hint push">{honour.on}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
