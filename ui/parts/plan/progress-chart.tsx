import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { duration, gapPercent, plainNumber, totalFit } from '../../format.ts'
import { theme } from '../../theme.ts'
import { TIERS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { gapOf, type ProgressPoint } from './run.ts'

/** Progress of a run as a chart, or as the table behind it. */
export function ProgressChart(props: { events: readonly ProgressPoint[] }) {
  const [isTable, setTable] = createSignal(false)
  return (
    <div class="progress-chart">
      <Show when={!isTable()} fallback={<EventTable events={props.events} />}>
        <Chart events={props.events} />
      </Show>
      <div class="row wrap">
        <Legend />
        <button
          type="button"
          class="link-button small push"
          onClick={() => setTable((now) => !now)}
        >
          {isTable() ? t().plan.showChart : t().plan.showData}
        </button>
      </div>
    </div>
  )
}

/** The chart's code is loaded only here. */
function Chart(props: { events: readonly ProgressPoint[] }) {
  let element: HTMLDivElement | undefined
  onMount(async () => {
    const { drawProgress } = await import('./chart.ts')
    if (!element?.isConnected) return
    const chart = drawProgress(element, t().plan.chart)
    setDrawn({ chart })
  })
  const [drawn, setDrawn] = createSignal<{
    chart: { show(events: readonly ProgressPoint[]): void; end(): void }
  }>()
  createEffect(() => {
    theme()
    drawn()?.chart.show(props.events)
  })
  onCleanup(() => drawn()?.chart.end())
  return <div class="chart" role="img" aria-label={t().plan.chart} ref={element} />
}

/** Which line of the lower figure is which tier; the upper two are named beside their values. */
function Legend() {
  return (
    <span class="hint row wrap" aria-hidden="true">
      <For each={TIERS}>
        {(tier) => (
          <span>
            <span class={`key-line ${tier}`} />
            {t().planning.run.missesOf(t().tier[tier])}
          </span>
        )}
      </For>
    </span>
  )
}

function EventTable(props: { events: readonly ProgressPoint[] }) {
  const figure = (value: number | null) => (value === null ? t().dash : totalFit(value))
  return (
    <section class="event-table" tabindex="0" aria-label={t().plan.chart}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t().plan.time}</th>
            <th scope="col" class="number">
              {t().plan.best}
            </th>
            <th scope="col" class="number">
              {t().plan.bound}
            </th>
            <th scope="col" class="number">
              {t().plan.gap}
            </th>
            <For each={TIERS}>
              {(tier) => (
                <th scope="col" class="number">
                  {t().planning.run.missesOf(t().tier[tier])}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.events}>
            {(event) => (
              <tr>
                <th scope="row">{duration(event.elapsedSeconds)}</th>
                <td class="number">{figure(event.objective)}</td>
                <td class="number">{figure(event.bound)}</td>
                <td class="number">{gapText(event)}</td>
                <For each={TIERS}>
                  {(tier) => (
                    <td class="number">
                      {event.misses ? plainNumber(event.misses[tier]) : t().dash}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function gapText(event: ProgressPoint): string {
  const gap = gapOf(event)
  return gap === null ? t().dash : gapPercent(gap)
}
