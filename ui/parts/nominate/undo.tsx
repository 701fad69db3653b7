import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { takeBack } from '../../nominate.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'

/** Takes a nomination back, for a reason that stays on record. */
export function Undo(props: {
  undoing: { nomination: string; name: string } | null
  close: () => void
  done: (nomination: string, said: string) => void
}) {
  return (
    <Panel
      isOpen={props.undoing !== null}
      onClose={props.close}
      title={t().nominate.undoTitle(props.undoing?.name ?? '')}
    >
      <Form {...props} />
    </Panel>
  )
}

function Form(props: Parameters<typeof Undo>[0]) {
  const [reason, setReason] = createSignal(t().nominate.undoDefault)
  const take = useAction(takeBack)
  const sending = createSending(async () => {
    const { undoing } = props
    if (!undoing) return
    const { isEnded } = await take(undoing.nomination, reason().trim())
    const said = isEnded ? t().nominate.undoneEnded : t().nominate.undone
    props.done(undoing.nomination, said(undoing.name))
  })
  return (
    <DialogForm
      sending={sending}
      fields={['reason']}
      verb={t().nominate.undo}
      busy={t().nominate.undoing}
      isDanger
      submit={() => void sending.start()}
      cancel={props.close}
    >
      <p class="second">{t().nominate.undoText}</p>
      <TextField
        label={t().nominate.undoReason}
        name="reason"
        maxlength={200}
        value={reason()}
        error={sending.errorAt('reason')}
        set={setReason}
      />
    </DialogForm>
  )
}
