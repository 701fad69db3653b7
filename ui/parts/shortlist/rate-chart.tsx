import { createEffect, onCleanup, onMount } from 'solid-js'
import { theme } from '../../theme.ts'
import type { ReportPart, Stage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { groupName } from './report-words.ts'

/** Rates with their intervals, beside the table that says the same; the chart's code is loaded only here. */
export function RateChart(props: { part: ReportPart; stage: Stage }) {
  let element: HTMLDivElement | undefined
  const bars = () =>
    props.part.groups.flatMap((group) => {
      const rate = group.rates[props.stage]
      return rate ? [{ name: groupName(props.part.part, group), ...rate }] : []
    })
  const words = () => t().shortlist.representation
  const description = () => words().chartText(words().stageName[props.stage])
  onMount(() => {
    let chart: ReturnType<typeof import('./chart.ts').drawRates> | undefined
    let isGone = false
    void import('./chart.ts').then(({ drawRates }) => {
      if (isGone || !element) return
      chart = drawRates(element)
      chart.show(bars(), description())
    })
    createEffect(() => {
      theme()
      const [shown, text] = [bars(), description()]
      chart?.show(shown, text)
    })
    onCleanup(() => {
      isGone = true
      chart?.end()
    })
  })
  return (
    <div
      ref={element}
      class="rate-chart"
      role="img"
      aria-label={description()}
      style={{ height: `${36 + 26 * bars().length}px` }}
    />
  )
}
