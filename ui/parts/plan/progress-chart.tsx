import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { duration, gapPercent, totalFit } from '../../format.ts'
import { theme } from '../../theme.ts'
import { t } from '../../words/index.ts'
import { gapOf, type Progress } from './run.ts'

/** Progress of a run as a chart, or as the table behind it. */
export function ProgressChart(props: { events: Progress[] }) {
  const [isTable, setTable] = createSignal(false)
  return (
    <div class="progress-chart">
      <Show when={!isTable()} fallback={<EventTable events={props.events} />}>
        <Chart events={props.events} />
      </Show>
      <button type="button" class="link-button small" onClick={() => setTable((now) => !now)}>
        {isTable() ? t().plan.showChart : t().plan.showData}
      </button>
    </div>
  )
}

/** The chart's code is loaded only here. */
function Chart(props: { events: Progress[] }) {
  let element: HTMLDivElement | undefined
  onMount(async () => {
    const { drawProgress } = await import('./chart.ts')
    if (!element?.isConnected) return
    const chart = drawProgress(element, t().plan.chart)
    setDrawn({ chart })
  })
  const [drawn, setDrawn] = createSignal<{
    chart: { show(events: Progress[]): void; end(): void }
  }>()
  createEffect(() => {
    theme()
    drawn()?.chart.show(props.events)
  })
  onCleanup(() => drawn()?.chart.end())
  return <div class="chart" role="img" aria-label={t().plan.chart} ref={element} />
}

function EventTable(props: { events: Progress[] }) {
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
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function gapText(event: Progress): string {
  const gap = gapOf(event)
  return gap === null ? t().dash : gapPercent(gap)
}
