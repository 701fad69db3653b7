import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Movement, movementsOf, takeMovementBack } from '../../checks.ts'
import { personName, placeName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from './dialog-form.tsx'
import { MovementForm } from './movement-form.tsx'
import { TextArea } from './text-area.tsx'

const OUTSIDE = ['registered', 'in-pool']
const INSIDE = ['reserve', 'trial-post']

/** Where the status leads: into the reserves, out of them, or nowhere for now. */
function directionOf(status: string): 'in' | 'out' | null {
  if (OUTSIDE.includes(status)) return 'in'
  return INSIDE.includes(status) ? 'out' : null
}

/** The decisions by which somebody became a reserve or no longer is one (S3.2 五进五退). */
export function MovementsCard(props: { talent: TalentRecord }) {
  const answer = createAsync(() => movementsOf(props.talent.id))
  const [isOpen, setOpen] = createSignal(false)
  const [back, setBack] = createSignal<Movement | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const words = () => t().movements
  const direction = () => directionOf(props.talent.status)
  const tell = (text: string) => {
    setSaid(text)
    setOpen(false)
    setBack(null)
  }
  return (
    <section class="card" aria-labelledby="movements">
      <div class="card-head">
        <h2 id="movements">{words().title}</h2>
        <Show when={props.talent.mayEdit && direction()}>
          <button
            type="button"
            class="button slim push"
            aria-haspopup="dialog"
            onClick={() => {
              setSaid(null)
              setOpen(true)
            }}
          >
            {words().record}
          </button>
        </Show>
      </div>
      <div class="card-body">
        <Done text={said()} />
        <ol class="lines">
          <For each={answer.latest?.movements} fallback={<li class="hint">{words().empty}</li>}>
            {(one) => (
              <Line
                one={one}
                takeBack={() => {
                  setSaid(null)
                  setBack(one)
                }}
              />
            )}
          </For>
        </ol>
      </div>
      <Panel
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={words().recordTitle(personName(props.talent.name))}
      >
        <Show when={direction()}>
          {(known) => (
            <MovementForm
              talent={props.talent}
              direction={known()}
              cancel={() => setOpen(false)}
              done={tell}
            />
          )}
        </Show>
      </Panel>
      <Panel isOpen={back() !== null} onClose={() => setBack(null)} title={words().takeBackTitle}>
        <Show when={back()}>
          {(one) => (
            <TakeBack
              talent={props.talent}
              one={one()}
              cancel={() => setBack(null)}
              done={() => tell(words().back)}
            />
          )}
        </Show>
      </Panel>
    </section>
  )
}

function Line(props: { one: Movement; takeBack: () => void }) {
  const words = () => t().movements
  const one = () => props.one
  return (
    <li classList={{ superseded: one().takenBackOn !== null }}>
      <span class="row wrap">
        <span class="medium">
          {words().directions[one().direction]}
          {t().separator}
          {words().ways[one().way]}
        </span>
        <span class="hint push">{one().on}</span>
      </span>
      <Show when={one().village}>
        {(village) => <p class="second">{placeName(village().name)}</p>}
      </Show>
      <p class="second">{one().reason}</p>
      <p class="row wrap">
        <span class="hint">
          {[
            words().by(personName(one().by), one().signedOn),
            ...(one().takenBackOn ? [words().takenBack(one().takenBackOn!)] : []),
          ].join(t().separator)}
        </span>
        <Show when={one().mayTakeBack}>
          <button type="button" class="button slim push" onClick={() => props.takeBack()}>
            {words().takeBack}
          </button>
        </Show>
      </p>
    </li>
  )
}

/** Letters that a reason has at least. */
const LEAST = 4

function TakeBack(props: {
  talent: TalentRecord
  one: Movement
  cancel: () => void
  done: () => void
}) {
  const [reason, setReason] = createSignal('')
  const [isAsked, setAsked] = createSignal(false)
  const send = useAction(takeMovementBack)
  const sending = createSending(async () => {
    await send(props.talent.id, props.one.id, props.talent.revision, reason().trim())
    props.done()
  })
  const lacks = () => reason().trim().length < LEAST
  return (
    <DialogForm
      sending={sending}
      fields={['reason']}
      verb={t().movements.takeBackDo}
      busy={t().movements.saving}
      isDanger
      submit={() => {
        setAsked(true)
        if (!lacks()) void sending.start()
      }}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().movements.takeBackEffect}</p>
      <TextArea
        label={t().movements.reason}
        hint={t().movements.reasonHint}
        error={isAsked() && lacks() ? t().movements.needReason : sending.errorAt('reason')}
        name="reason"
        value={reason()}
        set={setReason}
      />
    </DialogForm>
  )
}
