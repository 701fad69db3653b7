import { createEffect, onCleanup, onMount } from 'solid-js'
import type { Month } from '../../cultivation-overview.ts'
import { theme } from '../../theme.ts'
import { t } from '../../words/index.ts'

/** Months beside the table that says the same; the chart's code is loaded only here. */
export function PulseChart(props: { months: Month[] }) {
  let element: HTMLDivElement | undefined
  const w = () => t().cultivationOverview.pulse
  const names = () => ({ meetings: w().meetings, items: w().items })
  onMount(() => {
    let chart: ReturnType<typeof import('./chart.ts').drawPulse> | undefined
    let isGone = false
    const show = () => chart?.show(props.months, { ...names(), description: w().chart })
    void import('./chart.ts').then(({ drawPulse }) => {
      if (isGone || !element) return
      chart = drawPulse(element)
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
  return <div ref={element} class="pulse-chart" role="img" aria-label={w().chart} />
}
