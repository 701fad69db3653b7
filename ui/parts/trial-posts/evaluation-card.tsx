import { useAction, useNavigate } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import {
  closeEvaluation,
  type Evaluation,
  replaceCodes,
  setSlips,
  type TrialPostView,
} from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Icon } from '../icon.tsx'
import { today } from '../talent/when.ts'
import { OpenForm } from './open-form.tsx'
import { PapersForm } from './papers-form.tsx'
import { ResultsShown } from './results.tsx'

type Given = { trial: TrialPostView; say: (text: string) => void }

/** What colleagues and representatives are asked: none yet, open, or what came of it. */
export function EvaluationCard(props: Given) {
  const [isOpening, setOpening] = createSignal(false)
  const latest = () => props.trial.evaluations[0]
  const mayOpen = () =>
    props.trial.mayChange && props.trial.state === 'running' && latest()?.state !== 'open'
  const words = () => t().trialPosts.open
  return (
    <section class="card" aria-labelledby="trial-evaluation">
      <div class="card-head">
        <h2 id="trial-evaluation">{words().title}</h2>
        <Show when={latest()?.state === 'closed' && latest()}>
          {(closed) => (
            <span class="hint">{t().trialPosts.results.closedOn(closed().closesOn)}</span>
          )}
        </Show>
        <Show when={mayOpen()}>
          <button
            type="button"
            class="button slim push"
            classList={{ primary: !latest() }}
            aria-haspopup="dialog"
            onClick={() => setOpening(true)}
          >
            {words().do}
          </button>
        </Show>
      </div>
      <Switch fallback={<None mayOpen={mayOpen()} />}>
        <Match when={latest()?.state === 'open' && latest()}>
          {(open) => <Running {...props} evaluation={open()} />}
        </Match>
        <Match when={latest()}>
          {(closed) => <ResultsShown results={closed().results} answersMin={closed().answersMin} />}
        </Match>
      </Switch>
      <Show when={isOpening()}>
        <OpenForm trial={props.trial} close={() => setOpening(false)} />
      </Show>
    </section>
  )
}

function None(props: { mayOpen: boolean }) {
  return (
    <div class="card-body">
      <p class="medium">{t().trialPosts.open.none}</p>
      <Show when={props.mayOpen}>
        <p class="second trial-text">{t().trialPosts.open.noneText}</p>
      </Show>
    </div>
  )
}

function Running(props: Given & { evaluation: Evaluation }) {
  const [asking, setAsking] = createSignal<'close' | 'codes' | 'papers' | null>(null)
  const navigate = useNavigate()
  const close = useAction(closeEvaluation)
  const replace = useAction(replaceCodes)
  const words = () => t().trialPosts
  const one = () => props.evaluation
  const stop = () => setAsking(null)
  async function renew() {
    const { codes } = await replace(one().id)
    setSlips({ trial: props.trial, closesOn: one().closesOn, codes })
    navigate(`/trial-posts/${props.trial.id}/print?sheet=codes`)
  }
  return (
    <div class="card-body trial-running">
      <Progress evaluation={one()} />
      <p class="second">{words().running.hidden}</p>
      <Show when={props.trial.mayChange}>
        <p class="second">
          {words().running.address}
          {t().colon}
          <b class="trial-address">{`${location.origin}/evaluate`}</b>
        </p>
        <div class="row wrap">
          <button
            type="button"
            class="button"
            aria-haspopup="dialog"
            onClick={() => setAsking('papers')}
          >
            <Icon name="pencil" />
            {words().running.papers}
          </button>
          <a class="button" href={`/trial-posts/${props.trial.id}/print?sheet=form`}>
            {words().running.print}
          </a>
          <button
            type="button"
            class="button"
            aria-haspopup="dialog"
            onClick={() => setAsking('codes')}
          >
            {words().running.codes}
          </button>
          <button
            type="button"
            class="button primary push"
            aria-haspopup="dialog"
            onClick={() => setAsking('close')}
          >
            {words().running.close}
          </button>
        </div>
      </Show>
      <Ask
        isOpen={asking() === 'close'}
        close={stop}
        title={words().closing.title}
        verb={words().closing.do}
        leave={t().accounts.cancel}
        act={async () => {
          await close(one().id)
          props.say(words().closing.done)
        }}
      >
        <Effects of={[shownText(one()), ...words().closing.effects]} />
      </Ask>
      <Ask
        isOpen={asking() === 'codes'}
        close={stop}
        title={words().replacing.title}
        verb={words().replacing.do}
        isDangerous
        act={renew}
      >
        <Effects of={words().replacing.effects} />
      </Ask>
      <Show when={asking() === 'papers'}>
        <PapersForm evaluation={one()} close={stop} say={props.say} />
      </Show>
    </div>
  )
}

/** Answers that are too few show nothing for good. */
function shownText({ answers, answersMin }: Evaluation): string {
  const words = t().trialPosts.closing
  return answers < answersMin ? words.few(answers, answersMin) : words.enough
}

function Effects(props: { of: readonly string[] }) {
  return (
    <ul class="bullets">
      <For each={props.of}>{(text) => <li>{text}</li>}</For>
    </ul>
  )
}

function Progress(props: { evaluation: Evaluation }) {
  const words = () => t().trialPosts.running
  const one = () => props.evaluation
  const asked = () => one().issued.colleague + one().issued.representative
  const facts = () => [
    ...(one().onPaper > 0 ? [words().onPaper(one().onPaper)] : []),
    one().closesOn < today() ? words().over(one().closesOn) : words().until(one().closesOn),
    words().least(one().answersMin),
  ]
  return (
    <div class="trial-line">
      <p class="trial-answered">
        <b>{words().answered(one().answers, asked())}</b>
        <span class="hint">{facts().join(t().separator)}</span>
      </p>
      <div
        class="trial-bar"
        role="img"
        aria-label={words().answered(one().answers, asked())}
        style={{ '--least': `${(one().answersMin / Math.max(1, asked())) * 100}%` }}
      >
        <i style={{ width: `${(one().answers / Math.max(1, asked())) * 100}%` }} />
        <u />
      </div>
      <p class="hint">{words().issued(one().issued.colleague, one().issued.representative)}</p>
    </div>
  )
}
