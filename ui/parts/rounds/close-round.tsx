import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { whole } from '../../format.ts'
import { type Board, boardOf, closeRound, type Round } from '../../rounds.ts'
import { say, t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { Skeleton } from '../states.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

type Asked = { round: Round; close: () => void; say: (text: string) => void }

/** Closes a round: who is open still, what becomes of them, why, and the name once more. */
export function CloseRound(props: Asked) {
  const board = createAsync(() => boardOf(props.round.id))
  return (
    <Panel isOpen onClose={props.close} title={t().rounds.closing.title(props.round.name)}>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Show when={board()}>{(known) => <Form {...props} board={known()} />}</Show>
      </Suspense>
    </Panel>
  )
}

type Rest = 'refuse' | 'not-chosen'

function Form(props: Asked & { board: Board }) {
  const [rest, setRest] = createSignal<Rest>('refuse')
  const [reason, setReason] = createSignal('')
  const [typed, setTyped] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const send = useAction(closeRound)
  const open = () => props.board.totals.open
  const words = () => t().rounds.closing
  const sending = createSending(async () => {
    await send(props.round.id, { reason: reason().trim(), rest: rest() })
    props.say(t().rounds.closed(props.round.name))
    props.close()
  })
  const isSame = () => typed().trim() === props.round.name
  function submit() {
    setTried(true)
    if (isSame() && reason().trim() !== '') void sending.start()
  }
  const isAll = () => open() > 0 && rest() === 'not-chosen'
  const mayClose = () => open() === 0 || isAll()
  return (
    <Show when={mayClose()} fallback={<Stays {...props} rest={rest()} setRest={setRest} />}>
      <DialogForm
        sending={sending}
        verb={isAll() ? words().doAll(whole(open())) : words().do}
        busy={words().doing}
        isDanger
        submit={submit}
        cancel={props.close}
      >
        <StillOpen board={props.board} round={props.round} />
        <Show when={open() > 0}>
          <RestChoice rest={rest()} set={setRest} />
        </Show>
        <TextArea
          label={words().reason}
          hint={words().reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          maxlength={500}
          error={isTried() && reason().trim() === '' ? words().needReason : undefined}
        />
        <TextField
          label={words().type(props.round.name)}
          name="confirmation"
          value={typed()}
          set={setTyped}
          error={isTried() && !isSame() ? words().typeOff : undefined}
        />
        <p class="hint">{words().effect}</p>
      </DialogForm>
    </Show>
  )
}

/** The choice to settle first leaves nothing to send: the way out is the board. */
function Stays(props: Asked & { board: Board; rest: Rest; setRest: (rest: Rest) => void }) {
  return (
    <div class="form">
      <StillOpen board={props.board} round={props.round} />
      <RestChoice rest={props.rest} set={props.setRest} />
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.close()}>
          {t().rounds.form.leave}
        </button>
        <a class="button primary push" href={`/rounds/${props.round.id}/board`}>
          {t().rounds.toBoard}
        </a>
      </div>
    </div>
  )
}

function StillOpen(props: { board: Board; round: Round }) {
  const named = () => new Map(props.round.stages.map(({ id, words }) => [id, words]))
  const nameOf = (id: string) => {
    const words = named().get(id)
    return words ? say(words) : id
  }
  return (
    <Show
      when={props.board.totals.open > 0}
      fallback={<p class="note">{t().rounds.closing.none}</p>}
    >
      <div class="note weak">
        <div>
          <p class="strong">{t().rounds.closing.open(whole(props.board.totals.open))}</p>
          <ul class="round-open">
            <For each={props.board.stages}>
              {({ stage, count }) => (
                <li>{t().rounds.closing.openAt(nameOf(stage), whole(count))}</li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Show>
  )
}

function RestChoice(props: { rest: Rest; set: (rest: Rest) => void }) {
  const hint = (one: Rest) =>
    one === 'refuse' ? t().rounds.closing.refuseText : t().rounds.closing.notChosenText
  return (
    <fieldset class="round-kinds">
      <legend>{t().rounds.closing.rest}</legend>
      <For each={['refuse', 'not-chosen'] as const}>
        {(one) => (
          <label class="tick">
            <input
              type="radio"
              name="rest"
              checked={props.rest === one}
              onChange={() => props.set(one)}
            />
            <span>
              <span class="medium">{t().rounds.closing[one]}</span>
              <span class="hint block">{hint(one)}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
