import { createSignal } from 'solid-js'
import { saveForm } from '../../appointment-forms.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

/** Letters that a purpose has at least. */
const LEAST = 4

/** The appointment form of one person as a file: asked for with a purpose, the number only where it is needed. */
export function FormButton(props: { id: string }) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        <Icon name="paper" />
        {t().appointmentForms.export.button}
      </button>
      <Panel
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={t().appointmentForms.export.title}
      >
        <ExportForm id={props.id} close={() => setOpen(false)} />
      </Panel>
    </>
  )
}

function ExportForm(props: { id: string; close: () => void }) {
  const words = () => t().appointmentForms.export
  const [purpose, setPurpose] = createSignal('')
  const [hasIdNumber, setIdNumber] = createSignal(false)
  const [isShort, setShort] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const sending = createSending(async () => {
    setSaid(null)
    setSaid(words().done(await saveForm(props.id, purpose().trim(), hasIdNumber())))
  })
  function submit() {
    setShort(purpose().trim().length < LEAST)
    if (!isShort()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      verb={words().verb}
      busy={words().busy}
      submit={submit}
      cancel={props.close}
    >
      <Done text={said()} />
      <p>{words().text}</p>
      <TextArea
        label={words().purpose}
        hint={words().purposeHint}
        error={isShort() ? words().needPurpose : undefined}
        name="purpose"
        value={purpose()}
        set={setPurpose}
        quick={words().purposes}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={hasIdNumber()}
          onChange={(event) => setIdNumber(event.currentTarget.checked)}
        />
        {words().idNumber}
      </label>
      <p class="hint">{words().idNumberHint}</p>
    </DialogForm>
  )
}
