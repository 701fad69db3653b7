import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { answerProposal, type MentoringHome } from '../../mentoring.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { sayText } from './said.ts'

type Proposal = MentoringHome['proposals'][number]

/** Pairs that an office proposes; they begin once both agreed. */
export function Proposals(props: { proposals: readonly Proposal[] }) {
  return (
    <Show when={props.proposals.length > 0}>
      <section class="card" aria-labelledby="proposals-title">
        <div class="card-head">
          <h2 id="proposals-title">{t().mentoring.mine.proposals}</h2>
          <span class="hint">{t().mentoring.mine.proposalsHint}</span>
        </div>
        <ul class="waiting-list">
          <For each={props.proposals}>{(proposal) => <Line proposal={proposal} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function Line(props: { proposal: Proposal }) {
  const words = () => t().mentoring.mine
  const [isAsking, setAsking] = createSignal(false)
  const answer = useAction(answerProposal)
  const name = () => personName(props.proposal.talent.name)
  const agreeing = createSending(async () => {
    await answer(props.proposal.id, 'agreed')
    sayText(words().agreed(name()))
  })
  return (
    <li>
      <p class="waiting-line">
        <b class="medium">{name()}</b>
        <span class="hint">{placeName(props.proposal.village.name)}</span>
      </p>
      <Show when={props.proposal.reason}>
        <p class="second waiting-text">{props.proposal.reason}</p>
      </Show>
      <Refusal problem={agreeing.problem()} />
      <div class="row wrap">
        <button
          type="button"
          class="button primary"
          aria-disabled={agreeing.isBusy()}
          onClick={() => void agreeing.start()}
        >
          {agreeing.isBusy() ? words().answering : words().agree}
        </button>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {words().refuse}
        </button>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().askRefuse(name())}
        verb={words().refuse}
        isDangerous
        act={async () => {
          await answer(props.proposal.id, 'refused')
          sayText(words().refusedSaid(name()))
        }}
      >
        <p class="second">{words().refuseText}</p>
      </Ask>
    </li>
  )
}
