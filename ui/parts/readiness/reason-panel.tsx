import { createSignal } from 'solid-js'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

type Words = { title: string; effect: string; reason: string; do: string; doing: string }

/** Takes something away, with a reason that stays. */
export function ReasonPanel(props: {
  words: Words
  about?: string
  close: () => void
  send: (reason: string) => Promise<void>
}) {
  const [reason, setReason] = createSignal('')
  const [error, setError] = createSignal<string>()
  const sending = createSending(async () => {
    await props.send(reason().trim())
    props.close()
  })
  function submit() {
    setError(reason().trim().length < 4 ? t().readiness.dropping.needReason : undefined)
    if (error() === undefined) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={props.words.title}>
      <DialogForm
        sending={sending}
        fields={['reason']}
        verb={props.words.do}
        busy={props.words.doing}
        isDanger
        submit={submit}
        cancel={props.close}
      >
        <p>{props.about}</p>
        <p class="hint">{props.words.effect}</p>
        <TextArea
          label={props.words.reason}
          name="reason"
          value={reason()}
          set={setReason}
          error={error() ?? sending.errorAt('reason')}
        />
      </DialogForm>
    </Panel>
  )
}
