import { useAction } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { askCorrection } from '../../people.ts'
import type { CorrectedField, OwnRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { CORRECTED, optionsOf, ownValue, valueText } from './corrected.ts'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'

/** What is wrong, as it is and as it should be. */
export function CorrectionForm(props: {
  own: OwnRecord
  field: CorrectedField
  /** What stands there to begin with: asking for erasure begins with its sentence. */
  begun: string
  done: () => void
  cancel: () => void
}) {
  // The dialog is made anew each time it opens, so both only begin the form.
  const [field, setField] = createSignal(props.field)
  const [proposed, setProposed] = createSignal(props.begun)
  const [note, setNote] = createSignal('')
  const [error, setError] = createSignal<string>()
  const ask = useAction(askCorrection)
  const sending = createSending(async () => {
    await ask({ field: field(), proposed: proposed().trim(), note: note().trim() })
    props.done()
  })
  function choose(next: string) {
    setField(CORRECTED.find((one) => one === next) ?? 'other')
    setProposed('')
    setError()
    sending.clear()
  }
  function submit() {
    setError(errorOf(props.own, field(), proposed()))
    if (!error()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['proposed', 'note']}
      verb={t().record.form.send}
      busy={t().record.form.sending}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().record.form.text}</p>
      <SelectField
        label={t().record.form.field}
        value={field()}
        set={choose}
        choices={CORRECTED.map((one) => ({ value: one, name: t().corrections.field[one] }))}
      />
      <Show when={isAskedAlready(props.own, field())}>
        <p class="note weak">{t().record.form.already}</p>
      </Show>
      <Show when={field() !== 'other'}>
        <p>
          <span class="hint">{t().record.form.now}</span>{' '}
          <span class="medium">{valueText(field(), ownValue(props.own, field()))}</span>
        </p>
      </Show>
      <Proposed
        field={field()}
        value={proposed()}
        set={setProposed}
        error={error() ?? sending.errorAt('proposed')}
      />
      <Show when={field() !== 'other'}>
        <TextArea
          label={t().record.form.note}
          hint={t().record.form.noteHint}
          error={sending.errorAt('note')}
          name="note"
          maxlength={500}
          value={note()}
          set={setNote}
        />
      </Show>
    </DialogForm>
  )
}

/** A list to choose from, a line, or some lines, by the field. */
function Proposed(props: {
  field: CorrectedField
  value: string
  set: (value: string) => void
  error: string | undefined
}) {
  return (
    <Switch
      fallback={
        <TextField
          label={t().record.form.proposed}
          hint={hintOf(props.field)}
          error={props.error}
          name="proposed"
          inputmode={props.field === 'phone' ? 'numeric' : 'text'}
          value={props.value}
          set={props.set}
        />
      }
    >
      <Match when={optionsOf(props.field)}>
        {(options) => (
          <SelectField
            label={t().record.form.proposed}
            error={props.error}
            none={t().record.form.choose}
            value={props.value}
            set={props.set}
            choices={options()}
          />
        )}
      </Match>
      <Match when={props.field === 'other'}>
        <TextArea
          label={t().record.form.other}
          hint={t().record.form.otherHint}
          error={props.error}
          name="proposed"
          rows={4}
          maxlength={500}
          value={props.value}
          set={props.set}
        />
      </Match>
    </Switch>
  )
}

/** More than one about the same thing is allowed, but hardly meant. */
function isAskedAlready({ corrections }: OwnRecord, field: CorrectedField): boolean {
  return field !== 'other' && corrections.some((one) => one.field === field && one.state === 'open')
}

function hintOf(field: CorrectedField): string | undefined {
  if (field === 'bornOn') return t().record.form.birthHint
  return field === 'phone' ? t().talent.phoneHint : undefined
}

function errorOf(own: OwnRecord, field: CorrectedField, proposed: string): string | undefined {
  if (proposed.trim() === '') return t().record.form.needProposed
  return ownValue(own, field) === proposed.trim() ? t().record.form.same : undefined
}
