import { createSignal, type JSX } from 'solid-js'
import { createSending } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'

/** Letters that a reason has at least. */
const LEAST = 4

type ReasonWords = {
  label: string
  hint: string
  need: string
  quick: readonly string[]
  quickLabel: string
  verb: string
  busy: string
}

/** Asks why before something is done that stays on record. */
export function ReasonForm(props: {
  words: ReasonWords
  /** What the reason is called in the body. */
  field?: string
  longest?: number
  isDanger?: boolean
  send: (reason: string) => Promise<unknown>
  cancel: () => void
  children?: JSX.Element
}) {
  const [reason, setReason] = createSignal('')
  const [isShort, setShort] = createSignal(false)
  const sending = createSending((text: string) => props.send(text))
  const field = () => props.field ?? 'reason'
  function submit() {
    setShort(reason().trim().length < LEAST)
    if (!isShort()) void sending.start(reason().trim())
  }
  return (
    <DialogForm
      sending={sending}
      fields={[field()]}
      verb={props.words.verb}
      busy={props.words.busy}
      isDanger={props.isDanger ?? false}
      submit={submit}
      cancel={() => props.cancel()}
    >
      {props.children}
      <TextArea
        label={props.words.label}
        hint={props.words.hint}
        error={isShort() ? props.words.need : sending.errorAt(field())}
        name={field()}
        maxlength={props.longest ?? 200}
        value={reason()}
        set={setReason}
        quick={props.words.quick}
        quickLabel={props.words.quickLabel}
      />
    </DialogForm>
  )
}
