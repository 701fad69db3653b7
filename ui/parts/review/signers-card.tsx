import { For, Show } from 'solid-js'
import type { StageOfPath } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { shortDay } from './say.ts'

/** The positions that sign at a stage, each with its name once it did. */
export function SignersCard(props: { stage: StageOfPath }) {
  const signed = () => props.stage.signers.filter(({ at }) => at !== null).length
  const isWhole = () => signed() === props.stage.signers.length
  return (
    <section class="card" aria-labelledby={`signers-${props.stage.id}`}>
      <div class="card-head">
        <h2 id={`signers-${props.stage.id}`}>
          {t().review.signers(say(props.stage.words), props.stage.signers.length)}
        </h2>
        <span class={`pill push ${isWhole() ? 'met' : 'unknown'}`}>
          <Mark state={isWhole() ? 'met' : 'unknown'} />
          {t().review.signedCount(signed(), props.stage.signers.length)}
        </span>
      </div>
      <div class="card-body">
        <ul class="signers">
          <For each={props.stage.signers}>
            {(signer) => (
              <li classList={{ open: signer.at === null }}>
                <span class="hint">{say(signer.words)}</span>
                <Show when={signer.name} fallback={<span class="hint">{t().review.unsigned}</span>}>
                  {(name) => (
                    <span class="hand" title={signer.at ? shortDay(signer.at) : undefined}>
                      {name()}
                    </span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}
