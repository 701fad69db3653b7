import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Pulse, pulseOf } from '../../cultivation-overview.ts'
import { plainNumber, whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { PulseChart } from './pulse-chart.tsx'

/** What was done month by month: drawn, and the same as a table. */
export function PulseCard() {
  const answer = createAsync(() => pulseOf())
  return <Show when={answer()}>{(pulse) => <Months pulse={pulse()} />}</Show>
}

function Months(props: { pulse: Pulse }) {
  const w = () => t().cultivationOverview
  return (
    <section class="card" aria-labelledby="pulse">
      <div class="card-head">
        <h2 id="pulse">{w().pulse.title}</h2>
        <span class="hint">{w().pulse.hint(props.pulse.today)}</span>
      </div>
      <div class="pulse-grid">
        <PulseChart months={props.pulse.months} />
        <section class="scroll" tabindex="0" aria-labelledby="pulse">
          <table class="table pulse-table" aria-labelledby="pulse">
            <thead>
              <tr>
                <th scope="col">{w().pulse.month}</th>
                <For each={[w().pulse.meetings, w().pulse.items, w().pulse.hours]}>
                  {(text) => (
                    <th scope="col" class="number">
                      {text}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.pulse.months.toReversed()}>
                {({ month, meetings, items, hours }) => (
                  <tr>
                    <th scope="row" class="figure">
                      {month}
                    </th>
                    <td class="number figure">{whole(meetings)}</td>
                    <td class="number figure">{whole(items)}</td>
                    <td class="number figure">{plainNumber(hours)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </div>
    </section>
  )
}
