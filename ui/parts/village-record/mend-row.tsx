import { createSignal, For } from 'solid-js'
import type { SheetPreview, SheetRow } from '../../village-record.ts'
import { say, t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'

/** The cells of one row as they were read; checked once more by the same rules as the file. */
export function MendRow(props: {
  row: SheetRow
  fields: SheetPreview['fields']
  mend: (line: number, cells: SheetRow['cells']) => Promise<SheetRow>
  close: () => void
}) {
  const [cells, setCells] = createSignal({ ...props.row.cells })
  const [faults, setFaults] = createSignal(props.row.faults)
  const words = () => t().villageRecord.sheet
  const sending = createSending(async () => {
    const answer = await props.mend(props.row.line, cells())
    setFaults(answer.faults)
    if (answer.state !== 'faulty') props.close()
  })
  const errorAt = (field: string) => {
    const own = faults().filter((fault) => fault.field === field)
    return own.length === 0 ? undefined : own.map((it) => say(it.words)).join(t().clause)
  }
  const whole = () => faults().filter(({ field }) => field === null)
  return (
    <Panel isOpen onClose={props.close} title={words().mendTitle(props.row.line)}>
      <DialogForm
        sending={sending}
        verb={words().check}
        busy={words().checking}
        submit={() => void sending.start()}
        cancel={props.close}
      >
        <p class="second">{words().mendText}</p>
        <For each={whole()}>{(fault) => <p class="field-error">{say(fault.words)}</p>}</For>
        <div class="record-fields">
          <For each={props.fields}>
            {({ field, header, choices }) => (
              <Field label={header} error={errorAt(field)}>
                {(given) => (
                  <>
                    <input
                      {...given()}
                      class="input"
                      type="text"
                      name={field}
                      autocomplete="off"
                      list={choices.length > 0 ? `choices-${field}` : undefined}
                      value={cells()[field] ?? ''}
                      onInput={(event) =>
                        setCells((before) => ({ ...before, [field]: event.currentTarget.value }))
                      }
                    />
                    <datalist id={`choices-${field}`}>
                      <For each={choices}>{(choice) => <option value={choice} />}</For>
                    </datalist>
                  </>
                )}
              </Field>
            )}
          </For>
        </div>
      </DialogForm>
    </Panel>
  )
}
