import { type JSX, Match, Show, Switch } from 'solid-js'
import type { ProblemDetails } from '../../client.ts'
import { whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Bar } from '../imports/bar.tsx'

type Study = {
  progress: () => { done: number; total: number } | null
  problem: () => ProblemDetails | null
  start: () => void
  stop: () => void
}

/** A card whose content is worked out when somebody asks for it: what it would say, how far it is, what it found. */
export function StudyCard(props: {
  id: string
  title: string
  hint: string
  intro: string
  start: string
  working: string
  study: Study
  isDone: boolean
  actions?: JSX.Element
  class?: string
  children: JSX.Element
}) {
  return (
    <section class={`card study ${props.class ?? ''}`} aria-labelledby={props.id}>
      <div class="card-head">
        <h2 id={props.id}>{props.title}</h2>
        <span class="hint">{props.hint}</span>
        <Show when={props.isDone}>{props.actions}</Show>
      </div>
      <Switch
        fallback={
          <div class="card-body study-begin">
            <p class="second">{props.intro}</p>
            <button type="button" class="button" onClick={() => props.study.start()}>
              {props.start}
            </button>
            <Refusal problem={props.study.problem()} />
          </div>
        }
      >
        <Match when={props.study.progress()}>
          {(progress) => <Working {...props} progress={progress()} />}
        </Match>
        <Match when={props.isDone}>{props.children}</Match>
      </Switch>
    </section>
  )
}

function Working(props: {
  working: string
  study: Study
  progress: { done: number; total: number }
}) {
  const share = () => {
    const { done, total } = props.progress
    return total === 0 ? null : done / total
  }
  const said = () =>
    props.progress.total === 0
      ? t().gaps.list.queued
      : t().gaps.list.progress(whole(props.progress.done), whole(props.progress.total))
  return (
    <div class="card-body study-begin" aria-busy="true">
      <p role="status">{props.working}</p>
      <Bar label={props.working} share={share()} />
      <div class="row">
        <span class="hint">{said()}</span>
        <button type="button" class="button slim push" onClick={() => props.study.stop()}>
          <Icon name="stop" />
          {t().gaps.list.stop}
        </button>
      </div>
    </div>
  )
}
