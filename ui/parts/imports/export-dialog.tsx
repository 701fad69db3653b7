import { createSignal, For, onCleanup, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import type { PoolQuery } from '../../pool.ts'
import type { PrivateField } from '../../types.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { Bar } from './bar.tsx'
import { exportPool } from './export-file.ts'

type Wanted = {
  query: PoolQuery
  /** These alone of whom the query finds. */
  people?: readonly string[]
  /** Ids of the columns on the screen, in their order. */
  columns: readonly string[]
  /** How many people that is. */
  count: number
}
/** Letters that a reason has at least. */
const LEAST = 4
const FORMATS = ['xlsx', 'csv'] as const
const PRIVATE: readonly { field: PrivateField; column: string }[] = [
  { field: 'id-number', column: 'idNumber' },
  { field: 'phone', column: 'phone' },
]
const SHOWN = ['none', 'masked', 'whole'] as const
type Shown = (typeof SHOWN)[number]

/** What is on the screen as a file: same people, columns and order, masked unless there is need. */
export function ExportDialog(props: Wanted & { isOpen: boolean; onClose: () => void }) {
  return (
    <Panel isOpen={props.isOpen} onClose={props.onClose} title={t().imports.export.title}>
      <ExportForm {...props} />
    </Panel>
  )
}

function ExportForm(props: Wanted & { onClose: () => void }) {
  const words = () => t().imports.export
  const [format, setFormat] = createSignal<(typeof FORMATS)[number]>('xlsx')
  const [shown, setShown] = createSignal<Record<PrivateField, Shown>>({
    'id-number': 'none',
    phone: 'none',
  })
  const isAny = (wanted: Shown) => PRIVATE.some(({ field }) => shown()[field] === wanted)
  const [reason, setReason] = createSignal('')
  const [isShort, setShort] = createSignal(false)
  const [bytes, setBytes] = createSignal(0)
  const [said, setSaid] = createSignal<string | null>(null)
  let ending = new AbortController()
  onCleanup(() => ending.abort())
  const sending = createSending(async () => {
    ending = new AbortController()
    setBytes(0)
    setSaid(null)
    try {
      setSaid(words().done(await exportPool(asked(), setBytes, ending.signal)))
    } catch (error) {
      if (!ending.signal.aborted) throw error
      setSaid(words().stopped)
    }
  })
  const asked = () => ({
    query: props.query,
    ...(props.people && { people: [...props.people] }),
    columns: [
      ...props.columns,
      ...PRIVATE.flatMap(({ field, column }) => (shown()[field] === 'none' ? [] : column)),
    ],
    format: format(),
    reason: reason().trim(),
    unmasked: PRIVATE.flatMap(({ field }) => (shown()[field] === 'whole' ? field : [])),
  })
  function submit() {
    setShort(reason().trim().length < LEAST)
    if (!isShort()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['reason']}
      verb={words().of(whole(props.count))}
      busy={words().doing}
      submit={submit}
      cancel={() => (sending.isBusy() ? ending.abort() : props.onClose())}
    >
      <Done text={said()} />
      <p>{words().same(whole(props.count), props.columns.length)}</p>
      <fieldset class="field">
        <legend class="label">{words().format}</legend>
        <div class="row wrap">
          <For each={FORMATS}>
            {(one) => (
              <label class="tick">
                <input
                  type="radio"
                  name="format"
                  checked={format() === one}
                  onChange={() => setFormat(one)}
                />
                {words()[one]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <div class="export-private">
        <For each={PRIVATE}>
          {({ field }) => (
            <SelectField
              label={t().talent.field[field]}
              value={shown()[field]}
              choices={SHOWN.map((value) => ({ value, name: words().shown[value] }))}
              set={(value) => setShown((before) => ({ ...before, [field]: value as Shown }))}
            />
          )}
        </For>
      </div>
      <Show when={isAny('whole') || isAny('masked')}>
        <p class="hint">{isAny('whole') ? words().wholeHint : words().maskedHint}</p>
      </Show>
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        error={isShort() ? words().needReason : sending.errorAt('reason')}
        name="reason"
        value={reason()}
        set={setReason}
        quick={words().reasons}
        quickLabel={words().quick}
      />
      <p class="note">
        <Icon name="shield" />
        <span>{words().watermark}</span>
      </p>
      <Show when={sending.isBusy()}>
        <div role="status">
          <Bar label={words().doing} share={null} />
          <p class="hint">{words().received(oneDecimal(bytes() / 1024 / 1024))}</p>
        </div>
      </Show>
    </DialogForm>
  )
}
