import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import { mergerOf, undoMerger, type VillageRecord } from '../../village-record.ts'
import { say, t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { Skeleton, View } from '../states.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { Team } from './now.tsx'

type Former = VillageRecord['former'][number]

/** Villages that became part of this one, with who was in office; the county undoes what came to nothing. */
export function FormerVillages(props: { former: Former[]; say: (text: string) => void }) {
  const [asked, setAsked] = createSignal<Former | null>(null)
  const has = useRoles()
  const words = () => t().villageRecord
  return (
    <Show when={props.former.length > 0}>
      <section class="card" aria-labelledby="record-former">
        <div class="card-head">
          <h2 id="record-former">{words().formerTitle}</h2>
        </div>
        <ul>
          <For each={props.former}>
            {(village) => (
              <li class="record-entry">
                <div class="record-entry-head">
                  <b>{words().former(placeName(village.name))}</b>
                  <span class="hint">{village.code}</span>
                  <span>{words().formerText(village.mergedOn, village.reason ?? '')}</span>
                  <Show when={has('county')}>
                    <button
                      type="button"
                      class="button slim push"
                      aria-haspopup="dialog"
                      onClick={() => setAsked(village)}
                    >
                      {words().merger.undo}
                    </button>
                  </Show>
                </div>
                <p class="hint">{words().formerTeam}</p>
                <Team committees={village.committees} />
              </li>
            )}
          </For>
        </ul>
        <Show when={asked()} keyed>
          {(village) => <Undo village={village} close={() => setAsked(null)} say={props.say} />}
        </Show>
      </section>
    </Show>
  )
}

function Undo(props: { village: Former; close: () => void; say: (text: string) => void }) {
  const words = () => t().villageRecord.merger
  const merger = createAsync(() => mergerOf(props.village.code))
  return (
    <Panel isOpen onClose={props.close} title={words().undoTitle(placeName(props.village.name))}>
      <View rows={3}>
        <Show when={merger()} fallback={<Skeleton rows={3} />}>
          {(known) => (
            <Show
              when={(known().merged?.obstacles.length ?? 0) === 0}
              fallback={
                <>
                  <p>{words().cannot}</p>
                  <ul class="bullets">
                    <For each={known().merged?.obstacles}>{(one) => <li>{say(one)}</li>}</For>
                  </ul>
                </>
              }
            >
              <UndoForm {...props} />
            </Show>
          )}
        </Show>
      </View>
    </Panel>
  )
}

function UndoForm(props: { village: Former; close: () => void; say: (text: string) => void }) {
  const [reason, setReason] = createSignal('')
  const [error, setError] = createSignal<string>()
  const words = () => t().villageRecord
  const undo = useAction(undoMerger)
  const { code, name } = props.village
  const sending = createSending(async () => {
    await undo(code, reason().trim())
    props.say(words().merger.undone(placeName(name)))
    props.close()
  })
  function submit() {
    setError(reason().trim().length < 4 ? words().needReason : undefined)
    if (!error()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['reason']}
      verb={words().merger.undo}
      busy={words().merger.undoing}
      isDanger
      submit={submit}
      cancel={props.close}
    >
      <p class="second">{words().merger.undoText}</p>
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        name="reason"
        value={reason()}
        set={setReason}
        error={error() ?? sending.errorAt('reason')}
      />
    </DialogForm>
  )
}
