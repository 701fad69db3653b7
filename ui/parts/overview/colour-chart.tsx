import { A, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview } from '../../overview.ts'
import { theme } from '../../theme.ts'
import { t } from '../../words/index.ts'
import type { ColourRow } from './chart.ts'

const w = () => t().overview

/** Townships as bars, or the table that says the same. */
export function ColourChart(props: { overview: Overview }) {
  const [isData, setData] = createSignal(false)
  const rows = () =>
    props.overview.townships.map(({ township: { code, name }, red, yellow, green }) => ({
      ...{ code, name: placeName(name), red, yellow, green },
    }))
  return (
    <section class="card" aria-labelledby="colour-chart">
      <div class="card-head">
        <h2 id="colour-chart">{w().chart}</h2>
        <span class="hint">{w().chartHint}</span>
        <button
          type="button"
          class="button slim push"
          aria-pressed={isData()}
          onClick={() => setData((now) => !now)}
        >
          {w().showData}
        </button>
      </div>
      <Show when={!isData()} fallback={<DataTable rows={rows()} />}>
        <Drawing rows={rows()} />
      </Show>
    </section>
  )
}

function Drawing(props: { rows: ColourRow[] }) {
  let element: HTMLDivElement | undefined
  const navigate = useNavigate()
  onMount(() => {
    let chart: ReturnType<typeof import('./chart.ts').drawColours> | undefined
    let isGone = false
    const show = () => {
      const { red, yellow, green } = w().colour
      chart?.show(props.rows, { red, yellow, green, description: w().chart })
    }
    void import('./chart.ts').then(({ drawColours }) => {
      if (isGone || !element) return
      chart = drawColours(element, (code) => navigate(`/townships/${code}`))
      show()
    })
    createEffect(() => {
      theme()
      show()
    })
    onCleanup(() => {
      isGone = true
      chart?.end()
    })
  })
  return <div ref={element} class="colour-chart" role="img" aria-label={w().chart} />
}

function DataTable(props: { rows: ColourRow[] }) {
  return (
    <section class="scroll" tabindex="0" aria-labelledby="colour-chart">
      <table class="table" aria-labelledby="colour-chart">
        <thead>
          <tr>
            <th scope="col">{w().township}</th>
            <For each={['red', 'yellow', 'green'] as const}>
              {(id) => (
                <th scope="col" class="number">
                  {w().colour[id]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <A href={`/townships/${row.code}`}>{row.name}</A>
                </th>
                <td class="number">{whole(row.red)}</td>
                <td class="number">{whole(row.yellow)}</td>
                <td class="number">{whole(row.green)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
