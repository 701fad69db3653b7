import { createAsync, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { handMenteesOver, mentorLinesOf } from '../../mentorships.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'

/** Another mentor takes all mentees of one who leaves. */
export function HandOver(props: {
  from: { id: string; name: string }
  mentees: number
  done: (text: string) => void
}) {
  const answer = createAsync(() => mentorLinesOf())
  const [to, setTo] = createSignal('')
  const [reason, setReason] = createSignal('')
  const hand = useAction(handMenteesOver)
  const words = () => t().mentorships.handing
  const choices = () =>
    (answer()?.mentors ?? [])
      .filter(({ id }) => id !== props.from.id)
      .map(({ id, name, position, mentees, menteesMax }) => ({
        value: id,
        name: words().choice([name, position].filter(Boolean).join(' '), mentees, menteesMax),
      }))
  const sending = createSending(async () => {
    const { moved } = await hand(props.from.id, to(), reason())
    props.done(words().done(moved.length, moved[0]?.to.name ?? ''))
  })
  return (
    <div class="form">
      <p class="second">{words().text(props.mentees)}</p>
      <Refusal problem={sending.problem()} />
      <Show when={answer()}>
        <SelectField
          label={words().to}
          none={words().choose}
          value={to()}
          choices={choices()}
          set={setTo}
        />
      </Show>
      <TextField
        label={words().reason}
        name="reason"
        value={reason()}
        maxlength={500}
        set={setReason}
      />
      <button
        type="button"
        class="button primary"
        aria-disabled={sending.isBusy()}
        disabled={to() === '' || reason().trim().length < 2}
        onClick={() => void sending.start()}
      >
        {sending.isBusy() ? t().accounts.working : words().do}
      </button>
    </div>
  )
}
