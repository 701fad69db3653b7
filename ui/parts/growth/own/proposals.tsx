import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { answerProposal, type OwnProposal, ownProposalsOf } from '../../../growth.ts'
import { personName } from '../../../names.ts'
import { t } from '../../../words/index.ts'
import { Ask } from '../../account/ask.tsx'
import { Done } from '../../account/notices.tsx'

type Asked = { proposal: OwnProposal; answer: 'agreed' | 'refused' }

/** Mentors whom an office proposes and who wait for the person's answer; nothing where none waits. */
export function OwnProposals() {
  const found = createAsync(() => ownProposalsOf())
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const answer = useAction(answerProposal)
  const open = () => (found()?.proposals ?? []).filter(({ state }) => state === 'open')
  const words = () => t().growth.own.proposals
  const name = () => personName(asked()?.proposal.mentor.name ?? '')
  const isYes = () => asked()?.answer === 'agreed'
  return (
    <Show when={open().length > 0 || said()}>
      <section class="card own-proposals" aria-labelledby="mentor-proposals">
        <div class="card-head">
          <h2 id="mentor-proposals">{words().title}</h2>
        </div>
        <div class="card-body stack">
          <Done text={said()} />
          <For each={open()}>
            {(proposal) => (
              <Proposal
                proposal={proposal}
                ask={(given) => {
                  setSaid(null)
                  setAsked({ proposal, answer: given })
                }}
              />
            )}
          </For>
        </div>
        <Ask
          isOpen={asked() !== null}
          close={() => setAsked(null)}
          title={isYes() ? words().agreeTitle(name()) : words().refuseTitle(name())}
          verb={isYes() ? words().agree : words().refuse}
          isDangerous={!isYes()}
          act={async () => {
            const now = asked()
            if (!now) return
            await answer(now.proposal.id, now.answer)
            setSaid(now.answer === 'agreed' ? words().agreed : words().refused)
            setAsked(null)
          }}
        >
          <p>{isYes() ? words().agreeText : words().refuseText}</p>
        </Ask>
      </section>
    </Show>
  )
}

function Proposal(props: { proposal: OwnProposal; ask: (answer: Asked['answer']) => void }) {
  const words = () => t().growth.own.proposals
  const { mentor, reason } = props.proposal
  return (
    <div class="statement">
      <div>
        <p class="medium">
          {words().text(personName(mentor.name))}{' '}
          <Show when={mentor.position}>{(position) => <span class="hint">{position()}</span>}</Show>
        </p>
        <Show when={reason}>
          <p class="second">
            {words().reason}
            {t().colon}
            {reason}
          </p>
        </Show>
      </div>
      <Show
        when={props.proposal.answer === null}
        fallback={<span class="hint">{words().waits}</span>}
      >
        <div class="row wrap paper-hidden">
          <button type="button" class="button primary" onClick={() => props.ask('agreed')}>
            {words().agree}
          </button>
          <button type="button" class="button" onClick={() => props.ask('refused')}>
            {words().refuse}
          </button>
        </div>
      </Show>
    </div>
  )
}
