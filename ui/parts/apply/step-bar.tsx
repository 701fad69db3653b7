import { For } from 'solid-js'
import { t } from '../../words/index.ts'
import { STEPS, type Step } from './draft.ts'

/** Where one is among the steps; earlier ones are gone back to by the browser's own way, or by the button below. */
export function StepBar(props: { step: Step }) {
  const at = () => STEPS.indexOf(props.step)
  return (
    <ol class="apply-steps">
      <For each={STEPS}>
        {(step, index) => (
          <li
            classList={{ passed: index() < at() }}
            aria-current={step === props.step ? 'step' : undefined}
          >
            <i aria-hidden="true">{index() + 1}</i>
            <span>{t().apply.steps[index()]}</span>
          </li>
        )}
      </For>
    </ol>
  )
}
