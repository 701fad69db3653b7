import { useAction } from '@solidjs/router'
import { createEffect, createSignal, type JSX, on, onCleanup, Show } from 'solid-js'
import { duration, gapPercent, plainNumber, totalFit } from '../../format.ts'
import { cancelPlan } from '../../queries.ts'
import type { SolvedPlan } from '../../types.ts'
import { TIERS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { ProgressChart } from './progress-chart.tsx'
import { gapOf, type Progress } from './run.ts'

/** A run under way: the sentence first, then best and bound, and a way to stop. */
export function RunningCard(props: {
  id: string
  status: 'queued' | 'running'
  events: Progress[]
  isLost: boolean
}) {
  const cancel = useAction(cancelPlan)
  const last = () => props.events.at(-1)
  const elapsed = createElapsed(() => last()?.elapsedSeconds ?? 0)
  return (
    <section class="card run" aria-label={t().plan.status[props.status]}>
      <div>
        <div class="row">
          <span class="pill accent">{t().plan.status[props.status]}</span>
          <span class="hint">{t().plan.elapsed(duration(elapsed()))}</span>
          <button type="button" class="button slim push" onClick={() => void cancel(props.id)}>
            <Icon name="stop" />
            {t().plan.stop}
          </button>
        </div>
        <p class="big" role="status">
          {sentenceOf(last())}
        </p>
        <p class="hint">{phaseOf(last())}</p>
        <Show when={props.isLost}>
          <p class="note weak">{t().plan.lost}</p>
        </Show>
      </div>
      <ProgressChart events={props.events} />
      <Figures
        objective={last()?.objective ?? null}
        bound={last()?.bound ?? null}
        misses={last()?.misses ?? null}
      />
    </section>
  )
}

/** A finished run: what was proven, in plain words. */
export function CertificateCard(props: { solved: SolvedPlan; events: Progress[] }) {
  const plan = () => props.solved.plan
  const seats = () => plan().slates.reduce((sum, slate) => sum + slate.seats.length, 0)
  return (
    <section class="card run" aria-label={t().plan.certificate}>
      <div>
        <div class="row">
          <span class="pill met">{t().plan.status.done}</span>
          <span class="hint">{t().plan.took(duration(props.solved.seconds))}</span>
        </div>
        <p class="big">
          {isProven(plan()) ? t().plan.proven : t().plan.better(gapPercent(plan().gap))}
        </p>
        <p class="hint">
          {t().plan.summary(props.solved.villages.length, seats(), plan().after.people)}
        </p>
      </div>
      <Show when={props.events.length > 1} fallback={<Tiers solved={props.solved} />}>
        <div class="column">
          <ProgressChart events={props.events} />
          <Tiers solved={props.solved} />
        </div>
      </Show>
      <Figures objective={plan().objective} bound={plan().bound} misses={null}>
        <dt>{t().plan.gap}</dt>
        <dd>{gapPercent(Math.max(0, plan().gap))}</dd>
      </Figures>
    </section>
  )
}

function Tiers(props: { solved: SolvedPlan }) {
  const lines = () =>
    props.solved.plan.tiers.map(({ tier, misses, bound, proven }) =>
      proven
        ? t().plan.least(t().tier[tier], plainNumber(misses))
        : t().plan.notProven(t().tier[tier], plainNumber(misses), plainNumber(bound)),
    )
  return <p class="tiers second">{lines().join(t().clause)}</p>
}

function Figures(props: {
  objective: number | null
  bound: number | null
  misses: Progress['misses']
  children?: JSX.Element
}) {
  const figure = (value: number | null) => (value === null ? t().dash : totalFit(value))
  return (
    <dl class="facts figures">
      <dt>
        <span class="key-line best" />
        {t().plan.best}
      </dt>
      <dd class="strong">{figure(props.objective)}</dd>
      <dt>
        <span class="key-line bound" />
        {t().plan.bound}
      </dt>
      <dd>{figure(props.bound)}</dd>
      {props.children}
      <Show when={props.misses}>
        {(misses) => (
          <>
            <dt>{t().plan.missedNow}</dt>
            <dd>
              {TIERS.map((tier) => `${t().tier[tier]} ${plainNumber(misses()[tier])}`).join(
                t().separator,
              )}
            </dd>
          </>
        )}
      </Show>
    </dl>
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

const phaseOf = (event: Progress | undefined) =>
  event && event.phase !== 'explain' ? t().plan.phase[event.phase] : ''

function sentenceOf(event: Progress | undefined): string {
  if (!event || event.objective === null) return t().plan.waiting
  if (event.phase === 'explain') return t().plan.explaining
  const gap = gapOf(event)
  return gap === null ? t().plan.improving : t().plan.better(gapPercent(gap))
}

/** Differences below a millionth are the rounding of the figures, not a better plan. */
const isProven = ({ gap, tiers }: SolvedPlan['plan']) =>
  gap < 1e-6 && tiers.every(({ proven }) => proven)
