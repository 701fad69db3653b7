import { For } from 'solid-js'
import type { Overview } from '../../cultivation-overview.ts'
import { plainNumber, whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { PulseChart } from './pulse-chart.tsx'

/** What was done month by month: drawn, and the same as a table. */
export function PulseCard(props: { overview: Overview }) {
  const w = () => t().cultivationOverview
  return (
    <section class="card" aria-labelledby="pulse">
      <div class="card-head">
        <h2 id="pulse">{w().pulse.title}</h2>
        <span class="hint">{w().pulse.hint(props.overview.today)}</span>
      </div>
      <div class="pulse-grid">
        <PulseChart months={props.overview.pulse} />
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
              <For each={props.overview.pulse.toReversed()}>
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
