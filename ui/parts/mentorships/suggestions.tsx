import { A, createAsync, useAction } from '@solidjs/router'
import { For, Show } from 'solid-js'
import {
  openProposalsOf,
  proposePair,
  type Suggested,
  suggestedMentorsOf,
} from '../../mentorships.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { createSome, ShowAll } from '../show-all.tsx'

const FIRST = 6

/** Mentors who would fit one person, each with the reasons; proposing asks both and begins nothing by itself. */
export function Suggestions(props: {
  talent: string
  said: (text: string) => void
  close: () => void
}) {
  const answer = createAsync(() => suggestedMentorsOf(props.talent))
  const open = createAsync(() => openProposalsOf())
  const isProposed = (mentor: string) =>
    (open.latest?.proposals ?? []).some(
      (one) => one.talent.id === props.talent && one.mentor.id === mentor,
    )
  const some = createSome(() => answer.latest?.mentors ?? [], FIRST)
  const words = () => t().mentorships.suggest
  return (
    <Show when={answer()}>
      {(known) => (
        <section class="card" aria-labelledby="suggested">
          <div class="card-head">
            <h2 id="suggested">{words().title(personName(known().talent.name))}</h2>
            <span class="hint">{words().hint}</span>
            <A class="push small" href={`/talents/${props.talent}`}>
              {words().portrait}
            </A>
            <button type="button" class="button slim" onClick={() => props.close()}>
              {words().close}
            </button>
          </div>
          <ul class="mentees">
            <For each={some.shown()} fallback={<li class="hint">{words().none}</li>}>
              {(mentor) => (
                <Line
                  mentor={mentor}
                  talent={known().talent}
                  isProposed={isProposed(mentor.id)}
                  said={() =>
                    props.said(words().proposed(mentor.name, personName(known().talent.name)))
                  }
                />
              )}
            </For>
          </ul>
          <ShowAll hidden={some.hidden()} show={some.showAll} />
        </section>
      )}
    </Show>
  )
}

function Line(props: {
  mentor: Suggested
  talent: { id: string; name: string }
  isProposed: boolean
  said: () => void
}) {
  const words = () => t().mentorships.suggest
  const propose = useAction(proposePair)
  const reasons = () => props.mentor.reasons.map((reason) => say(reason.words)).join(t().clause)
  const sending = createSending(async () => {
    await propose(props.mentor.id, props.talent.id, reasons())
    props.said()
  })
  const state = () => {
    if (props.mentor.isMentor) return words().isMentor
    if (props.isProposed) return words().sent
    return props.mentor.isFull ? words().isFull : null
  }
  return (
    <li class="suggested">
      <div>
        <p>
          <span class="medium">{personName(props.mentor.name)}</span>{' '}
          <span class="hint">{props.mentor.position}</span>
        </p>
        <p class="second">{reasons()}</p>
        <For each={props.mentor.cautions}>
          {(caution) => <p class="second caution">{say(caution.words)}</p>}
        </For>
        <Refusal problem={sending.problem()} />
      </div>
      <Show
        when={state()}
        fallback={
          <button
            type="button"
            class="button slim push"
            aria-label={words().proposeOf(props.mentor.name)}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {words().propose}
          </button>
        }
      >
        {(text) => <span class="chip push">{text()}</span>}
      </Show>
    </li>
  )
}
