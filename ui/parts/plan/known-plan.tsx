import { revalidate } from '@solidjs/router'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { personName } from '../../names.ts'
import { type PlanQuestion, planOf, plansOf } from '../../queries.ts'
import type { PlanAnswer, PlanList, PlanResult, SolvedPlan, TownshipOfPlaces } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import type { Draft } from './draft.ts'
import { PlanOutcome } from './plan-outcome.tsx'
import { createRun, isOpen } from './run.ts'
import { RunningCard } from './run-card.tsx'

export type Known = {
  plan: PlanAnswer
  scope: string
  /** Of a plan of the whole county; none of a township's own. */
  townships: TownshipOfPlaces[]
  limits: PlanList['limits']['county']
  draft: Draft
  /** What a plan is called on this page. */
  nameOf: (id: string) => string
  begin: (question: Omit<PlanQuestion, 'township'>) => Promise<void>
  /** The newest plan with a result, and how to open it. */
  lastDone: string | null
  choose: (id: string) => void
}

/** A plan by how far it is: waiting, running, solved, or without a result. */
export function KnownPlan(props: Known) {
  const run = createRun(
    () => props.plan.id,
    () => isOpen(props.plan),
    () => void revalidate([planOf.keyFor(props.plan.id), plansOf.key]),
  )
  const solved = createMemo((): SolvedPlan | undefined =>
    props.plan.result?.status === 'solved' ? props.plan.result : undefined,
  )
  const running = () => {
    const { status } = props.plan
    return status === 'queued' || status === 'running' ? status : undefined
  }
  return (
    <Switch fallback={<Nothing {...props} />}>
      <Match when={running()}>
        {(status) => (
          <RunningCard
            id={props.plan.id}
            status={status()}
            ahead={run.ahead() ?? props.plan.ahead}
            limitSeconds={props.plan.request.timeLimitSeconds ?? props.limits.timeLimitSeconds}
            events={run.events()}
            restarted={run.restarted()}
            isLost={run.isLost()}
          />
        )}
      </Match>
      <Match when={solved()}>{(done) => <PlanOutcome {...props} solved={done()} />}</Match>
      <Match when={props.plan.result}>{(result) => <Impossible result={result()} />}</Match>
    </Switch>
  )
}

/** Why there is no result: cancelled, emptied by an erasure, or failed. */
function Nothing(props: Pick<Known, 'plan' | 'lastDone' | 'choose' | 'nameOf'>) {
  const isFailed = () => props.plan.status === 'failed'
  const text = () => {
    const { status, failure } = props.plan
    if (failure) return say(failure.detail)
    if (status === 'cancelled') return t().plan.cancelled
    return status === 'done' ? t().plan.emptied : t().plan.failed
  }
  return (
    <section class="card failure" role={isFailed() ? 'alert' : 'status'}>
      <p class="note" classList={{ missed: isFailed() }}>
        {text()}
      </p>
      <Show when={props.lastDone !== props.plan.id && props.lastDone}>
        {(id) => (
          <div class="row">
            <button type="button" class="button" onClick={() => props.choose(id())}>
              {t().planning.openDraft(props.nameOf(id()))}
            </button>
          </div>
        )}
      </Show>
    </section>
  )
}

function Impossible(props: { result: PlanResult }) {
  const nameOf = (id: string) =>
    personName(props.result.people.find((person) => person.id === id)?.name ?? id)
  return (
    <section class="card failure" role="alert">
      <h2>{t().plan.impossible}</h2>
      <Show when={props.result.status === 'impossible' && props.result}>
        {(result) => (
          <ul class="bullets">
            <For each={result().conflicts}>
              {(conflict) => (
                <li>
                  {say(conflict.words)}{' '}
                  {conflict.pins.map(({ talent }) => nameOf(talent)).join(t().comma)}
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </section>
  )
}
