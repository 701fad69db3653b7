import { createSignal, Show } from 'solid-js'
import type { Member } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

type Send = (member: Member, note: string) => Promise<unknown>

/** What a list says about one of its people. */
export function NoteForm(props: { member: Member | null; close: () => void; send: Send }) {
  return (
    <Panel
      isOpen={props.member !== null}
      onClose={props.close}
      title={t().pool.lists.noteTitle(props.member?.person.name ?? '')}
    >
      <Show when={props.member}>
        {(member) => <Form member={member()} close={props.close} send={props.send} />}
      </Show>
    </Panel>
  )
}

function Form(props: { member: Member; close: () => void; send: Send }) {
  const [note, setNote] = createSignal(props.member.note)
  const sending = createSending(async () => {
    await props.send(props.member, note().trim())
    props.close()
  })
  return (
    <DialogForm
      sending={sending}
      fields={['note']}
      verb={t().pool.lists.noteDo}
      busy={t().pool.bulk.working}
      submit={() => void sending.start()}
      cancel={props.close}
    >
      <TextArea
        label={t().pool.lists.memberNote}
        error={sending.errorAt('note')}
        name="note"
        value={note()}
        set={setNote}
      />
    </DialogForm>
  )
}
