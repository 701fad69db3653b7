import { useAction } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { checkEntry, type EntryKind, writeEntry } from '../../village-record.ts'
import { say, t, type Words } from '../../words/index.ts'
import { Field, SelectField, TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { DayField } from '../trial-posts/day-field.tsx'
import { type Draft, ENTRY_FIELDS, type EntryField, entryOf, missingIn } from './fields.ts'

/** One fact about a village. What looks wrong is said before it is written, and may be right. */
export function EntryForm(props: {
  village: string
  kind: EntryKind
  close: () => void
  say: (text: string) => void
}) {
  const words = () => t().villageRecord
  const { village, kind } = props
  const [draft, setDraft] = createSignal<Draft>(kind === 'election' ? { isValid: 'yes' } : {})
  const [cautions, setCautions] = createSignal<readonly Words[]>([])
  const [missing, setMissing] = createSignal<string[]>([])
  const write = useAction(writeEntry)
  const sending = createSending(async (isSeen: boolean) => {
    const entry = entryOf(kind, draft())
    const found = isSeen ? [] : await checkEntry(village, entry)
    setCautions(found)
    if (found.length > 0) return
    const { isNew } = await write(village, entry)
    props.say(isNew ? words().written : words().same)
    props.close()
  })
  const set = (field: string, text: string) => {
    setCautions([])
    setDraft((before) => ({ ...before, [field]: text }))
  }
  function submit() {
    setMissing(missingIn(kind, draft()))
    if (missing().length === 0) void sending.start(cautions().length > 0)
  }
  const errorAt = (field: string) =>
    missing().includes(field) ? words().needed : sending.errorAt(pathOf(field))
  const fields = [{ field: 'on', type: 'day', isRequired: true }, ...ENTRY_FIELDS[kind]] as const
  return (
    <Panel isOpen onClose={props.close} title={words().add(words().kinds[kind])}>
      <DialogForm
        sending={sending}
        fields={[...fields.map(({ field }) => pathOf(field)), 'source']}
        verb={cautions().length > 0 ? words().saveAnyway : words().save}
        busy={words().saving}
        submit={submit}
        cancel={props.close}
      >
        <div class="record-fields">
          <For each={fields}>
            {(field) => (
              <Input
                kind={kind}
                field={field}
                value={draft()[field.field] ?? ''}
                set={(text) => set(field.field, text)}
                error={errorAt(field.field)}
              />
            )}
          </For>
        </div>
        <TextField
          label={words().source}
          hint={words().sourceHint}
          name="source"
          maxlength={200}
          value={draft().source ?? ''}
          set={(text) => set('source', text)}
          error={errorAt('source')}
        />
        <Show when={cautions().length > 0}>
          <div class="note weak" role="alert">
            <Icon name="warning" />
            <div>
              <b>{words().cautions}</b>
              <ul class="bullets">
                <For each={cautions()}>{(caution) => <li>{say(caution)}</li>}</For>
              </ul>
            </div>
          </div>
        </Show>
      </DialogForm>
    </Panel>
  )
}

/** As the server points into the body. */
const pathOf = (field: string) =>
  field === 'on' || field === 'source' ? field : `body/${field.replaceAll('.', '/')}`

function Input(props: {
  kind: EntryKind
  field: EntryField
  value: string
  set: (text: string) => void
  error: string | undefined
}) {
  const words = () => t().villageRecord
  const label = () => words().fields[props.kind]?.[props.field.field] ?? props.field.field
  const given = () => ({
    label: label(),
    name: props.field.field,
    value: props.value,
    set: props.set,
    error: props.error,
  })
  const choices = () =>
    Object.entries(words().choices[props.field.field] ?? {}).map(([value, name]) => ({
      value,
      name,
    }))
  return (
    <Switch
      fallback={
        <TextField
          {...given()}
          inputmode={
            props.field.type === 'count' || props.field.type === 'wan' ? 'numeric' : 'text'
          }
        />
      }
    >
      <Match when={props.field.type === 'day'}>
        <DayField {...given()} max={today()} />
      </Match>
      <Match when={props.field.type === 'later-day'}>
        <DayField {...given()} />
      </Match>
      <Match when={props.field.type === 'area'}>
        <TextArea {...given()} rows={4} maxlength={props.kind === 'note' ? 5_000 : 2_000} />
      </Match>
      <Match when={props.field.type === 'choice'}>
        <SelectField {...given()} choices={choices()} none={words().choose} />
      </Match>
      <Match when={props.field.type === 'yes'}>
        <Field label={label()} error={props.error}>
          {(field) => (
            <select
              {...field()}
              class="input"
              onChange={(event) => props.set(event.currentTarget.value)}
            >
              <option value="yes" selected={props.value === 'yes'}>
                {words().yes}
              </option>
              <option value="no" selected={props.value !== 'yes'}>
                {words().no}
              </option>
            </select>
          )}
        </Field>
      </Match>
    </Switch>
  )
}
