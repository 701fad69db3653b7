import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  type OwnNomination,
  openRoundsOf,
  ownNominationsOf,
  withdrawOneself,
} from '../../applying.ts'
import { placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { Mark, type State } from '../mark.tsx'
import { DialogForm } from './dialog-form.tsx'
import { ProposeForm } from './propose-form.tsx'
import { TextArea } from './text-area.tsx'
import { dayOf } from './when.ts'

/** In which rounds one stands, where each is, who acts next; and the ways in and out. */
export function OwnNominations() {
  const own = createAsync(() => ownNominationsOf())
  const open = createAsync(() => openRoundsOf())
  const [act, setAct] = createSignal<'propose' | OwnNomination | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const nominations = () => own()?.nominations ?? []
  /** Rounds of today in which one stands not at all, or on the way and not by oneself. */
  const rounds = () =>
    (open()?.rounds ?? []).filter(({ id }) => {
      const there = nominations().find(({ round }) => round.id === id)
      return !there || (there.state === 'open' && !there.isOwn)
    })
  const close = () => setAct(null)
  const leaving = () => {
    const now = act()
    return now !== null && now !== 'propose' ? now : null
  }
  function done(text: string) {
    setSaid(text)
    close()
  }
  return (
    <section class="card" aria-labelledby="nominations">
      <div class="card-head">
        <h2 id="nominations">{t().apply.own.title}</h2>
        <Show when={rounds().length > 0}>
          <button
            type="button"
            class="button push paper-hidden"
            onClick={() => {
              setSaid(null)
              setAct('propose')
            }}
          >
            {t().apply.own.propose}
          </button>
        </Show>
      </div>
      <div class="card-body stack">
        <Done text={said()} />
        <Show
          when={nominations().length > 0}
          fallback={
            <p class="second">
              {rounds().length > 0 ? t().apply.own.none : t().apply.own.noneClosed}
            </p>
          }
        >
          <ul class="own-nominations">
            <For each={nominations()}>
              {(nomination) => (
                <Nomination
                  nomination={nomination}
                  withdraw={() => {
                    setSaid(null)
                    setAct(nomination)
                  }}
                />
              )}
            </For>
          </ul>
        </Show>
      </div>
      <Panel isOpen={act() === 'propose'} onClose={close} title={t().apply.own.proposeTitle}>
        <Show when={open()}>
          {(known) => (
            <ProposeForm
              open={{ ...known(), rounds: rounds() }}
              cancel={close}
              done={() => done(t().apply.own.proposed)}
            />
          )}
        </Show>
      </Panel>
      <Panel
        isOpen={leaving() !== null}
        onClose={close}
        title={t().apply.own.withdrawTitle(leaving()?.round.name ?? '')}
      >
        <Show when={leaving()}>
          {(nomination) => (
            <Leave
              nominee={nomination().nominee}
              cancel={close}
              done={() => done(t().apply.own.withdrawn)}
            />
          )}
        </Show>
      </Panel>
    </section>
  )
}

const MARKS: Record<OwnNomination['state'], State> = {
  ...{ open: 'unknown', settled: 'met', stopped: 'weak', withdrawn: 'unknown' },
}

function Nomination(props: { nomination: OwnNomination; withdraw: () => void }) {
  const seat = () => {
    const { village, posts } = props.nomination
    const named = posts.map((post) => t().shortlist.postName[post]).join(t().comma)
    return village ? t().apply.own.at(placeName(village.name), named) : t().apply.own.poolOnly
  }
  const isOpen = () => props.nomination.state === 'open'
  return (
    <li>
      <p class="row wrap">
        <b>{props.nomination.round.name}</b>
        <span class={`pill ${MARKS[props.nomination.state]}`}>
          <Mark state={MARKS[props.nomination.state]} />
          {t().apply.own.states[props.nomination.state]}
        </span>
        <span class="hint push">
          {t().apply.own.nominatedOn(dayOf(props.nomination.nominatedOn))}
        </span>
      </p>
      <p class="second">
        {seat()}
        <span class="hint">
          {t().separator}
          {props.nomination.isOwn ? t().apply.own.self : t().apply.own.others}
        </span>
      </p>
      <Show when={isOpen()} fallback={<p>{say(props.nomination.words)}</p>}>
        <dl class="own-stage">
          <Show when={props.nomination.stage}>
            {(stage) => (
              <div>
                <dt>{t().apply.own.stage}</dt>
                <dd>
                  <b>{say(stage())}</b>{' '}
                  <span class="hint">
                    {t().apply.own.since(dayOf(props.nomination.stageSince))}
                  </span>
                </dd>
              </div>
            )}
          </Show>
          <Show when={props.nomination.next}>
            {(next) => (
              <div>
                <dt>{t().apply.own.next}</dt>
                <dd>{say(next())}</dd>
              </div>
            )}
          </Show>
        </dl>
        <button
          type="button"
          class="button danger self-start paper-hidden"
          onClick={() => props.withdraw()}
        >
          {t().apply.own.withdraw}
        </button>
      </Show>
      <Show when={props.nomination.talk}>
        {(talk) => <p class="note">{t().apply.own.talk[talk()]}</p>}
      </Show>
    </li>
  )
}

function Leave(props: { nominee: string; done: () => void; cancel: () => void }) {
  const withdraw = useAction(withdrawOneself)
  const [reason, setReason] = createSignal('')
  const sending = createSending(async () => {
    await withdraw(props.nominee, reason())
    props.done()
  })
  return (
    <DialogForm
      sending={sending}
      verb={t().apply.own.withdrawDo}
      busy={t().apply.own.withdrawing}
      isDanger
      submit={() => void sending.start()}
      cancel={() => props.cancel()}
    >
      <ul class="bullets">
        <For each={t().apply.own.withdrawEffects}>{(text) => <li>{text}</li>}</For>
      </ul>
      <TextArea
        label={t().apply.own.withdrawReason}
        name="reason"
        maxlength={500}
        value={reason()}
        set={setReason}
      />
    </DialogForm>
  )
}
