import { createSignal } from 'solid-js'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

type Given = { name: string; note: string }
type Asked = {
  close: () => void
  verb: string
  list?: Given | undefined
  send: (given: Given) => Promise<unknown>
}

/** Name and note of a list, new or changed. */
export function ListForm(props: Asked & { isOpen: boolean; title: string }) {
  return (
    <Panel isOpen={props.isOpen} onClose={props.close} title={props.title}>
      <Form {...props} />
    </Panel>
  )
}

function Form(props: Asked) {
  const [name, setName] = createSignal(props.list?.name ?? '')
  const [note, setNote] = createSignal(props.list?.note ?? '')
  const [isNameless, setNameless] = createSignal(false)
  const sending = createSending(async () => {
    await props.send({ name: name().trim(), note: note().trim() })
    props.close()
  })
  function submit() {
    setNameless(name().trim() === '')
    if (!isNameless()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['name', 'note']}
      verb={props.verb}
      busy={t().pool.bulk.working}
      submit={submit}
      cancel={props.close}
    >
      <TextField
        label={t().pool.lists.name}
        error={isNameless() ? t().pool.lists.needName : sending.errorAt('name')}
        name="name"
        maxlength={60}
        value={name()}
        set={setName}
      />
      <TextArea
        label={t().pool.lists.note}
        error={sending.errorAt('note')}
        name="note"
        value={note()}
        set={setNote}
      />
    </DialogForm>
  )
}
