import { useAction } from '@solidjs/router'
import { For } from 'solid-js'
import { whole } from '../../format.ts'
import { choose } from '../../imports.ts'
import { type ImportAnswer, KNOWN_CHOICES, type KnownChoice } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createActing, type TooLate } from './acting.ts'
import { knownIn } from './counts.ts'

/** What becomes of people who are in the pool already. A choice checks all rows again. */
export function KnownCard(props: { known: ImportAnswer; tooLate: TooLate }) {
  const words = () => t().imports.known
  const isVillages = () => props.known.kind === 'villages'
  const count = () => whole(knownIn(props.known.counts))
  const send = useAction(choose)
  const sending = createActing(props.tooLate, (known: KnownChoice) =>
    send(props.known.id, props.known.revision, { known }),
  )
  return (
    <section class="card" aria-labelledby="known">
      <div class="card-head">
        <h2 id="known">{isVillages() ? words().titleVillages : words().title}</h2>
        <span class="hint">{isVillages() ? words().villages(count()) : words().hint(count())}</span>
      </div>
      <div class="card-body form">
        <Refusal problem={sending.problem()} />
        <fieldset class="known" aria-labelledby="known" disabled={sending.isBusy()}>
          <For each={KNOWN_CHOICES}>
            {(choice) => (
              <label class="kind">
                <input
                  type="radio"
                  name="known"
                  value={choice}
                  checked={props.known.choices.known === choice}
                  onChange={() => void sending.start(choice)}
                />
                <span>
                  <b>{words()[choice]}</b>
                  <span class="hint block">{words()[`${choice}Hint`]}</span>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <p class="hint">{isVillages() ? words().howVillages : words().how}</p>
      </div>
    </section>
  )
}
