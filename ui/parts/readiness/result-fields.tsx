import { createSignal } from 'solid-js'
import { t } from '../../words/index.ts'
import type { Errors } from '../account/sending.ts'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { DayField } from '../trial-posts/day-field.tsx'

const w = () => t().readiness.logging

/** When it was done and what came of it. */
export function createResult() {
  const [doneOn, setDoneOn] = createSignal(today())
  const [result, setResult] = createSignal('')
  const given = () => ({ doneOn: doneOn(), result: result().trim() })
  return { doneOn, setDoneOn, result, setResult, given }
}
type Draft = ReturnType<typeof createResult>

export function errorsIn({ given }: Draft): Errors<'doneOn' | 'result'> {
  const { doneOn, result } = given()
  return {
    ...((doneOn === '' || doneOn > today()) && { doneOn: w().needDay }),
    ...(result.length < 4 && { result: w().needResult }),
  }
}

export function ResultFields(props: {
  draft: Draft
  errors: Errors<'doneOn' | 'result'>
  sending: { errorAt: (field: string) => string | undefined }
}) {
  return (
    <>
      <DayField
        label={w().doneOn}
        name="doneOn"
        max={today()}
        value={props.draft.doneOn()}
        set={props.draft.setDoneOn}
        error={props.errors.doneOn ?? props.sending.errorAt('doneOn')}
      />
      <TextArea
        label={w().result}
        hint={w().resultHint}
        name="result"
        rows={3}
        maxlength={500}
        value={props.draft.result()}
        set={props.draft.setResult}
        error={props.errors.result ?? props.sending.errorAt('result')}
      />
      <p class="hint">{w().effect}</p>
    </>
  )
}
