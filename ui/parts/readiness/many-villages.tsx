import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { CheckedVillage } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { STATES } from './states.ts'

const w = () => t().readiness.many

/** Village by village: how the indicator stands, and what happens or happened. */
export function ManyVillages(props: {
  villages: CheckedVillage[]
  outcome: (village: CheckedVillage) => string
  isQuiet: (village: CheckedVillage) => boolean
}) {
  return (
    <section class="scroll many-villages" tabindex="0" aria-label={w().list}>
      <table class="table" aria-label={w().list}>
        <thead>
          <tr>
            <th scope="col">{t().readiness.actions.village}</th>
            <th scope="col">{t().readiness.indicator}</th>
            <th scope="col">{w().result}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.villages}>
            {(one) => (
              <tr>
                <th scope="row" class="medium">
                  {placeName(one.village.name)}{' '}
                  <span class="hint">{placeName(one.township.name)}</span>
                </th>
                <td>
                  <StateWord state={STATES[one.state ?? 'unknown']}>
                    {one.short ? say(one.short) : t().readiness.state[one.state ?? 'unknown']}
                  </StateWord>
                </td>
                <td classList={{ second: props.isQuiet(one) }}>
                  {props.outcome(one)}
                  <Show when={one.open > 0 && !one.isSame}>
                    {' '}
                    <span class="hint">{w().openNow(one.open)}</span>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
