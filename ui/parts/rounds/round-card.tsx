import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { Round } from '../../rounds.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { stagesFor } from './stages.ts'

/** A round with its days, its people and its procedure in words. */
export function RoundCard(props: {
  round: Round
  change: (round: Round) => void
  close: (round: Round) => void
}) {
  const has = useRoles()
  const round = () => props.round
  const isOpen = () => round().state === 'open'
  const id = () => `round-${round().id}`
  return (
    <section class="card round-card" aria-labelledby={id()}>
      <div class="card-head">
        <h2 id={id()}>{round().name}</h2>
        <span class="chip">{t().rounds.kind[round().kind]}</span>
        <span class={`pill ${isOpen() ? 'met' : ''}`}>{t().rounds.state[round().state]}</span>
        <div class="row wrap push">
          <A class="button slim" href={`/rounds/${round().id}/board`}>
            {t().rounds.board}
          </A>
          <A class="button slim" href={`/review?${new URLSearchParams({ round: round().id })}`}>
            {t().rounds.queue}
          </A>
          <Show when={has('county') && isOpen()}>
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              onClick={() => props.change(round())}
            >
              {t().rounds.change}
            </button>
            <button
              type="button"
              class="button slim danger"
              aria-haspopup="dialog"
              onClick={() => props.close(round())}
            >
              {t().rounds.close}
            </button>
          </Show>
        </div>
      </div>
      <Facts round={round()} />
      <Procedure kind={round().kind} stages={round().stages} />
      <p class="hint round-foot">
        {[
          t().rounds.procedureHint,
          t().rounds.departments(round().departments.length),
          t().rounds.policy(round().policyVersion),
        ].join(t().separator)}
      </p>
    </section>
  )
}

function Facts(props: { round: Round }) {
  const round = () => props.round
  const window = () => (round().state === 'closed' ? null : t().rounds.windowState[round().window])
  return (
    <ul class="round-facts">
      <li>
        {t().rounds.window(round().opensOn, round().closesOn)}
        <Show when={window()}>{(state) => <span class="hint">{state()}</span>}</Show>
      </li>
      <li>
        <Show when={round().term} fallback={t().rounds.noTerm}>
          {(term) => <>{t().rounds.term(term().startsOn, term().endsOn)}</>}
        </Show>
      </li>
      <li>
        {round().nominees === 0
          ? t().rounds.noNominees
          : t().rounds.nominees(whole(round().nominees), whole(round().open))}
      </li>
      <Show when={round().closedAt}>
        {(at) => <li>{t().rounds.closedOn(at().slice(0, 10))}</li>}
      </Show>
    </ul>
  )
}

type Stages = { id: string; kind: string; words: Round['stages'][number]['words']; days: number }[]

/** The stages in their order, with the working days of each. */
export function Procedure(props: { kind: Round['kind']; stages: Stages }) {
  return (
    <ol class="procedure-line" aria-label={t().rounds.procedure}>
      <For each={stagesFor(props.kind, props.stages)}>
        {({ words, days }) => <li>{t().rounds.stage(say(words), days)}</li>}
      </For>
    </ol>
  )
}
