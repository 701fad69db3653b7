import { createAsync, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { addToList, listsOf, makeList } from '../../pool.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { usePool } from './context.ts'

const NEW = 'new'

/** Puts the chosen people on a list of the office, or on a new one. */
export function AddToList(props: { isOpen: boolean; close: () => void }) {
  const { selection } = usePool()
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().pool.bulk.addTitle(selection.people().length)}
    >
      <Form close={props.close} />
    </Panel>
  )
}

function Form(props: { close: () => void }) {
  const pool = usePool()
  const add = useAction(addToList)
  const make = useAction(makeList)
  const answer = createAsync(async () => listsOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const lists = () => answer.latest?.lists ?? []
  const [list, setList] = createSignal('')
  const [name, setName] = createSignal('')
  const [note, setNote] = createSignal('')
  const [isOpen, setOpen] = createSignal(false)
  const isNew = () => list() === NEW || (answer.latest !== undefined && lists().length === 0)
  const isMissing = () => isOpen() && (isNew() ? name().trim() === '' : list() === '')
  const sending = createSending(async () => {
    const ids = pool.selection.ids()
    const known = lists().find(({ id }) => id === list())
    const id = known?.id ?? (await make({ name: name().trim(), note: '' })).id
    // A second attempt after a failure goes to the list that was made.
    setList(id)
    const { added, already } = await add(id, ids, note().trim())
    pool.say(t().pool.bulk.added(added, known?.name ?? name().trim(), already))
    props.close()
  })
  function submit() {
    setOpen(true)
    if (!isMissing()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['name']}
      verb={t().pool.bulk.add}
      busy={t().pool.bulk.working}
      submit={submit}
      cancel={props.close}
    >
      <Show when={lists().length > 0}>
        <SelectField
          label={t().pool.bulk.list}
          value={list()}
          none={t().pool.seat.choose}
          choices={[
            ...lists().map(({ id, name }) => ({ value: id, name })),
            { value: NEW, name: t().pool.bulk.newList },
          ]}
          error={isMissing() && !isNew() ? t().pool.bulk.needList : undefined}
          set={setList}
        />
      </Show>
      <Show when={isNew()}>
        <TextField
          label={t().pool.bulk.newName}
          error={isMissing() ? t().pool.bulk.needList : sending.errorAt('name')}
          name="name"
          maxlength={60}
          value={name()}
          set={setName}
        />
      </Show>
      <TextArea
        label={t().pool.bulk.note}
        hint={t().pool.bulk.noteHint}
        name="note"
        value={note()}
        set={setNote}
      />
    </DialogForm>
  )
}
