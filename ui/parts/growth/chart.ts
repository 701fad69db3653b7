import type { CustomSeriesRenderItem } from 'echarts'
import { CustomChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([CustomChart, LineChart, GridComponent, AriaComponent, LabelLayout, SVGRenderer])

/** One day of a series, 0 to 1; `label` is written at the point. */
export type ChartPoint = { on: string; value: number; low: number; high: number; label?: string }
/** What began on a day. */
export type ChartEvent = { on: string; name: string }

/** A line on the band of its interval over days, like every growth of one person. */
export function drawGrowth(element: HTMLElement) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return {
    show(points: readonly ChartPoint[], events: readonly ChartEvent[], description: string) {
      const drawn = { points, events, description, colour: colours(element) }
      chart.setOption(optionOf(drawn), { notMerge: true })
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
    value: token('--d-1'),
    band: token('--d-band'),
    surface: token('--surface'),
    line: token('--line'),
    ink: token('--ink-3'),
    strong: token('--ink'),
    font: token('--font-ui'),
  }
}
type Colours = ReturnType<typeof colours>

/** Beside the first and the last point, for their labels, as a part of the span. */
const ROOM = 0.06

/** The axis of fit everywhere; a value below it opens the axis to 0. */
const LEAST = 0.3

type Drawn = {
  points: readonly ChartPoint[]
  events: readonly ChartEvent[]
  description: string
  colour: Colours
}

function optionOf({ points, events, description, colour }: Drawn) {
  const text = { color: colour.ink, fontSize: 11, fontFamily: colour.font }
  const min = points.some(({ value }) => value < LEAST) ? 0 : LEAST * 100
  const first = points[0]?.on ?? ''
  const [from, to] = [first, points.at(-1)?.on ?? ''].map((on) => new Date(on).getTime())
  const room = ((to ?? 0) - (from ?? 0)) * ROOM
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: { left: 30, right: 8, top: events.length > 0 ? 30 : 18, bottom: 24 },
    xAxis: {
      type: 'time' as const,
      ...{ min: (from ?? 0) - room, max: (to ?? 0) + room },
      axisLabel: { ...text, formatter: quarterText, hideOverlap: true, customValues: ends(points) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      ...{ min, max: 100, interval: min === 0 ? 25 : 35 },
      axisLabel: text,
      splitLine: { lineStyle: { color: colour.line } },
    },
    series: [
      {
        type: 'custom' as const,
        data: [[first, 0]],
        renderItem: bandOf(points, colour),
        clip: true,
        silent: true,
        z: 1,
      },
      {
        type: 'custom' as const,
        data: events.map(({ on }, at) => [on, 100, at]),
        renderItem: eventOf(events, colour),
        silent: true,
        z: 1,
      },
      {
        type: 'line' as const,
        data: points.map(({ on, value, label }) => ({
          value: [on, value * 100],
          symbol: label === undefined ? 'none' : 'circle',
          label: { show: label !== undefined, formatter: label ?? '' },
        })),
        symbolSize: 7,
        itemStyle: { color: colour.surface, borderColor: colour.value, borderWidth: 2 },
        lineStyle: { color: colour.value, width: 2 },
        label: {
          ...{ position: 'top' as const, distance: 6, fontSize: 12, fontFamily: colour.font },
          color: colour.strong,
          fontWeight: 600,
        },
        labelLayout: { hideOverlap: true },
        z: 2,
      },
    ],
  }
}

/** The interval as one area; a step stands upright in it. */
function bandOf(points: readonly ChartPoint[], colour: Colours): CustomSeriesRenderItem {
  return (_, chart) => {
    const at = (pick: 'low' | 'high') => (point: ChartPoint) =>
      chart.coord([point.on, point[pick] * 100])
    const edge = [...points.map(at('high')), ...points.toReversed().map(at('low'))]
    const style = { fill: colour.band, opacity: 0.55 }
    return { type: 'polygon' as const, shape: { points: edge }, style }
  }
}

/** A dotted line down from the name of what began; a name too near the one before is left to the list. */
function eventOf(events: readonly ChartEvent[], colour: Colours): CustomSeriesRenderItem {
  let written = Number.NEGATIVE_INFINITY
  return (_, chart) => {
    const at = Number(chart.value(2))
    if (at === 0) written = Number.NEGATIVE_INFINITY
    const [x = 0, top = 0] = chart.coord([chart.value(0), 100])
    const [, bottom = 0] = chart.coord([chart.value(0), 0])
    const isWritten = x - written >= NAME_ROOM
    if (isWritten) written = x
    const line = {
      type: 'line' as const,
      shape: { x1: x, y1: top - 8, x2: x, y2: Math.min(bottom, top + EVENT_DEPTH) },
      style: { stroke: colour.ink, lineDash: [2, 2], lineWidth: 1 },
    }
    const text = {
      type: 'text' as const,
      style: {
        ...{ text: isWritten ? (events[at]?.name ?? '') : '', x, y: top - 10, fill: colour.ink },
        ...{ font: `11px ${colour.font}`, align: 'center', verticalAlign: 'bottom' },
      },
    }
    return { type: 'group' as const, children: [line, text] } as ReturnType<CustomSeriesRenderItem>
  }
}
/** Pixels between the middles of two names, and down from the top. */
const NAME_ROOM = 64
const EVENT_DEPTH = 40

/** Where the axis is written on: ends of quarters and the last day. */
function ends(points: readonly ChartPoint[]): number[] {
  const isEnd = (on: string) => ['03-31', '06-30', '09-30', '12-31'].includes(on.slice(5))
  const days = points.map(({ on }) => on).filter((on, at) => isEnd(on) || at === points.length - 1)
  return [...new Set(days)].map((on) => new Date(on).getTime())
}

/** 26Q3 at the end of a quarter, else month and day. */
function quarterText(time: number): string {
  const day = new Date(time).toISOString().slice(0, 10)
  const quarter = ['03-31', '06-30', '09-30', '12-31'].indexOf(day.slice(5))
  return quarter === -1 ? day.slice(5) : `${day.slice(2, 4)}Q${quarter + 1}`
}
