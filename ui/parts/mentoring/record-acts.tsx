import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { addToSession, type Session, takeSessionBack } from '../../mentoring.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { shortDay } from './days.ts'
import { sayText } from './said.ts'

type Act = { session: Session; close: () => void }

/** What was signed stays; this stands beside it. */
export function AddToRecord(props: Act) {
  const words = () => t().mentoring.records
  const add = useAction(addToSession)
  return (
    <TextAct
      {...props}
      title={words().addTitle}
      label={words().addLabel}
      hint={words().addHint}
      need={words().needText}
      field="text"
      verb={words().addDo}
      busy={words().adding}
      said={words().added}
      send={(text) => add(props.session.id, text)}
    />
  )
}

export function TakeBack(props: Act) {
  const words = () => t().mentoring.records
  const takeBack = useAction(takeSessionBack)
  return (
    <TextAct
      {...props}
      title={words().takeBackTitle}
      text={words().takeBackText(shortDay(props.session.takeBackUntil))}
      label={words().reason}
      hint={words().reasonHint}
      need={words().needReason}
      field="reason"
      isDanger
      verb={words().takeBackDo}
      busy={words().takingBack}
      said={words().takenBack}
      send={(text) => takeBack(props.session.id, text)}
    />
  )
}

function TextAct(
  props: Act & {
    title: string
    text?: string
    label: string
    hint: string
    need: string
    field: string
    isDanger?: boolean
    verb: string
    busy: string
    said: string
    send: (text: string) => Promise<unknown>
  },
) {
  const [text, setText] = createSignal('')
  const [isAsked, setAsked] = createSignal(false)
  const isShort = () => text().trim().length < 2
  const sending = createSending(async () => {
    await props.send(text().trim())
    sayText(props.said)
    props.close()
  })
  return (
    <Panel isOpen onClose={props.close} title={props.title}>
      <DialogForm
        sending={sending}
        fields={[props.field]}
        verb={props.verb}
        busy={props.busy}
        isDanger={props.isDanger ?? false}
        submit={() => {
          setAsked(true)
          if (!isShort()) void sending.start()
        }}
        cancel={props.close}
      >
        {props.text && <p class="second">{props.text}</p>}
        <TextArea
          label={props.label}
          hint={props.hint}
          error={isAsked() && isShort() ? props.need : sending.errorAt(props.field)}
          name={props.field}
          rows={3}
          maxlength={500}
          value={text()}
          set={setText}
        />
      </DialogForm>
    </Panel>
  )
}
