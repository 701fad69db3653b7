import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { reportItem } from '../../mentoring.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { dayInChina } from './days.ts'
import { sayText } from './said.ts'

/** What was done and when; an office confirms it before it counts. */
export function ReportItem(props: {
  talent: string
  item: string
  aim: string
  close: () => void
}) {
  const [result, setResult] = createSignal('')
  const [doneOn, setDoneOn] = createSignal(dayInChina())
  const [isAsked, setAsked] = createSignal(false)
  const words = () => t().mentoring.tasks
  const report = useAction(reportItem)
  const sending = createSending(async () => {
    await report(props.item, props.talent, result().trim(), doneOn())
    sayText(t().mentoring.said.reported(props.aim))
    props.close()
  })
  const isShort = () => isAsked() && result().trim().length < 2
  const submit = () => {
    setAsked(true)
    if (result().trim().length >= 2) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={words().reportTitle(props.aim)}>
      <DialogForm
        sending={sending}
        fields={['result', 'doneOn']}
        verb={words().reportDo}
        busy={words().reporting}
        submit={submit}
        cancel={props.close}
      >
        <TextArea
          label={words().result}
          hint={words().resultHint}
          error={isShort() ? words().needResult : sending.errorAt('result')}
          name="result"
          rows={3}
          maxlength={500}
          value={result()}
          set={setResult}
        />
        <Field label={words().doneOn} error={sending.errorAt('doneOn')}>
          {(given) => (
            <input
              {...given()}
              class="input log-day"
              type="date"
              max={dayInChina()}
              value={doneOn()}
              onInput={(event) => setDoneOn(event.currentTarget.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Panel>
  )
}
