import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Person, ShortlistAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { PersonFacts } from '../person-line.tsx'
import { finePoints } from './words.ts'

/** Whom fit alone would list, and who is listed instead. */
export function WentCard(props: { answer: ShortlistAnswer; people: Map<string, Person> }) {
  const nameOf = (id: string) => personName(props.people.get(id)?.name ?? id)
  return (
    <Show when={props.answer.exchanges.length > 0}>
      <section class="card" aria-labelledby="went">
        <div class="card-head">
          <h2 id="went">{t().shortlist.went}</h2>
          <span class="hint">{t().shortlist.wentHint}</span>
        </div>
        <ul class="went">
          <For each={props.answer.exchanges}>
            {({ cameIn, wentOut, lost }) => (
              <li>
                <span>
                  <A class="medium" href={`/talents/${wentOut}`}>
                    {nameOf(wentOut)}
                  </A>{' '}
                  <PersonFacts person={props.people.get(wentOut)} />
                </span>
                <span>{t().shortlist.insteadOf(nameOf(cameIn))}</span>
                <span class="number second">−{finePoints(lost)}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
