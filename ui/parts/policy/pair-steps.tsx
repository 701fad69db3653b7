import { createSignal, For, Show } from 'solid-js'
import { CRITERIA } from '../../types.ts'
import { t } from '../../words/index.ts'
import { type Matrix, NAMED_STEPS, pairsOf, SCALE, sentenceOf, stepOf } from './scale.ts'

const PAIRS = pairsOf(CRITERIA.length)

/** One comparison at a time, for a narrow screen. */
export function PairSteps(props: {
  matrix: Matrix
  change: ((row: number, column: number, value: number) => void) | undefined
}) {
  const [at, setAt] = createSignal(0)
  const pair = () => PAIRS[at()]!
  const name = (index: number) => t().criterion[CRITERIA[index]!]
  const value = () => props.matrix[pair()[0]]?.[pair()[1]] ?? 1
  /** The steps that have names, and the one in between that was chosen at a desk. */
  const steps = () => SCALE.filter((step) => NAMED_STEPS.includes(step) || step === stepOf(value()))
  const says = (step: number) => sentenceOf(name(pair()[0]), name(pair()[1]), step)
  return (
    <div class="pair-steps">
      <p class="hint" aria-live="polite">
        {t().policy.weigh.step(at() + 1, PAIRS.length)}
      </p>
      <fieldset class="plain-fieldset" disabled={!props.change}>
        <legend>
          <b>{t().policy.weigh.pair(name(pair()[0]), name(pair()[1]))}</b>
        </legend>
        <For each={steps()}>
          {(step) => (
            <label class="tick pair-choice">
              <input
                type="radio"
                name="comparison"
                checked={step === stepOf(value())}
                onChange={() => props.change?.(pair()[0], pair()[1], step)}
              />
              {says(step)}
            </label>
          )}
        </For>
        <Show when={stepOf(value()) === undefined}>
          <p class="hint">{says(value())}</p>
        </Show>
      </fieldset>
      <div class="row">
        <button type="button" class="button" disabled={at() === 0} onClick={() => setAt(at() - 1)}>
          {t().policy.weigh.previous}
        </button>
        <button
          type="button"
          class="button primary push"
          disabled={at() === PAIRS.length - 1}
          onClick={() => setAt(at() + 1)}
        >
          {t().policy.weigh.next}
        </button>
      </div>
    </div>
  )
}
