import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isOfType } from '../../client.ts'
import { type DepartureBody, recordDeparture } from '../../portrait.ts'
import { useRoles } from '../../session.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field, SelectField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'
import { today } from './when.ts'

type Kind = DepartureBody['kind']
/** Letters that a reason has at least. */
const LEAST = 4
const OF_TOWNSHIP: readonly Kind[] = ['own-wish', 'left']
const OF_COUNTY: readonly Kind[] = [...OF_TOWNSHIP, 'dismissed', 'unfit']

/** Why somebody leaves and from when; of somebody who left, the way back. */
export function DepartureForm(props: {
  talent: TalentRecord
  done: (said: string) => void
  cancel: () => void
}) {
  const has = useRoles()
  // The dialog is made anew each time it opens.
  const isBack = props.talent.status === 'left'
  const [kind, setKind] = createSignal<Kind | ''>(isBack ? 'returned' : '')
  const [on, setOn] = createSignal(today())
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<keyof DepartureBody>>({})
  const send = useAction(recordDeparture)
  const words = () => t().departures
  const sending = createSending(async (given: DepartureBody) => {
    await send(props.talent.id, props.talent.revision, given)
    props.done(isBack ? words().brought : words().done)
  })
  const told = () => {
    const problem = sending.problem()
    return problem && isOfType(problem, 'changed') ? { ...problem, detail: words().stale } : problem
  }
  const kinds = () => (has('county') ? OF_COUNTY : OF_TOWNSHIP)
  const chosen = () => kind() || undefined
  function submit() {
    const given = { on: on(), reason: reason().trim() }
    setErrors({
      ...(!kind() && { kind: words().needKind }),
      ...((!given.on || given.on > today()) && { on: words().needOn }),
      ...(given.reason.length < LEAST && { reason: words().needReason }),
    })
    const is = kind()
    if (is && !hasErrors(errors())) void sending.start({ ...given, kind: is })
  }
  return (
    <DialogForm
      sending={{ problem: told, isBusy: sending.isBusy }}
      fields={['kind', 'on', 'reason']}
      verb={words().save}
      busy={words().saving}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{isBack ? words().bringEffect : words().effect}</p>
      <Show when={!isBack}>
        <SelectField
          label={words().kind}
          hint={kind() === '' ? undefined : words().kindHint[kind() as 'left']}
          error={errors().kind ?? sending.errorAt('kind')}
          none={words().chooseKind}
          value={kind()}
          choices={kinds().map((value) => ({ value, name: words().kinds[value] }))}
          set={(value) => setKind(kinds().find((one) => one === value) ?? '')}
        />
      </Show>
      <Field label={words().on} hint={words().onHint} error={errors().on ?? sending.errorAt('on')}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="date"
            name="on"
            max={today()}
            value={on()}
            onInput={(event) => setOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        error={errors().reason ?? sending.errorAt('reason')}
        name="reason"
        value={reason()}
        set={setReason}
        {...(chosen() && { quick: words().quick[chosen()!], quickLabel: words().quickLabel })}
      />
    </DialogForm>
  )
}
