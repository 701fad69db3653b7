import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { type ActionView, changeAction } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { DayField } from '../trial-posts/day-field.tsx'
import { type Asked, AssigneeFields, assigneeIn, createAssignee } from './assignee-fields.tsx'

export function ChangeForm(props: {
  action: ActionView
  close: () => void
  say: (text: string) => void
}) {
  const w = () => t().readiness.assigning
  const [what, setWhat] = createSignal(props.action.what)
  const [dueOn, setDueOn] = createSignal(props.action.dueOn ?? '')
  const assignee = createAssignee(props.action.assignee)
  const [errors, setErrors] = createSignal<Errors<'what' | 'assignee'>>({})
  const change = useAction(changeAction)
  const sending = createSending(async (to: Asked) => {
    await change(props.action, { what: what().trim(), assignee: to, dueOn: dueOn() || null })
    props.say(w().saved)
    props.close()
  })
  function submit() {
    const to = assigneeIn(assignee)
    setErrors({
      ...(what().trim().length < 2 && { what: w().needWhat }),
      ...(to === null && { assignee: w().needWho }),
    })
    if (!hasErrors(errors()) && to) void sending.start(to)
  }
  return (
    <Panel isOpen onClose={props.close} title={w().changeTitle}>
      <DialogForm
        sending={sending}
        fields={['what', 'assignee', 'dueOn']}
        verb={w().save}
        busy={w().saving}
        submit={submit}
        cancel={props.close}
      >
        <TextField
          label={w().what}
          name="what"
          maxlength={200}
          value={what()}
          set={setWhat}
          error={errors().what ?? sending.errorAt('what')}
        />
        <AssigneeFields
          villages={[props.action.village.code]}
          draft={assignee}
          error={errors().assignee ?? sending.errorAt('assignee')}
        />
        <DayField
          label={w().due}
          hint={w().dueHint}
          name="dueOn"
          value={dueOn()}
          set={setDueOn}
          error={sending.errorAt('dueOn')}
        />
      </DialogForm>
    </Panel>
  )
}
