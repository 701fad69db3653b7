import { For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { type Cell, markOf, sentenceOf, signOf, today, weeksOf } from './days.ts'

type Given = {
  year: number
  /** 0 is January. */
  month: number
  cell: (day: string) => Cell
  /** The one day of the year that Tab reaches; null where nothing may be changed. */
  reached: string | null
  pick: (day: string) => void
}

/** A month by weeks; whoever keeps the calendar opens a day by choosing it. */
export function Month(props: Given) {
  const id = () => `month-${props.month + 1}`
  return (
    <table class="month" id={id()} aria-label={`${props.year} ${name(props.month)}`}>
      <caption>{name(props.month)}</caption>
      <thead>
        <tr>
          <For each={t().papers.calendar.weekdays}>{(day) => <th scope="col">{day}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeksOf(props.year, props.month)}>
          {(week) => (
            <tr>
              <For each={week}>
                {(day) => (
                  <td>
                    <Show when={day}>{(day) => <Day {...props} of={props.cell(day())} />}</Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function Day(props: Given & { of: Cell }) {
  const classes = () =>
    `day ${markOf(props.of)} ${props.of.day === today() ? 'today' : ''}`.trimEnd()
  const inner = () => (
    <>
      <span class="date" aria-hidden="true">
        {Number(props.of.day.slice(8))}
      </span>
      <span class="sign" aria-hidden="true">
        {signOf(markOf(props.of))}
      </span>
      <span class="hidden-text">{sentenceOf(props.of)}</span>
    </>
  )
  return (
    <Show
      when={props.reached !== null}
      fallback={
        <span class={classes()} title={sentenceOf(props.of)}>
          {inner()}
        </span>
      }
    >
      <button
        type="button"
        class={classes()}
        data-day={props.of.day}
        tabindex={props.reached === props.of.day ? 0 : -1}
        title={sentenceOf(props.of)}
        aria-haspopup="dialog"
        onClick={() => props.pick(props.of.day)}
      >
        {inner()}
      </button>
    </Show>
  )
}

const name = (month: number) => t().papers.calendar.months[month] ?? ''
