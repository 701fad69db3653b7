import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { duration } from '../../format.ts'
import { TIERS, type Tier } from '../../types.ts'
import type { ProgressPoint } from './run.ts'

use([LineChart, GridComponent, AriaComponent, SVGRenderer])

/** Best plan as a step line under its dashed bound, and below them what each tier misses. */
export function drawProgress(element: HTMLElement, description: string) {
  const chart = init(element, null, { renderer: 'svg' })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return {
    show(events: readonly ProgressPoint[]) {
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
    tiers: { law: token('--red-mark'), policy: token('--yellow-mark'), wish: token('--ink-3') },
    line: token('--line'),
    ink: token('--ink-3'),
    font: token('--font-ui'),
  }
}
type Colours = ReturnType<typeof colours>
type Pairs = [seconds: number, value: number][]

const TOP = { left: 52, right: 16, top: 10, height: 96 }
const BELOW = { left: 52, right: 16, top: 124, height: 44 }

function optionOf(events: readonly ProgressPoint[], description: string, colour: Colours) {
  const pairs = (pick: (event: ProgressPoint) => number | null | undefined): Pairs =>
    events.flatMap((event) => {
      const value = pick(event)
      return value === null || value === undefined ? [] : [[event.elapsedSeconds, value]]
    })
  const best = pairs(({ objective }) => objective && objective * 100)
  const bound = pairs(({ bound }) => bound && bound * 100)
  const last = events.at(-1)?.elapsedSeconds ?? 1
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: [TOP, BELOW],
    xAxis: [secondsAxis(colour, 0, last, false), secondsAxis(colour, 1, last, true)],
    yAxis: [
      { ...valueAxis(colour, 0, true), min: leastShown(best, bound) },
      valueAxis(colour, 1, false),
    ],
    series: [
      stepLine(best, colour.best, 2),
      {
        ...line(bound, colour.bound, 1.5),
        lineStyle: { color: colour.bound, width: 1.5, type: 'dashed' as const },
      },
      ...TIERS.map((tier) => ({
        ...stepLine(
          pairs(({ misses }) => misses?.[tier]),
          colour.tiers[tier],
          1.5,
        ),
        lineStyle: { color: colour.tiers[tier], width: 1.5, type: DASHES[tier] },
        xAxisIndex: 1,
        yAxisIndex: 1,
      })),
    ],
  }
}

/** The first answers are far below the rest: the axis begins where the work goes on. */
function leastShown(best: Pairs, bound: Pairs): number {
  const top = bound.at(-1)?.[1] ?? best.at(-1)?.[1] ?? 0
  const lowest = Math.min(...best.map(([, value]) => value), top)
  const latest = best.at(-1)?.[1] ?? top
  const least = Math.max(lowest, Math.min(NEAR * top, latest - ROOM * (top - latest)))
  const step = 10 ** Math.floor(Math.log10(Math.max(10, top - least)))
  return Math.floor(least / step) * step
}
/** Of the bound. */
const NEAR = 0.9
/** Under the best plan, as a part of what lies between it and the bound. */
const ROOM = 0.25

/** Told apart without colour. */
const DASHES: Record<Tier, 'solid' | 'dashed' | 'dotted'> = {
  law: 'solid',
  policy: 'dashed',
  wish: 'dotted',
}

function line(data: Pairs, color: string, width: number) {
  return { type: 'line' as const, data, symbol: 'none', lineStyle: { color, width } }
}

/** A single answer would be no line: it is a dot. */
function stepLine(data: Pairs, color: string, width: number) {
  return {
    ...line(data, color, width),
    step: 'end' as const,
    itemStyle: { color },
    ...(data.length === 1 && { symbol: 'circle', symbolSize: 6 }),
  }
}

function secondsAxis(colour: Colours, gridIndex: number, max: number, isLabelled: boolean) {
  return {
    type: 'value' as const,
    ...{ gridIndex, min: 0, max },
    axisLabel: {
      ...label(colour),
      show: isLabelled,
      formatter: (seconds: number) => duration(seconds),
      hideOverlap: true,
      showMaxLabel: false,
    },
    axisLine: { lineStyle: { color: colour.line } },
    axisTick: { show: false },
    splitLine: { show: false },
  }
}

function valueAxis(colour: Colours, gridIndex: number, scale: boolean) {
  return {
    type: 'value' as const,
    ...{ gridIndex, scale, splitNumber: scale ? 3 : 1 },
    ...(!scale && { min: 0, minInterval: 1 }),
    axisLabel: label(colour),
    splitLine: { lineStyle: { color: colour.line } },
  }
}

const label = ({ ink, font }: Colours) => ({ color: ink, fontSize: 11, fontFamily: font })
