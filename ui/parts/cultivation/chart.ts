import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Month } from '../../cultivation-overview.ts'

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

type Texts = { meetings: string; items: string; description: string }

/** Two bars a month from 0: meetings filled, items done with an edge, told apart without colour. */
export function drawPulse(element: HTMLElement) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return {
    show(months: readonly Month[], texts: Texts) {
      chart.setOption(optionOf(months, texts, colours(element)), { notMerge: true })
      chart.resize()
    },
    end() {
      resize.disconnect()
      chart.dispose()
    },
  }
}

/** Colours are the tokens of the theme in use. */
function colours(element: HTMLElement) {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ...{ first: token('--d-1'), second: token('--d-band'), edge: token('--d-1') },
    ...{ line: token('--line'), ink: token('--ink-2'), font: token('--font-ui') },
  }
}

type Colours = ReturnType<typeof colours>

function optionOf(months: readonly Month[], texts: Texts, colour: Colours) {
  const label = { color: colour.ink, fontSize: 11, fontFamily: colour.font }
  return {
    animation: false,
    aria: { enabled: true, label: { description: texts.description } },
    grid: { left: 48, right: 12, top: 34, bottom: 26 },
    legend: { top: 4, left: 44, itemWidth: 12, itemHeight: 12, textStyle: label },
    xAxis: {
      type: 'category' as const,
      data: months.map(({ month }) => month.slice(2)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      splitNumber: 4,
      axisLabel: label,
      splitLine: { lineStyle: { color: colour.line } },
    },
    series: [
      {
        type: 'bar' as const,
        name: texts.meetings,
        barMaxWidth: 14,
        itemStyle: { color: colour.first },
        data: months.map(({ meetings }) => meetings),
      },
      {
        type: 'bar' as const,
        name: texts.items,
        barMaxWidth: 14,
        itemStyle: { color: colour.second, borderColor: colour.edge, borderWidth: 1 },
        data: months.map(({ items }) => items),
      },
    ],
  }
}
