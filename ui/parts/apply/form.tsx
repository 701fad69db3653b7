import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { STEPS, type Step } from './draft.ts'

/** A step: its heading, what is asked, and the two ways on. */
export function StepForm(props: {
  step: Step
  title: string
  hint?: string
  verb: string
  isBusy?: boolean
  back?: () => void
  submit: () => void
  children: JSX.Element
}) {
  const said = () => {
    const at = STEPS.indexOf(props.step)
    return t().apply.stepOf(at + 1, STEPS.length, props.title)
  }
  return (
    <form
      class="form apply-form"
      novalidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        props.submit()
      }}
    >
      <div>
        <h2 id="step" tabindex="-1" aria-label={said()}>
          {props.title}
        </h2>
        <Show when={props.hint}>
          <p class="second">{props.hint}</p>
        </Show>
      </div>
      {props.children}
      <div class="apply-ways">
        <Show when={props.back}>
          {(back) => (
            <button type="button" class="button tall" onClick={() => back()()}>
              {t().apply.previous}
            </button>
          )}
        </Show>
        <button type="submit" class="button primary tall" aria-disabled={props.isBusy ?? false}>
          {props.isBusy ? t().apply.check.sending : props.verb}
        </button>
      </div>
    </form>
  )
}
