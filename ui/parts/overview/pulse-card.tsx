import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { plainNumber, whole } from '../../format.ts'
import type { Overview } from '../../overview.ts'
import { t } from '../../words/index.ts'

type Month = Overview['pulse'][number]
const w = () => t().overview

/** What was done for the reserves month by month; the overview of cultivation says the rest. */
export function PulseCard(props: { pulse: Month[] }) {
  const sum = (of: keyof Omit<Month, 'month'>) =>
    props.pulse.reduce((total, month) => total + month[of], 0)
  const now = () => props.pulse.at(-1)
  const isNothing = () => sum('meetings') + sum('items') + sum('hours') === 0
  const rows = () =>
    (['meetings', 'items', 'hours'] as const).map((id) => ({
      ...{ id, now: now()?.[id] ?? 0, all: sum(id) },
    }))
  return (
    <section class="card" aria-labelledby="pulse">
      <div class="card-head">
        <h2 id="pulse">{w().pulse}</h2>
        <A class="push small" href="/cultivation">
          {w().pulseAll}
        </A>
      </div>
      <Show when={!isNothing()} fallback={<p class="card-body hint">{w().pulseNone}</p>}>
        <table class="table small-rows" aria-labelledby="pulse">
          <thead>
            <tr>
              <td />
              <th scope="col">{w().pulseHint}</th>
              <th scope="col" class="number">
                {w().thisMonth}
              </th>
              <th scope="col" class="number">
                {w().total}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row" class="nowrap">
                    {w()[row.id]}
                  </th>
                  <td>
                    <Bars months={props.pulse} of={row.id} />
                  </td>
                  <td class="number">{plainNumber(row.now)}</td>
                  <td class="number strong">{plainNumber(row.all)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  )
}

/** Heights from zero; the figures stand in the overview of cultivation. */
function Bars(props: { months: Month[]; of: 'meetings' | 'items' | 'hours' }) {
  const most = () => Math.max(1, ...props.months.map((month) => month[props.of]))
  return (
    <span class="bars" aria-hidden="true">
      <For each={props.months}>
        {(month) => (
          <i
            title={w().pulseMonth(
              ...([
                month.month,
                whole(month.meetings),
                whole(month.items),
                plainNumber(month.hours),
              ] as [string, string, string, string]),
            )}
            style={{ height: `${(month[props.of] / most()) * 100}%` }}
          />
        )}
      </For>
    </span>
  )
}
