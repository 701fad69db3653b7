import { useAction } from '@solidjs/router'
import { createSignal, For } from 'solid-js'
import { personName } from '../../names.ts'
import { breakOffTrialPost, type TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { staleSaid } from './change-form.tsx'
import { DayField } from './day-field.tsx'
import { lastDayOf } from './last-day.ts'

/** Ends it before its time, with what follows from that. */
export function BreakOffForm(props: {
  trial: TrialPostView
  close: () => void
  say: (text: string) => void
}) {
  const [endedOn, setEndedOn] = createSignal(lastDayOf(props.trial, today()))
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'endedOn' | 'reason'>>({})
  const breakOff = useAction(breakOffTrialPost)
  const words = () => t().trialPosts.breaking
  const { id, revision } = props.trial
  const sending = createSending(async () => {
    await breakOff(id, revision, { endedOn: endedOn(), reason: reason().trim() })
    props.say(words().done)
    props.close()
  })
  function submit() {
    setErrors({
      ...(endedOn() === '' && { endedOn: words().needDay }),
      ...(reason().trim().length < 4 && { reason: words().needReason }),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={words().title(personName(props.trial.talent.name))}>
      <DialogForm
        sending={staleSaid(sending)}
        fields={['endedOn', 'reason']}
        verb={words().do}
        busy={words().doing}
        isDanger
        submit={submit}
        cancel={props.close}
      >
        <ul class="bullets">
          <For each={words().effect}>{(text) => <li>{text}</li>}</For>
        </ul>
        <DayField
          label={words().endedOn}
          name="endedOn"
          min={props.trial.startsOn}
          max={lastDayOf(props.trial, today())}
          value={endedOn()}
          set={setEndedOn}
          error={errors().endedOn ?? sending.errorAt('endedOn')}
        />
        <TextArea
          label={words().reason}
          hint={words().reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          error={errors().reason ?? sending.errorAt('reason')}
          quick={words().quick}
          quickLabel={words().quickLabel}
        />
      </DialogForm>
    </Panel>
  )
}
