import { createAsync, useAction } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Change, changeFacts, type FactsBody, historyOf } from '../../../portrait.ts'
import { t } from '../../../words/index.ts'
import { valueWord } from '../history-words.ts'
import { dayOf } from '../when.ts'
import { textAt } from './draft.ts'
import type { Saved, Subject } from './edit.ts'
import { EditDrawer } from './edit-drawer.tsx'
import type { Editor } from './editing.tsx'
import { errorsOfStatus, STATUS_FIELDS } from './status.ts'

/** Where the person stands in the pool, with the reason. */
export function StatusEdit(props: Editor) {
  const send = useAction(changeFacts)
  const subject: Subject = {
    fields: STATUS_FIELDS,
    draftOf: ({ status }) => ({ status, reason: '' }),
    blank: { status: props.talent.status, reason: '' },
    errorsOf: errorsOfStatus,
    save: ({ talent, draft }: Saved) => {
      const status = textAt(draft, 'status') as FactsBody['status'] & string
      const reason = textAt(draft, 'reason').trim()
      return send(talent.id, talent.revision, { status, ...(reason && { reason }) })
    },
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={t().portrait.changeStatus}
      focus={props.focus}
      close={props.close}
    >
      {(edit) => (
        <>
          <Show when={textAt(edit.draft(), 'status') === 'left'}>
            <p class="note weak">{t().portrait.leftEffect}</p>
          </Show>
          <StatusHistory id={props.talent.id} />
        </>
      )}
    </EditDrawer>
  )
}

type Changes = { changes: Change[] }

/** How the person came to stand there. */
function StatusHistory(props: { id: string }) {
  const answer = createAsync<Changes | undefined>(() => historyOf(props.id), {
    initialValue: undefined,
  })
  const steps = () => answer.latest?.changes.filter(({ field }) => field === 'status') ?? []
  const reasonOf = (step: Change) =>
    answer.latest?.changes.find(({ field, at }) => field === 'statusReason' && at === step.at)
      ?.after
  return (
    <Show when={steps().length > 0}>
      <section>
        <h3>{t().portrait.statusHistory}</h3>
        <ol class="lines">
          <For each={steps()}>
            {(step) => (
              <li>
                <span class="row wrap">
                  {valueWord('status', step.before)} → <b>{valueWord('status', step.after)}</b>
                  <span class="hint push">{dayOf(step.at)}</span>
                </span>
                <p class="hint">{[reasonOf(step), step.by].filter(Boolean).join(t().separator)}</p>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
