import { createSignal } from 'solid-js'
import type { HoursQuery, TrainingHours } from '../../courses.ts'
import { whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { saveHours } from './save-file.ts'

/** Takes the hours out as a workbook, with what for. */
export function HoursFile(props: {
  answer: TrainingHours
  asked: HoursQuery
  close: () => void
  say: (text: string) => void
}) {
  const [reason, setReason] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const words = () => t().courses.hours
  const sending = createSending(async () => {
    const { township = null, q = '', short } = props.asked
    const { year } = props.answer
    await saveHours({ year, township, q, short: short === '1', reason: reason().trim() })
    props.close()
    props.say(words().filed)
  })
  const isMissing = () => reason().trim().length < 4
  function submit() {
    setTried(true)
    if (!isMissing()) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={words().fileTitle}>
      <DialogForm
        sending={sending}
        fields={['reason']}
        verb={words().fileDo}
        busy={words().fileBusy}
        submit={submit}
        cancel={props.close}
      >
        <p>{words().fileText(whole(props.answer.counts.people))}</p>
        <TextField
          label={words().reason}
          hint={words().reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          maxlength={200}
          error={isTried() && isMissing() ? words().needReason : sending.errorAt('reason')}
        />
      </DialogForm>
    </Panel>
  )
}
