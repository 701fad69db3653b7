import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { isOfType } from '../../client.ts'
import { changeTrialPost, type TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { DayField } from './day-field.tsx'

type Field = 'duties' | 'endsOn'

/** Duties and the last day, while it runs. */
export function ChangeForm(props: {
  trial: TrialPostView
  close: () => void
  say: (text: string) => void
}) {
  const [duties, setDuties] = createSignal(props.trial.duties)
  const [endsOn, setEndsOn] = createSignal(props.trial.endsOn)
  const [errors, setErrors] = createSignal<Errors<Field>>({})
  const change = useAction(changeTrialPost)
  const words = () => t().trialPosts.form
  // By the revision that its author saw.
  const { id, revision } = props.trial
  const sending = createSending(async () => {
    await change(id, revision, { duties: duties().trim(), endsOn: endsOn() })
    props.say(words().changed)
    props.close()
  })
  function submit() {
    setErrors({
      ...(duties().trim().length < 4 && { duties: words().need.duties }),
      ...(endsOn() === '' && { endsOn: words().need.endsOn }),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  const { shortest, longest } = props.trial.limits
  return (
    <Panel isOpen onClose={props.close} title={words().changeTitle}>
      <DialogForm
        sending={staleSaid(sending)}
        fields={['duties', 'endsOn']}
        verb={words().changeDo}
        busy={words().changing}
        submit={submit}
        cancel={props.close}
      >
        <DayField
          label={words().endsOn}
          hint={words().limits(shortest, longest)}
          name="endsOn"
          min={shortest}
          max={longest}
          value={endsOn()}
          set={setEndsOn}
          error={errors().endsOn ?? sending.errorAt('endsOn')}
        />
        <TextArea
          label={words().duties}
          hint={words().dutiesHint}
          name="duties"
          rows={4}
          maxlength={500}
          value={duties()}
          set={setDuties}
          error={errors().duties ?? sending.errorAt('duties')}
        />
      </DialogForm>
    </Panel>
  )
}

/** Says of something that somebody else changed what to do about it. */
export function staleSaid(sending: Pick<ReturnType<typeof createSending>, 'problem' | 'isBusy'>) {
  const problem = () => {
    const found = sending.problem()
    return found && isOfType(found, 'changed')
      ? { ...found, detail: t().trialPosts.form.stale }
      : found
  }
  return { problem, isBusy: sending.isBusy }
}
