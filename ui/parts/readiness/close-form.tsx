import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { type ActionView, closeAction, closeActions } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { createResult, errorsIn, ResultFields } from './result-fields.tsx'

/** Logs that one action, or several with the same result, was done. */
export function CloseForm(props: {
  actions: ActionView[]
  close: () => void
  say: (text: string) => void
}) {
  const w = () => t().readiness.logging
  const result = createResult()
  const [errors, setErrors] = createSignal<Errors<'doneOn' | 'result'>>({})
  const closeOne = useAction(closeAction)
  const closeAll = useAction(closeActions)
  const [first, ...others] = props.actions
  const title = () =>
    others.length > 0 ? w().many(props.actions.length) : w().closeTitle(first!.what)
  const sending = createSending(async () => {
    if (others.length === 0) {
      await closeOne(first!, result.given())
      props.say(w().done)
    } else {
      const seen = props.actions.map(({ id, revision }) => ({ id, revision }))
      const { done, changed } = await closeAll(seen, result.given())
      props.say(w().manyDone(done, changed.length))
    }
    props.close()
  })
  function submit() {
    setErrors(errorsIn(result))
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={title()}>
      <DialogForm
        sending={sending}
        fields={['doneOn', 'result']}
        verb={w().do}
        busy={w().doing}
        submit={submit}
        cancel={props.close}
      >
        <ResultFields draft={result} errors={errors()} sending={sending} />
      </DialogForm>
    </Panel>
  )
}
