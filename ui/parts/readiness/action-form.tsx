import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { assignActions, logActions } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { today } from '../talent/when.ts'
import { DayField } from '../trial-posts/day-field.tsx'
import { type Asked, AssigneeFields, assigneeIn, createAssignee } from './assignee-fields.tsx'
import type { Acting } from './panel.tsx'
import { createResult, errorsIn, ResultFields } from './result-fields.tsx'

type Form = {
  village: { code: string; name: string }
  acting: Acting
  close: () => void
  say: (text: string) => void
}

/** What is to be done about an indicator, or what was done already. */
export function ActionForm(props: Form) {
  return (
    <Show when={props.acting.kind === 'assign'} fallback={<LogForm {...props} />}>
      <AssignForm {...props} />
    </Show>
  )
}

function AssignForm(props: Form) {
  const w = () => t().readiness.assigning
  const { indicator } = props.acting
  const [what, setWhat] = createSignal(indicator.next ? say(indicator.next) : '')
  const [dueOn, setDueOn] = createSignal('')
  const assignee = createAssignee()
  const [errors, setErrors] = createSignal<Errors<'what' | 'assignee'>>({})
  const assign = useAction(assignActions)
  const sending = createSending(async (to: Asked) => {
    const villages = [props.village.code]
    await assign({
      ...{ villages, indicator: indicator.id, what: what().trim(), assignee: to },
      dueOn: dueOn() || null,
    })
    props.say(w().done(1))
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
    <Panel
      isOpen
      onClose={props.close}
      title={w().title(placeName(props.village.name), say(indicator.name))}
    >
      <DialogForm
        sending={sending}
        fields={['what', 'assignee', 'dueOn']}
        verb={w().do}
        busy={w().doing}
        submit={submit}
        cancel={props.close}
      >
        <p class="hint">{say(indicator.words)}</p>
        <TextField
          label={w().what}
          hint={w().whatHint}
          name="what"
          maxlength={200}
          value={what()}
          set={setWhat}
          error={errors().what ?? sending.errorAt('what')}
        />
        <AssigneeFields
          villages={[props.village.code]}
          draft={assignee}
          error={errors().assignee ?? sending.errorAt('assignee')}
        />
        <DayField
          label={w().due}
          hint={w().dueHint}
          name="dueOn"
          min={today()}
          value={dueOn()}
          set={setDueOn}
          error={sending.errorAt('dueOn')}
        />
      </DialogForm>
    </Panel>
  )
}

function LogForm(props: Form) {
  const w = () => t().readiness.logging
  const { indicator } = props.acting
  const [what, setWhat] = createSignal(indicator.next ? say(indicator.next) : '')
  const result = createResult()
  const [errors, setErrors] = createSignal<Errors<'what' | 'doneOn' | 'result'>>({})
  const log = useAction(logActions)
  const sending = createSending(async () => {
    const given = { what: what().trim(), ...result.given() }
    await log({ villages: [props.village.code], indicator: indicator.id, ...given })
    props.say(w().done)
    props.close()
  })
  function submit() {
    setErrors({
      ...(what().trim().length < 2 && { what: w().needWhat }),
      ...errorsIn(result),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={w().title(placeName(props.village.name), say(indicator.name))}
    >
      <DialogForm
        sending={sending}
        fields={['what', 'doneOn', 'result']}
        verb={w().do}
        busy={w().doing}
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
        <ResultFields draft={result} errors={errors()} sending={sending} />
      </DialogForm>
    </Panel>
  )
}
