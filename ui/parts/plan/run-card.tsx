import { useAction } from '@solidjs/router'
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { duration, gapPercent } from '../../format.ts'
import { cancelPlan, stopPlan } from '../../queries.ts'
import { say, t, type Words } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Figures } from './figures.tsx'
import { ProgressChart } from './progress-chart.tsx'
import { gapOf, type Progress } from './run.ts'

type Running = {
  id: string
  status: 'queued' | 'running'
  /** Plans that come first. */
  ahead: number | null
  limitSeconds: number
  events: Progress[]
  restarted: Words | null
  isLost: boolean
}

/** A run under way: the sentence first, then best and bound, and two ways to end it. */
export function RunningCard(props: Running) {
  const last = () => props.events.at(-1)
  const elapsed = createElapsed(() => last()?.elapsedSeconds ?? 0)
  const isWaiting = () => props.status === 'queued' && props.events.length === 0
  const status = () => (isWaiting() ? 'queued' : 'running')
  const [isKeeping, setKeeping] = createSignal(false)
  return (
    <section class="card run" aria-label={t().plan.status[status()]}>
      <div class="run-say">
        <div class="row wrap">
          <span class="pill accent">{t().plan.status[status()]}</span>
          <span class="hint">
            {isWaiting()
              ? t().planning.run.waiting
              : t().planning.run.of(duration(elapsed()), duration(props.limitSeconds))}
          </span>
        </div>
        <p class="big" role="status">
          {isWaiting() ? waitText(props.ahead) : sentenceOf(last())}
        </p>
        <Show when={!isWaiting()}>
          <p class="hint">{isKeeping() ? t().planning.run.keeping : phaseOf(last())}</p>
        </Show>
        <p class="hint">{isWaiting() ? t().planning.run.waitingHint : t().planning.run.lateral}</p>
        <Show when={props.restarted}>{(words) => <p class="note weak">{say(words())}</p>}</Show>
        <Show when={props.isLost}>
          <p class="note weak">{t().plan.lost}</p>
        </Show>
        <Endings
          id={props.id}
          hasAnswer={last() !== undefined && last()?.objective !== null}
          isWaiting={isWaiting()}
          isKeeping={isKeeping()}
          keep={() => setKeeping(true)}
        />
      </div>
      <Show when={!isWaiting()} fallback={<span />}>
        <ProgressChart events={props.events} />
      </Show>
      <Figures
        objective={last()?.objective ?? null}
        bound={last()?.bound ?? null}
        misses={last()?.misses ?? null}
      />
    </section>
  )
}

/** Soft and hard: what there is is kept, or nothing is. */
function Endings(props: {
  id: string
  hasAnswer: boolean
  isWaiting: boolean
  isKeeping: boolean
  keep: () => void
}) {
  const stop = useAction(stopPlan)
  const cancel = useAction(cancelPlan)
  const keeping = createSending(async (id: string) => {
    await stop(id)
    props.keep()
  })
  const mayKeep = () => props.hasAnswer && !props.isKeeping && !keeping.isBusy()
  const [isAsking, setAsking] = createSignal(false)
  return (
    <>
      <div class="row wrap run-ends">
        <Show when={!props.isWaiting}>
          <button
            type="button"
            class="button"
            aria-disabled={!mayKeep()}
            title={props.hasAnswer ? undefined : t().planning.run.keepNothing}
            onClick={() => mayKeep() && void keeping.start(props.id)}
          >
            <Icon name="check" />
            {t().planning.run.keep}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          <Icon name="stop" />
          {t().planning.run.cancel}
        </button>
      </div>
      <Refusal problem={keeping.problem()} />
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().planning.run.cancelYes}
        verb={t().planning.run.cancelYes}
        isDangerous
        leave={t().planning.run.goOn}
        act={() => cancel(props.id)}
      >
        <p>{t().planning.run.cancelSure}</p>
      </Ask>
    </>
  )
}

/** Seconds of the run: what was heard last, and the time since. */
function createElapsed(heard: () => number) {
  const [since, setSince] = createSignal(0)
  const timer = setInterval(() => setSince((seconds) => seconds + 1), 1000)
  createEffect(on(heard, () => setSince(0)))
  onCleanup(() => clearInterval(timer))
  return () => heard() + since()
}

const waitText = (ahead: number | null) =>
  ahead === null || ahead === 0 ? t().planning.run.waiting : t().planning.run.ahead(ahead)

const phaseOf = (event: Progress | undefined) =>
  event && event.phase !== 'explain' ? t().plan.phase[event.phase] : ''

function sentenceOf(event: Progress | undefined): string {
  if (!event || event.objective === null) return t().plan.waiting
  if (event.phase === 'explain') return t().plan.explaining
  const gap = gapOf(event)
  return gap === null ? t().plan.improving : t().plan.better(gapPercent(gap))
}
