import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { openProposalsOf, type Proposal, withdrawPair, writeAnswerDown } from '../../mentorships.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'

type Act = 'mentor' | 'talent' | 'withdraw'
type Asked = { proposal: Proposal; act: Act }

/** Pairs that wait for the mentor or the person; what was answered on paper is written down here. */
export function OpenPairs(props: { said: (text: string) => void }) {
  const found = createAsync(() => openProposalsOf())
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const withdraw = useAction(withdrawPair)
  const write = useAction(writeAnswerDown)
  const words = () => t().mentorships.pairs
  const open = () => found()?.proposals ?? []
  return (
    <Show when={open().length > 0}>
      <section class="card" aria-labelledby="pairs">
        <div class="card-head">
          <h2 id="pairs">{words().title}</h2>
          <span class="chip">{open().length}</span>
          <span class="hint">{words().hint}</span>
        </div>
        <ul class="mentees">
          <For each={open()}>
            {(proposal) => <Line proposal={proposal} ask={(act) => setAsked({ proposal, act })} />}
          </For>
        </ul>
        <Ask
          isOpen={asked() !== null}
          close={() => setAsked(null)}
          title={words().ask[asked()?.act ?? 'mentor'](
            personName(asked()?.proposal.mentor.name ?? ''),
            personName(asked()?.proposal.talent.name ?? ''),
          )}
          verb={words().verbs[asked()?.act ?? 'mentor']}
          isDangerous={asked()?.act === 'withdraw'}
          act={async () => {
            const now = asked()
            if (!now) return
            const name = personName(now.proposal.talent.name)
            if (now.act === 'withdraw') {
              await withdraw(now.proposal.id)
              return props.said(words().done.withdraw(name))
            }
            const { state } = await write(now.proposal.id, now.act, 'agreed')
            props.said(
              state === 'begun'
                ? t().mentorships.began(personName(now.proposal.mentor.name), name)
                : words().done[now.act](name),
            )
          }}
        >
          <p>{words().effect[asked()?.act ?? 'mentor']}</p>
        </Ask>
      </section>
    </Show>
  )
}

function Line(props: { proposal: Proposal; ask: (act: Act) => void }) {
  const words = () => t().mentorships.pairs
  const { mentor, talent, village, reason, cautions } = props.proposal
  const waits = (['mentor', 'talent'] as const).filter(
    (who) => props.proposal[`${who}Answer`] === null,
  )
  return (
    <li class="suggested">
      <div>
        <p>
          <span class="medium">{personName(mentor.name)}</span>{' '}
          <span class="hint">{words().for}</span>{' '}
          <A class="medium" href={`/talents/${talent.id}`}>
            {personName(talent.name)}
          </A>{' '}
          <span class="hint">{placeName(village.name)}</span>
        </p>
        <Show when={reason}>
          <p class="second">{reason}</p>
        </Show>
        <p class="hint">{waits.map((who) => words().waits[who]).join(t().clause)}</p>
        <For each={cautions}>{(caution) => <p class="second caution">{say(caution.words)}</p>}</For>
      </div>
      <div class="row wrap push">
        <For each={waits}>
          {(who) => (
            <button type="button" class="button slim" onClick={() => props.ask(who)}>
              {words().write[who]}
            </button>
          )}
        </For>
        <button type="button" class="button slim" onClick={() => props.ask('withdraw')}>
          {words().withdraw}
        </button>
      </div>
    </li>
  )
}
