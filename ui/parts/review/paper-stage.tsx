import { For, Match, Show, Switch } from 'solid-js'
import type { Nominee, ShownAct, StageOfPath } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import { lineOf, noteOf } from './history-words.ts'
import { shortDay } from './say.ts'

type Given = { nominee: Nominee; stage: StageOfPath }
const p = () => t().review.paper

/** One stage on paper: what was signed at it, or room for a seal. */
export function PaperStage(props: Given) {
  return (
    <Switch fallback={<Signed {...props} />}>
      <Match when={props.stage.kind === 'joint-review' && props.nominee.departments}>
        {(departments) => (
          <>
            <ul class="paper-grid four">
              <For each={departments()}>
                {({ words, state, signedBy, answeredAt }) => (
                  <li>
                    {say(words)}
                    {t().colon}
                    {t().review.department[state]}
                    <Show when={answeredAt}>
                      {(at) => (
                        <small>{[signedBy, shortDay(at())].filter(Boolean).join(' ')}</small>
                      )}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <Lines {...props} />
          </>
        )}
      </Match>
      <Match when={props.stage.signers.length > 0}>
        <ul class="paper-grid seven">
          <For each={props.stage.signers}>
            {(signer) => (
              <li>
                <small>{say(signer.words)}</small>
                <span class="hand">{signer.name ?? '　'}</span>
                <small>{signer.at ? shortDay(signer.at) : '　'}</small>
              </li>
            )}
          </For>
        </ul>
      </Match>
    </Switch>
  )
}

function Signed(props: Given) {
  return (
    <Show
      when={actsOf(props).length > 0}
      fallback={<Seal isAhead={props.stage.state !== 'done'} />}
    >
      <Lines {...props} />
    </Show>
  )
}

function Lines(props: Given) {
  return (
    <For each={actsOf(props)}>
      {(act) => (
        <p class="paper-line">
          <span>{saidOf(act, props.nominee)}</span>
          <span class="paper-by">
            <span class="hand">{act.name}</span> {shortDay(act.at)}
          </span>
        </p>
      )}
    </For>
  )
}

/** The row names the stage already. */
function saidOf(act: ShownAct, nominee: Nominee): string {
  const line = act.kind === 'pass' ? t().review.act.pass : lineOf(act, nominee)
  return [line, noteOf(act)].filter(Boolean).join(t().clause)
}

function Seal(props: { isAhead: boolean }) {
  return (
    <p class="paper-seal">
      <span>{props.isAhead ? p().notYet : ''}</span>
      <span>
        {p().seal}　{p().day}
      </span>
    </p>
  )
}

/** Answers stand in the grid; questions on the way are no result of a stage. */
const LEFT_OUT = ['answer', 'ask', 'supplement', 'ask-again', 'excuse', 'target', 'relaxation']

function actsOf({ nominee, stage }: Given): ShownAct[] {
  const from = nominee.acts.findLast(({ kind }) => kind === 'target')?.sequence ?? 0
  return nominee.acts.filter(
    (act) =>
      act.stage === stage.id &&
      act.sequence > from &&
      !act.isSuperseded &&
      !LEFT_OUT.includes(act.kind),
  )
}
