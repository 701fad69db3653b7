import { createEffect, createSignal, For, on } from 'solid-js'
import type { Calendar } from '../../papers.ts'
import { t } from '../../words/index.ts'
import { cellOf, shifted, today } from './days.ts'
import { Month } from './month.tsx'

const STEPS: Record<string, number> = {
  ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 },
}

/** Twelve months with one stop for Tab; arrows go from day to day. */
export function YearGrid(props: {
  calendar: Calendar
  mayWrite: boolean
  pick: (day: string) => void
}) {
  let grid!: HTMLDivElement
  const days = () => new Map(props.calendar.days.map((one) => [one.day, one]))
  const first = () =>
    today().startsWith(`${props.calendar.year}-`) ? today() : `${props.calendar.year}-01-01`
  const [reached, setReached] = createSignal(first())
  createEffect(
    on(
      () => props.calendar.year,
      () => setReached(first()),
      { defer: true },
    ),
  )
  const go = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const next = shifted(reached(), step)
    if (!next.startsWith(`${props.calendar.year}-`)) return
    event.preventDefault()
    setReached(next)
    grid.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  const pick = (day: string) => {
    setReached(day)
    props.pick(day)
  }
  return (
    <>
      <nav class="month-links phone-only" aria-label={t().papers.calendar.year}>
        <For each={t().papers.calendar.months}>
          {(name, at) => (
            <a class="button slim" href={`#month-${at() + 1}`} target="_self">
              {name}
            </a>
          )}
        </For>
      </nav>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the days in it are the buttons */}
      <div class="year-grid" ref={grid} onKeyDown={go}>
        <For each={Array.from({ length: 12 }, (_, month) => month)}>
          {(month) => (
            <Month
              year={props.calendar.year}
              month={month}
              cell={(day) => cellOf(day, days().get(day))}
              reached={props.mayWrite ? reached() : null}
              pick={pick}
            />
          )}
        </For>
      </div>
    </>
  )
}
