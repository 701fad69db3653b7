import type { CustomSeriesRenderItem } from 'echarts'
import { BarChart, CustomChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, GridComponent, AriaComponent, SVGRenderer])

export type Bar = { name: string; rate: number; low: number; high: number; isSmall: boolean }

/** A bar a group from 0, with the line of its interval; where people are few the bar is dashed and empty. */
export function drawRates(element: HTMLElement) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return {
    show(bars: readonly Bar[], description: string) {
      chart.setOption(optionOf(bars, description, colours(element)), { notMerge: true })
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
    bar: token('--d-band'),
    edge: token('--d-1'),
    few: token('--unknown-line'),
    line: token('--line'),
    ink: token('--ink-2'),
    font: token('--font-ui'),
  }
}

type Colours = ReturnType<typeof colours>

function optionOf(bars: readonly Bar[], description: string, colour: Colours) {
  const label = { color: colour.ink, fontSize: 11, fontFamily: colour.font }
  const most = Math.max(0.01, ...bars.map(({ high }) => high))
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: { left: 96, right: 16, top: 4, bottom: 26 },
    xAxis: {
      type: 'value' as const,
      min: 0,
      max: Math.min(100, Math.ceil(most * 20) * 5),
      splitNumber: 4,
      axisLabel: { ...label, formatter: '{value}%', hideOverlap: true },
      splitLine: { lineStyle: { color: colour.line } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: { ...label, width: 84, overflow: 'truncate' as const, interval: 0 },
    },
    series: [
      {
        type: 'bar' as const,
        barWidth: 12,
        data: bars.map(({ rate, isSmall }) => ({
          value: rate * 100,
          itemStyle: isSmall
            ? { color: 'transparent', borderColor: colour.few, borderType: 'dashed' as const }
            : { color: colour.bar },
        })),
      },
      {
        type: 'custom' as const,
        data: bars.map(({ low, high }, at) => [low * 100, high * 100, at]),
        encode: { x: [0, 1], y: 2 },
        renderItem: whisker(bars, colour),
        z: 3,
      },
    ],
  }
}

/** From the low end to the high one, with a stroke at each. */
function whisker(bars: readonly Bar[], colour: Colours): CustomSeriesRenderItem {
  return (_, value) => {
    const at = Number(value.value(2))
    const [low, y] = value.coord([value.value(0), at]) as [number, number]
    const [high] = value.coord([value.value(1), at]) as [number, number]
    const stroke = bars[at]?.isSmall ? colour.few : colour.edge
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke, lineWidth: 1.5 },
    })
    const ends = [low, high].map((x) => line(x, y - 4, x, y + 4))
    return { type: 'group' as const, children: [line(low, y, high, y), ...ends] }
  }
}
