import { Show } from 'solid-js'
import { duration, gapPercent, plainNumber } from '../../format.ts'
import type { PlanProof, SolvedPlan } from '../../types.ts'
import { say, t, type Words } from '../../words/index.ts'
import { Figures } from './figures.tsx'
import { ProgressChart } from './progress-chart.tsx'

/** A finished run: what was proven, in plain words, with the way there. */
export function CertificateCard(props: {
  solved: SolvedPlan
  proof: PlanProof | null
  restarted: Words | null
}) {
  const plan = () => props.solved.plan
  const seats = () => plan().slates.flatMap((slate) => slate.seats)
  const people = () => new Set(seats().map(({ talent }) => talent)).size
  return (
    <section class="card run" aria-label={t().plan.certificate}>
      <div class="run-say">
        <div class="row wrap">
          <span class="pill met">{t().plan.status.done}</span>
          <span class="hint">
            {t().plan.took(duration(props.solved.seconds))}
            <Show when={props.proof}>
              {(proof) => <>{`${t().separator}${t().planning.ended[proof().stopped]}`}</>}
            </Show>
          </span>
        </div>
        <p class="big">
          {isProven(plan()) ? t().plan.proven : t().plan.better(gapPercent(plan().gap))}
        </p>
        <p class="hint">
          {t().plan.summary(props.solved.villages.length, seats().length, people())}
        </p>
        <Show when={props.restarted}>{(words) => <p class="note weak">{say(words())}</p>}</Show>
      </div>
      <Show when={props.solved.progress.length > 1} fallback={<Tiers solved={props.solved} />}>
        <div class="column">
          <ProgressChart events={props.solved.progress} />
        </div>
      </Show>
      <div class="column">
        <Figures objective={plan().objective} bound={plan().bound} misses={null}>
          <dt>{t().plan.gap}</dt>
          <dd>{gapPercent(Math.max(0, plan().gap))}</dd>
        </Figures>
        <Show when={props.solved.progress.length > 1}>
          <Tiers solved={props.solved} />
        </Show>
      </div>
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
  return <p class="tiers second small">{lines().join(t().clause)}</p>
}

/** Differences below a millionth are the rounding of the figures, not a better plan. */
const isProven = ({ gap, tiers }: SolvedPlan['plan']) =>
  gap < 1e-6 && tiers.every(({ proven }) => proven)
