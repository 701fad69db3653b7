import { For, Show } from 'solid-js'
import type { ReviewCase } from '../../cases.ts'
import { dayAndTime } from '../../format.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { OwnNumber } from './facts.tsx'
import { bornOf, homeOf } from './say.ts'

/** Asked about before there were rounds: who it is, and nothing to answer here. */
export function OlderCases(props: { cases: readonly ReviewCase[] }) {
  const older = () => props.cases.filter(({ nominee }) => nominee === null)
  return (
    <Show when={older().length > 0}>
      <section class="card" aria-labelledby="older-cases">
        <div class="card-head">
          <h2 id="older-cases">{t().cases.older}</h2>
        </div>
        <ul class="older-cases">
          <For each={older()}>
            {(one) => (
              <li>
                <p>
                  <b class="medium">{personName(one.name)}</b>{' '}
                  <span class="hint">{[bornOf(one), homeOf(one)].join(t().separator)}</span>
                </p>
                <OwnNumber one={one} />
                <p class="hint">
                  {t().cases.opened} {dayAndTime(one.openedAt)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
