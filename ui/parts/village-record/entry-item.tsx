import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { placeName } from '../../names.ts'
import { type RecordEntry, takeBackEntry } from '../../village-record.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { Mark } from '../mark.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { EntryFiles } from './entry-files.tsx'
import { linesOf, titleOf } from './shown.ts'

type Given = {
  entry: RecordEntry
  village: string
  /** The old name of the village it was written about. */
  former: string | null
  noticeDays: number
  mayWrite: boolean
  say: (text: string) => void
}

/** One entry: what it says, where it comes from, who signed it. */
export function EntryItem(props: Given) {
  const [isAsking, setAsking] = createSignal(false)
  const words = () => t().villageRecord
  const name = (who: string | null) => who ?? words().unknownName
  return (
    <li class="record-entry" classList={{ back: props.entry.takenBack !== null }}>
      <div class="record-entry-head">
        <time dateTime={props.entry.on}>{props.entry.on}</time>
        <span class="tag">{words().kinds[props.entry.kind]}</span>
        <Show when={titleOf(props.entry)}>{(title) => <b>{title()}</b>}</Show>
        <Show when={props.former}>
          {(old) => <span class="pill">{words().former(placeName(old()))}</span>}
        </Show>
        <Show when={props.mayWrite && props.entry.takenBack === null}>
          <button
            type="button"
            class="button slim push"
            aria-haspopup="dialog"
            onClick={() => setAsking(true)}
          >
            {words().takeBack}
          </button>
        </Show>
      </div>
      <dl class="record-lines">
        <For each={linesOf(props.entry, props.noticeDays)}>
          {(line) => (
            <div classList={{ wide: line.name === '' && line.state === undefined }}>
              <Show when={line.name}>
                <dt>{line.name}</dt>
              </Show>
              <dd>
                <Show when={line.state}>{(state) => <Mark state={state()} />}</Show>
                {line.text}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p class="hint">
        {words().sourceShown(props.entry.source)}
        {t().separator}
        {words().signed(name(props.entry.createdBy), dayAndTime(props.entry.createdAt))}
      </p>
      <Show when={props.entry.takenBack}>
        {(back) => (
          <p class="record-back">
            {words().takenBack(name(back().by), dayAndTime(back().at), back().reason)}
          </p>
        )}
      </Show>
      <EntryFiles
        entry={props.entry}
        village={props.village}
        mayWrite={props.mayWrite && props.entry.takenBack === null}
        say={props.say}
      />
      <Show when={isAsking()}>
        <TakeBack {...props} close={() => setAsking(false)} />
      </Show>
    </li>
  )
}

function TakeBack(props: Given & { close: () => void }) {
  const [reason, setReason] = createSignal('')
  const [error, setError] = createSignal<string>()
  const words = () => t().villageRecord
  const { village, entry } = props
  const takeBack = useAction(takeBackEntry)
  const sending = createSending(async () => {
    await takeBack(village, entry.id, reason().trim())
    props.say(words().takenBackDone)
    props.close()
  })
  function submit() {
    setError(reason().trim().length < 4 ? words().needReason : undefined)
    if (!error()) void sending.start()
  }
  return (
    <Panel isOpen onClose={props.close} title={words().takeBackTitle}>
      <DialogForm
        sending={sending}
        fields={['reason']}
        verb={words().takeBack}
        busy={words().takingBack}
        isDanger
        submit={submit}
        cancel={props.close}
      >
        <p>
          {props.entry.on} {words().kinds[props.entry.kind]} {titleOf(props.entry)}
        </p>
        <p class="second">{words().takeBackText}</p>
        <TextArea
          label={words().reason}
          hint={words().reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          error={error() ?? sending.errorAt('reason')}
        />
      </DialogForm>
    </Panel>
  )
}
