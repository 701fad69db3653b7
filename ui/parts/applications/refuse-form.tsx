import { useAction } from '@solidjs/router'
import { type ApplicationView, refuseApplication } from '../../applying.ts'
import { t } from '../../words/index.ts'
import { ReasonForm } from '../talent/reason-form.tsx'
import { whose } from './list.tsx'

/** The answer goes to the person as it is written. */
export function RefuseForm(props: {
  view: ApplicationView
  done: (name: string) => void
  cancel: () => void
}) {
  const refuse = useAction(refuseApplication)
  const words = () => t().apply.inbox
  return (
    <ReasonForm
      words={{
        ...{ label: words().answer, hint: words().answerHint, need: words().needAnswer },
        ...{ quick: words().quick, quickLabel: words().quickAnswers },
        ...{ verb: words().refuseDo, busy: words().sending },
      }}
      field="answer"
      longest={300}
      isDanger
      send={async (answer) => {
        // Once it is refused nothing is known of it any more.
        const name = whose(props.view)
        await refuse(props.view.id, answer)
        props.done(name)
      }}
      cancel={() => props.cancel()}
    >
      <p class="note">{words().refuseEffect}</p>
    </ReasonForm>
  )
}
