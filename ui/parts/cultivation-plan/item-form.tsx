import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { addItem, changeItem, type ItemBody, type ItemKind } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { Field, SelectField, TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { DialogForm } from '../talent/dialog-form.tsx'
import { today } from '../talent/when.ts'
import type { Actable } from './acting.ts'
import { KINDS, kindChoices } from './kinds.ts'
import { MovesField, rulesFor, useMoves } from './moves-field.tsx'
import { told } from './stale.ts'

/** An item to give somebody, or one that is open to change. */
export function ItemForm(props: {
  talent: string
  item?: Actable
  done: (said: string) => void
  cancel: () => void
}) {
  // The dialog is made anew each time it opens.
  const before = props.item
  const [kind, setKind] = createSignal<ItemKind>(before?.kind ?? 'village-affairs')
  const [aim, setAim] = createSignal(before?.aim ?? '')
  const [dueOn, setDueOn] = createSignal(before?.dueOn ?? '')
  const [evidence, setEvidence] = createSignal(before?.evidence ?? '')
  const [moved, setMoved] = createSignal({
    criteria: before?.criteria ?? [],
    rules: before?.rules ?? [],
  })
  const [isTouched, setTouched] = createSignal(before !== undefined)
  const [errors, setErrors] = createSignal<Errors<'aim' | 'dueOn'>>({})
  const moves = useMoves()
  const add = useAction(addItem)
  const change = useAction(changeItem)
  const words = () => t().cultivationPlan.form
  const sending = createSending(async (body: ItemBody) => {
    if (before) await change(props.talent, before, body)
    else await add(props.talent, body)
    props.done(before ? t().cultivationPlan.said.itemChanged : t().cultivationPlan.said.added)
  })
  const shownMoves = () =>
    isTouched() ? moved() : { ...moved(), criteria: moves()?.kinds[kind()] ?? [] }
  function choose(next: string) {
    const chosen = KINDS.find((one) => one === next) ?? kind()
    setKind(chosen)
    const may = rulesFor(moves(), chosen)
    setMoved((it) => ({ ...it, rules: it.rules.filter((rule) => may.includes(rule)) }))
  }
  function submit() {
    const isDueSound = dueOn() === before?.dueOn || dueOn() >= today()
    setErrors({
      ...(aim().trim().length < 2 && { aim: words().needAim }),
      ...((!dueOn() || !isDueSound) && { dueOn: words().needDue }),
    })
    if (hasErrors(errors())) return
    const text = { aim: aim().trim(), evidence: evidence().trim() }
    void sending.start({ kind: kind(), dueOn: dueOn(), ...text, ...shownMoves() })
  }
  return (
    <DialogForm
      sending={{ problem: () => told(sending.problem()), isBusy: sending.isBusy }}
      fields={['aim', 'dueOn', 'evidence', 'criteria', 'rules']}
      verb={words().save}
      busy={words().saving}
      submit={submit}
      cancel={props.cancel}
    >
      <SelectField label={words().kind} value={kind()} choices={kindChoices()} set={choose} />
      <TextField
        label={words().aim}
        hint={words().aimHint}
        error={errors().aim ?? sending.errorAt('aim')}
        name="aim"
        maxlength={200}
        value={aim()}
        set={setAim}
      />
      <Field label={words().dueOn} error={errors().dueOn ?? sending.errorAt('dueOn')}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="date"
            name="dueOn"
            min={today()}
            value={dueOn()}
            onInput={(event) => setDueOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField
        label={words().evidence}
        hint={words().evidenceHint}
        error={sending.errorAt('evidence')}
        name="evidence"
        maxlength={200}
        value={evidence()}
        set={setEvidence}
      />
      <MovesField
        kind={kind()}
        moved={shownMoves()}
        error={sending.errorAt('criteria') ?? sending.errorAt('rules')}
        set={(next) => {
          setTouched(true)
          setMoved(next)
        }}
      />
    </DialogForm>
  )
}
