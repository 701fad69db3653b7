import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

export type ColourRow = { code: string; name: string; red: number; yellow: number; green: number }
type Texts = { red: string; yellow: string; green: string; description: string }

/** A bar for each township in three parts, told apart by pattern as well as by colour. */
export function drawColours(element: HTMLElement, open: (code: string) => void) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  let rows: readonly ColourRow[] = []
  chart.on('click', ({ dataIndex }) => {
    const row = rows.toReversed()[dataIndex]
    if (row) open(row.code)
  })
  return {
    show(next: readonly ColourRow[], texts: Texts) {
      rows = next
      element.style.height = `${60 + next.length * 30}px`
      chart.setOption(optionOf(next, texts, coloursOf(element)), { notMerge: true })
      chart.resize()
    },
    end() {
      resize.disconnect()
      chart.dispose()
    },
  }
}

function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ...{ red: token('--red-mark'), yellow: token('--yellow-mark'), green: token('--green-mark') },
    ...{ line: token('--line'), ink: token('--ink-2'), surface: token('--surface') },
    font: token('--font-ui'),
  }
}

type Colours = ReturnType<typeof coloursOf>

/** Filled, striped and dotted: read in grey as well. */
const DECALS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6]], dashArrayY: [6, 0] },
]

function optionOf(rows: readonly ColourRow[], texts: Texts, colour: Colours) {
  const label = { color: colour.ink, fontSize: 12, fontFamily: colour.font }
  // A category axis begins at the foot.
  const order = rows.toReversed()
  const series = (['red', 'yellow', 'green'] as const).map((id) => ({
    type: 'bar' as const,
    stack: 'villages',
    name: texts[id],
    barMaxWidth: 18,
    cursor: 'pointer',
    itemStyle: { color: colour[id], borderColor: colour.surface, borderWidth: 1 },
    data: order.map((row) => row[id]),
  }))
  return {
    animation: false,
    aria: {
      ...{ enabled: true, label: { description: texts.description } },
      decal: { show: true, decals: DECALS },
    },
    tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
    grid: { left: 12, right: 20, top: 34, bottom: 8, containLabel: true },
    legend: { top: 4, left: 12, itemWidth: 14, itemHeight: 12, textStyle: label },
    xAxis: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: label,
      splitLine: { lineStyle: { color: colour.line } },
    },
    yAxis: {
      type: 'category' as const,
      data: order.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: label,
    },
    series,
  }
}
