import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { tagPeople } from '../../pool.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { wordsOf } from './address.ts'
import { usePool } from './context.ts'

/** Tags of the chosen people: some to add, some to take off. */
export function TagPeople(props: { isOpen: boolean; close: () => void }) {
  const { selection } = usePool()
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().pool.bulk.tagTitle(selection.people().length)}
    >
      <Form close={props.close} />
    </Panel>
  )
}

function Form(props: { close: () => void }) {
  const pool = usePool()
  const tag = useAction(tagPeople)
  const [add, setAdd] = createSignal('')
  const [remove, setRemove] = createSignal('')
  const [isMissing, setMissing] = createSignal(false)
  const sending = createSending(async () => {
    const talents = pool.selection.ids()
    await tag({ talents, add: tagsOf(add()), remove: tagsOf(remove()) })
    pool.say(t().pool.bulk.tagged(talents.length))
    props.close()
  })
  function submit() {
    setMissing(tagsOf(add()).length + tagsOf(remove()).length === 0)
    if (!isMissing()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['add', 'remove']}
      verb={t().pool.bulk.tagDo}
      busy={t().pool.bulk.working}
      submit={submit}
      cancel={props.close}
    >
      <TextField
        label={t().pool.bulk.tags}
        hint={t().pool.bulk.tagsHint}
        error={isMissing() ? t().pool.bulk.needTag : sending.errorAt('add')}
        name="add"
        value={add()}
        set={setAdd}
      />
      <TextField
        label={t().pool.bulk.removing}
        error={sending.errorAt('remove')}
        name="remove"
        value={remove()}
        set={setRemove}
      />
    </DialogForm>
  )
}

/** Parted by spaces and the Chinese signs for a list. */
const tagsOf = (text: string) => [...new Set(wordsOf(text.replaceAll(/[、，,；;]/g, ' ')))]
