import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { answerCorrection } from '../../people.ts'
import type { Correction } from '../../types.ts'
import { t } from '../../words/index.ts'
import { valueText } from './corrected.ts'
import { ReasonForm } from './reason-form.tsx'

/** Accepts or refuses; the reason goes to the person as it is written. */
export function AnswerForm(props: {
  correction: Correction
  isAccepting: boolean
  done: (said: string) => void
  cancel: () => void
}) {
  const send = useAction(answerCorrection)
  const isOther = () => props.correction.field === 'other'
  async function answer(text: string) {
    const { id, person } = props.correction
    await send(id, { isAccepted: props.isAccepting, answer: text })
    props.done(
      props.isAccepting
        ? t().corrections.accepted(person.name)
        : t().corrections.refused(person.name),
    )
  }
  const effect = () => {
    const { field, proposed } = props.correction
    if (!props.isAccepting) return t().corrections.refuseEffect
    return isOther()
      ? t().corrections.acceptOther
      : t().corrections.acceptEffect(valueText(field, proposed))
  }
  const verb = () => {
    if (!props.isAccepting) return t().corrections.refuseDo
    return isOther() ? t().corrections.acceptOtherDo : t().corrections.acceptDo
  }
  return (
    <ReasonForm
      words={{
        ...{ label: t().corrections.answer, hint: t().corrections.answerHint },
        ...{ need: t().corrections.needAnswer, quickLabel: t().corrections.quickAnswers },
        ...{ verb: verb(), busy: t().corrections.sending },
        quick: t().corrections.quick[props.isAccepting ? 'accept' : 'refuse'],
      }}
      field="answer"
      longest={500}
      send={answer}
      cancel={() => props.cancel()}
    >
      <p class="note">{effect()}</p>
      <Show when={isOther()}>
        <p class="answer">{props.correction.proposed}</p>
      </Show>
    </ReasonForm>
  )
}
