import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { personName } from '../../../names.ts'
import { say, t } from '../../../words/index.ts'

type Session = OwnCultivation['sessions'][number]

/** Meetings as the mentor signed them, with additions; one taken back stays, struck out. */
export function OwnSessions(props: { own: OwnCultivation }) {
  const words = () => t().growth.own.sessions
  const shown = () => props.own.sessions.length
  return (
    <Show when={shown() > 0} fallback={<p class="second">{words().none}</p>}>
      <p class="hint">
        {shown() < props.own.sessionsInAll
          ? words().shown(shown(), props.own.sessionsInAll)
          : words().all(props.own.sessionsInAll)}
      </p>
      <ul class="own-lines">
        <For each={props.own.sessions}>{(session) => <Line session={session} />}</For>
      </ul>
    </Show>
  )
}

function Line(props: { session: Session }) {
  const words = () => t().growth.own.sessions
  const { mentoring } = t()
  const told = () => {
    const { progress, seen, nextOn } = props.session
    return [
      ...(progress ? [words().progress(mentoring.progress[progress])] : []),
      ...(seen.length > 0
        ? [words().seen(seen.map((criterion) => t().criterion[criterion]).join(t().comma))]
        : []),
      ...(nextOn ? [words().next(nextOn)] : []),
    ].join(t().clause)
  }
  return (
    <li classList={{ ended: props.session.takenBack !== null }}>
      <p class="row wrap">
        <b class="nowrap">{props.session.heldOn}</b>
        <span class="chip">{t().mentoring.way[props.session.way]}</span>
        <span>{say(props.session.topic.words)}</span>
        <span class="hint push">
          {words().by(
            personName(props.session.mentor.name),
            t().mentoring.minutes(props.session.minutes),
          )}
        </span>
      </p>
      <p>{props.session.agreed}</p>
      <Show when={told()}>
        <p class="hint">{told()}</p>
      </Show>
      <Show when={props.session.item}>
        {(item) => <p class="hint">{words().task(item().aim, item().dueOn)}</p>}
      </Show>
      <For each={props.session.additions}>
        {({ by, text }) => <p class="second">{words().added(personName(by), text)}</p>}
      </For>
      <Show when={props.session.takenBack}>
        {(taken) => <p class="note weak">{words().takenBack(taken().reason)}</p>}
      </Show>
    </li>
  )
}
