import { For, Show } from 'solid-js'
import type { Grid } from '../../checks.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { cellOf } from './drafts.ts'
import { sharesOf } from './shares.ts'

/** The whole year at a glance: people × months. */
export function YearGrid(props: { grid: Grid; month: string }) {
  const number = (month: string) => Number(month.slice(5))
  return (
    <section class="card" aria-labelledby="year-grid">
      <div class="card-head">
        <h2 id="year-grid">{t().attendance.gridTitle}</h2>
        <span class="hint">{t().attendance.gridHint}</span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="year-grid">
        <table class="table month-grid" aria-labelledby="year-grid">
          <thead>
            <tr>
              <th scope="col">{t().attendance.name}</th>
              <For each={props.grid.months}>
                {({ month }) => (
                  <th scope="col" classList={{ here: month === props.month }}>
                    {t().attendance.month(number(month))}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.grid.people}>
              {(person) => (
                <tr>
                  <th scope="row" class="nowrap">
                    {personName(person.talent.name)}
                  </th>
                  <For each={props.grid.months}>
                    {({ month, isOpen }) => (
                      <td class="nowrap" classList={{ here: month === props.month }}>
                        <Show
                          when={cellOf(person, month)}
                          fallback={
                            <span class="hint">{isOpen ? t().attendance.notKept : t().dash}</span>
                          }
                        >
                          {(cell) => sharesOf(cell())}
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  )
}
