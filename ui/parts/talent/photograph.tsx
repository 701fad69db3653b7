import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { removePhotograph, restorePhotograph } from '../../appointment-forms.ts'
import { personName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'

/** The photograph where there is one, else the first sign of the name; it opens larger, and can be removed there. */
export function Photograph(props: { talent: TalentRecord }) {
  const words = () => t().appointmentForms.picture
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Show
        when={props.talent.photograph}
        fallback={
          <span class="avatar huge" aria-hidden="true">
            {props.talent.name.charAt(0)}
          </span>
        }
      >
        {(photograph) => (
          <button
            type="button"
            class="photograph-button"
            aria-label={words().open(personName(props.talent.name))}
            onClick={() => setOpen(true)}
          >
            <img class="photograph" src={addressOf(props.talent.id, photograph().id)} alt="" />
          </button>
        )}
      </Show>
      <Panel
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={words().of(personName(props.talent.name))}
      >
        <Larger talent={props.talent} />
      </Panel>
    </>
  )
}

function Larger(props: { talent: TalentRecord }) {
  const words = () => t().appointmentForms.picture
  const [act, undo] = [useAction(removePhotograph), useAction(restorePhotograph)]
  const [said, setSaid] = createSignal<string | null>(null)
  const whose = () => ({ id: props.talent.id, revision: props.talent.revision })
  const removing = createSending(async () => {
    await act(whose())
    setSaid(words().removed)
  })
  const restoring = createSending(async () => {
    await undo(whose())
    setSaid(words().restored)
  })
  return (
    <div class="form">
      <Done text={said()} />
      <Refusal problem={removing.problem() ?? restoring.problem()} />
      <Show
        when={props.talent.photograph}
        fallback={
          <button
            type="button"
            class="button"
            aria-disabled={restoring.isBusy()}
            onClick={() => void restoring.start()}
          >
            {restoring.isBusy() ? words().restoring : words().restore}
          </button>
        }
      >
        {(photograph) => (
          <>
            <img
              class="photograph larger"
              src={addressOf(props.talent.id, photograph().id)}
              alt={words().of(personName(props.talent.name))}
            />
            <p class="hint">{words().came(photograph().addedAt.slice(0, 10))}</p>
            <Show when={props.talent.mayEdit}>
              <p class="hint">{words().sure}</p>
              <button
                type="button"
                class="button danger"
                aria-disabled={removing.isBusy()}
                onClick={() => void removing.start()}
              >
                {removing.isBusy() ? words().removing : words().remove}
              </button>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

/** Another photograph has another address, so that none is shown from memory. */
const addressOf = (talent: string, photograph: string) =>
  `/api/v1/talents/${talent}/photograph?of=${photograph}`
