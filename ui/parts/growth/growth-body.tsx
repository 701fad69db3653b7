import { createSignal, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import type { Growth } from '../../growth.ts'
import { placeName } from '../../names.ts'
import type { CriterionId } from '../../types.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import type { ChartEvent, ChartPoint } from './chart.ts'
import { Curve } from './curve.tsx'
import { changeText } from './points.ts'
import { type ShownStep, StepList } from './step-list.tsx'

/** Points with a label that a curve carries at most. */
const LABELS = 8

/** The fit or one criterion over the last quarters, with what caused each step. */
export function GrowthBody(props: {
  growth: Pick<Growth, 'from' | 'to' | 'criteria'> & Partial<Growth>
}) {
  const [asked, choose] = createSignal<CriterionId | 'fit' | null>(null)
  /** Without a choice the fit, else the criterion that moved most. */
  const chosen = () => asked() ?? (props.growth.fit ? 'fit' : mostMoved(props.growth.criteria))
  const events = () =>
    (props.growth.events ?? []).map(({ on, kind }) => ({ on, name: t().growth.event[kind] }))
  const criterion = () => props.growth.criteria.find((one) => one.criterion === chosen())
  return (
    <div class="growth-body">
      <div class="growth-what">
        <SelectField
          label={t().growth.what}
          value={chosen()}
          choices={[
            ...(props.growth.fit ? [{ value: 'fit', name: t().growth.overall }] : []),
            ...props.growth.criteria.map(({ criterion, change }) => ({
              value: criterion,
              name: `${t().criterion[criterion]} ${changeText(change)}`,
            })),
          ]}
          set={(value) => choose(value as CriterionId | 'fit')}
        />
      </div>
      <Show
        when={criterion()}
        fallback={
          <Show when={props.growth.fit}>
            {(known) => <OfFit fit={known()} events={events()} />}
          </Show>
        }
      >
        {(one) => <OfCriterion growth={one()} from={props.growth.from} events={events()} />}
      </Show>
    </div>
  )
}

function mostMoved(criteria: Growth['criteria']): CriterionId {
  const sorted = criteria.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
  return sorted[0]?.criterion ?? 'potential'
}

type Events = { events: readonly ChartEvent[] }

function OfFit(props: { fit: NonNullable<Growth['fit']> } & Events) {
  const points = () =>
    props.fit.points.map(({ fit, ...point }) => ({ ...point, value: fit, label: fitPoints(fit) }))
  const steps = (): ShownStep[] =>
    props.fit.since.steps
      .toSorted((a, b) => Math.abs(a.change) - Math.abs(b.change))
      .map((step) => ({ ...step, what: t().criterion[step.criterion] }))
  const place = () =>
    t().growth.overallFor(placeName(props.fit.village.name), t().post[props.fit.post])
  return (
    <>
      <p class="hint growth-against">{place()}</p>
      <Curve points={points()} events={props.events} name={t().growth.overall} />
      <h3>
        {t().growth.since.title(props.fit.since.since)}{' '}
        <span class="medium">{changeText(props.fit.since.change)}</span>
      </h3>
      <StepList steps={steps()} none={t().growth.noStepsAll} />
      <p class="hint">{t().growth.since.note}</p>
    </>
  )
}

function OfCriterion(props: { growth: Growth['criteria'][number]; from: string } & Events) {
  const name = () => t().criterion[props.growth.criterion]
  const steps = (): ShownStep[] =>
    props.growth.steps.map(({ entry, source, ...step }) => ({
      ...step,
      // The kind of entry says the source.
      source: entry ? '' : source,
      what: t().growth.entry[entry?.kind ?? 'none'],
    }))
  return (
    <>
      <p class="growth-sum">
        <b>{t().growth.change(props.from, changeText(props.growth.change))}</b>{' '}
        <span class="hint" title={t().growth.fadedHint}>
          {t().growth.faded(changeText(props.growth.faded))}
        </span>
      </p>
      <Curve points={labelled(props.growth)} events={props.events} name={name()} />
      <h3>{t().growth.steps}</h3>
      <StepList steps={steps()} none={t().growth.noSteps} />
      <p class="hint">{t().growth.how}</p>
    </>
  )
}

/** The steps that did most carry what they did; of two points of a day the second. */
function labelled({ points, steps }: Growth['criteria'][number]): ChartPoint[] {
  const byDay = new Map<string, number>()
  for (const { on, change } of steps) byDay.set(on, (byDay.get(on) ?? 0) + change)
  const told = [...byDay]
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, LABELS)
    .map(([on]) => on)
  return points.map((point, at) => {
    const isAfter = told.includes(point.on) && points[at + 1]?.on !== point.on
    return isAfter ? { ...point, label: changeText(byDay.get(point.on) ?? 0) } : point
  })
}
