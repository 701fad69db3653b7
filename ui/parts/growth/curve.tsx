import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import { theme } from '../../theme.ts'
import { t } from '../../words/index.ts'
import type { ChartEvent, ChartPoint } from './chart.ts'

/** A growth as a curve, or as the table behind it. */
export function Curve(props: {
  points: readonly ChartPoint[]
  events?: readonly ChartEvent[] | undefined
  name: string
}) {
  const [isTable, setTable] = createSignal(false)
  const description = () => {
    const [first, last] = [props.points[0], props.points.at(-1)]
    if (!first || !last) return props.name
    const [from, to] = [fitPoints(first.value), fitPoints(last.value)]
    return t().growth.chart(props.name, first.on, last.on, from, to)
  }
  return (
    <div class="growth-curve">
      <Show when={!isTable()} fallback={<PointTable {...props} />}>
        <Chart points={props.points} events={props.events ?? []} description={description()} />
      </Show>
      <button type="button" class="link-button small" onClick={() => setTable((now) => !now)}>
        {isTable() ? t().growth.showChart : t().growth.showData}
      </button>
    </div>
  )
}

/** The chart's code is loaded only here. */
function Chart(props: {
  points: readonly ChartPoint[]
  events: readonly ChartEvent[]
  description: string
}) {
  let element: HTMLDivElement | undefined
  const [drawn, setDrawn] = createSignal<
    ReturnType<typeof import('./chart.ts')['drawGrowth']> | undefined
  >()
  onMount(async () => {
    const { drawGrowth } = await import('./chart.ts')
    if (element?.isConnected) setDrawn(drawGrowth(element))
  })
  createEffect(() => {
    theme()
    drawn()?.show(props.points, props.events, props.description)
  })
  onCleanup(() => drawn()?.end())
  return <div class="growth-chart" role="img" aria-label={props.description} ref={element} />
}

function PointTable(props: { points: readonly ChartPoint[]; name: string }) {
  return (
    <section class="growth-table" tabindex="0" aria-label={props.name}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t().growth.day}</th>
            <th scope="col" class="number">
              {t().growth.value}
            </th>
            <th scope="col" class="number">
              {t().growth.interval}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.points}>
            {({ on, value, low, high }) => (
              <tr>
                <th scope="row">{on}</th>
                <td class="number">{fitPoints(value)}</td>
                <td class="number">
                  {fitPoints(low)}–{fitPoints(high)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
