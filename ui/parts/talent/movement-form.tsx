import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { decideMovement, type MovementBody } from '../../checks.ts'
import { isOfType } from '../../client.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field, SelectField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'
import { today } from './when.ts'

const WAYS = {
  in: ['succession', 'by-rank', 'from-within', 'other-village', 'posted-in'],
  out: ['by-rule', 'ordered', 'early', 'giving-way', 'with-honour'],
} as const
type Way = (typeof WAYS)['in' | 'out'][number]
/** Letters that a reason has at least. */
const LEAST = 4

/** One of five ways in or out, with the day and the reason; signed by being sent. */
export function MovementForm(props: {
  talent: TalentRecord
  direction: 'in' | 'out'
  done: (said: string) => void
  cancel: () => void
}) {
  const [way, setWay] = createSignal<Way | ''>('')
  const [on, setOn] = createSignal(today())
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'way' | 'on' | 'reason'>>({})
  const send = useAction(decideMovement)
  const words = () => t().movements
  // What it was when the dialog opened: the card says another thing once it is done.
  const { direction } = props
  const sending = createSending(async (given: MovementBody) => {
    await send(props.talent.id, props.talent.revision, given)
    props.done(words().done[direction])
  })
  const told = () => {
    const problem = sending.problem()
    return problem && isOfType(problem, 'changed') ? { ...problem, detail: words().stale } : problem
  }
  function submit() {
    const given = { on: on(), reason: reason().trim(), village: props.talent.homeVillage.code }
    setErrors({
      ...(!way() && { way: words().needWay }),
      ...((!given.on || given.on > today()) && { on: words().needOn }),
      ...(given.reason.length < LEAST && { reason: words().needReason }),
    })
    if (hasErrors(errors()) || !way()) return
    void sending.start({ ...given, direction, way: way() } as MovementBody)
  }
  return (
    <DialogForm
      sending={{ problem: told, isBusy: sending.isBusy }}
      fields={['way', 'on', 'reason']}
      verb={words().save}
      busy={words().saving}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{words().effect[direction]}</p>
      <SelectField
        label={words().way}
        error={errors().way ?? sending.errorAt('way')}
        none={words().chooseWay}
        value={way()}
        choices={WAYS[direction].map((value) => ({ value, name: words().ways[value] }))}
        set={(value) => setWay(WAYS[direction].find((one) => one === value) ?? '')}
      />
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
      />
    </DialogForm>
  )
}
