import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Progress } from './run.ts'

use([LineChart, GridComponent, AriaComponent, SVGRenderer])

/** Best plan as a step line and the bound as a dashed one, drawn into the element. */
export function drawProgress(element: HTMLElement, description: string) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return {
    show(events: Progress[]) {
      chart.setOption(optionOf(events, description, colours(element)), { notMerge: true })
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
    best: token('--d-1'),
    bound: token('--d-5'),
    line: token('--line'),
    ink: token('--ink-3'),
    font: token('--font-ui'),
  }
}

function optionOf(events: Progress[], description: string, colour: ReturnType<typeof colours>) {
  const pairs = (pick: (event: Progress) => number | null) =>
    events.flatMap((event) => {
      const value = pick(event)
      return value === null ? [] : [[event.elapsedSeconds, value * 100]]
    })
  const best = pairs(({ objective }) => objective)
  const label = { color: colour.ink, fontSize: 11, fontFamily: colour.font }
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: { left: 44, right: 12, top: 10, bottom: 22 },
    xAxis: {
      type: 'value' as const,
      min: 0,
      axisLabel: { ...label, formatter: '{value} s', hideOverlap: true },
      axisLine: { lineStyle: { color: colour.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      splitNumber: 3,
      axisLabel: label,
      splitLine: { lineStyle: { color: colour.line } },
    },
    series: [
      {
        type: 'line' as const,
        step: 'end' as const,
        data: best,
        symbol: best.length === 1 ? 'circle' : 'none',
        lineStyle: { color: colour.best, width: 2 },
      },
      {
        type: 'line' as const,
        data: pairs(({ bound }) => bound),
        symbol: 'none',
        lineStyle: { color: colour.bound, width: 1.5, type: 'dashed' as const },
      },
    ],
  }
}
