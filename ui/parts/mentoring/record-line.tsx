import { createSignal, For, type JSX, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import type { Session } from '../../mentoring.ts'
import { say, t } from '../../words/index.ts'
import { dayInChina, shortDay } from './days.ts'
import { AddToRecord, TakeBack } from './record-acts.tsx'

/** One session as it was signed, with what was added since; `name` where the list is of several people. */
export function RecordLine(props: { session: Session; name?: string; isWhole?: boolean }) {
  const session = () => props.session
  return (
    <li classList={{ 'taken-back': session().takenBack !== null }}>
      <span class="hint record-day">{shortDay(session().heldOn)}</span>
      <div class="record-what">
        <p class="row wrap">
          <Show when={props.name}>
            <b class="medium">{props.name}</b>
          </Show>
          <span class="chip">{t().mentoring.way[session().way]}</span>
          <Show when={props.isWhole}>
            <span class="hint">{factsOf(session())}</span>
          </Show>
        </p>
        <p>{session().agreed}</p>
        <Show when={props.isWhole}>
          <Details session={session()} />
        </Show>
        <Show when={session().takenBack}>
          {(back) => (
            <p class="hint">
              {t().mentoring.records.takenBackOn(dayAndTime(back().at).slice(0, 10), back().reason)}
            </p>
          )}
        </Show>
      </div>
    </li>
  )
}

const factsOf = ({ topic, minutes, progress }: Session) =>
  [
    say(topic.words),
    t().mentoring.minutes(minutes),
    ...(progress ? [t().mentoring.records.progress(t().mentoring.progress[progress])] : []),
  ].join(t().separator)

function Details(props: { session: Session }) {
  const words = () => t().mentoring.records
  const [act, setAct] = createSignal<'add' | 'take-back' | null>(null)
  const close = () => setAct(null)
  const isOwnStill = () =>
    props.session.takenBack === null && props.session.takeBackUntil >= dayInChina()
  return (
    <>
      <Show when={props.session.item}>
        {(item) => <p class="hint">{words().item(item().aim, shortDay(item().dueOn))}</p>}
      </Show>
      <For each={props.session.cautions}>{(one) => <p class="hint">{say(one.words)}</p>}</For>
      <For each={props.session.additions}>
        {(one) => (
          <p class="record-addition">
            {one.text} <span class="hint">{words().addition(one.by, dayAndTime(one.at))}</span>
          </p>
        )}
      </For>
      <Photos session={props.session} />
      <Show when={props.session.takenBack === null}>
        <p class="row wrap">
          <ActButton act={() => setAct('add')}>{words().add}</ActButton>
          <Show when={isOwnStill()}>
            <ActButton act={() => setAct('take-back')}>{words().takeBack}</ActButton>
          </Show>
        </p>
      </Show>
      <Show when={act() === 'add'}>
        <AddToRecord session={props.session} close={close} />
      </Show>
      <Show when={act() === 'take-back'}>
        <TakeBack session={props.session} close={close} />
      </Show>
    </>
  )
}

function ActButton(props: { act: () => void; children: JSX.Element }) {
  return (
    <button type="button" class="link-button" onClick={() => props.act()}>
      {props.children}
    </button>
  )
}

function Photos(props: { session: Session }) {
  return (
    <Show when={props.session.files.length > 0}>
      <ul class="record-photos">
        <For each={props.session.files}>
          {(file) => (
            <li>
              <a href={`/api/v1/entry-files/${file.id}`} target="_blank" rel="noopener">
                {file.name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
