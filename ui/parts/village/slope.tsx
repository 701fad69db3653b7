import { createMemo, For } from 'solid-js'
import { t } from '../../words/index.ts'
import type { Placed } from './trial.ts'

/** Places drawn; further down is one row below. */
const ROWS = 8
const STEP = 25
const WIDTH = 400

/** The ranking before and after, one line for each person; only those who moved are coloured. */
export function Slope(props: { before: Placed[]; after: Placed[]; name: (id: string) => string }) {
  const lines = createMemo(() => {
    const near = new Set(
      [...props.before.slice(0, ROWS), ...props.after.slice(0, ROWS)].map(({ talent }) => talent),
    )
    const place = (list: Placed[], id: string) => list.findIndex(({ talent }) => talent === id)
    return [...near].map((id) => ({
      id,
      from: place(props.before, id),
      to: place(props.after, id),
    }))
  })
  const moved = () => lines().filter(({ from, to }) => from !== to)
  const text = () =>
    moved().length === 0
      ? t().whatIf.slopeSame
      : t().whatIf.slope(
          moved()
            .map(({ id, from, to }) => t().whatIf.rose(props.name(id), from + 1, to + 1))
            .join(t().comma),
        )
  return (
    <svg
      class="slope"
      viewBox={`0 0 ${WIDTH} ${(Math.min(ROWS, props.before.length) + Number(props.before.length > ROWS)) * STEP}`}
      role="img"
      aria-label={text()}
    >
      <For each={lines()}>{(line) => <Line {...line} name={props.name(line.id)} />}</For>
    </svg>
  )
}

function Line(props: { from: number; to: number; name: string }) {
  const isMoved = () => props.from !== props.to
  const y = (place: number) => Math.min(place, ROWS) * STEP + STEP / 2
  const label = (place: number) => `${place + 1}  ${props.name}`
  return (
    <g classList={{ moved: isMoved() }}>
      <text x="136" y={y(props.from) + 4} text-anchor="end">
        {props.from < ROWS ? label(props.from) : ''}
      </text>
      <line x1="146" x2="254" y1={y(props.from)} y2={y(props.to)} />
      <circle cx="146" cy={y(props.from)} r="3" />
      <circle cx="254" cy={y(props.to)} r="3" />
      <text x="264" y={y(props.to) + 4}>
        {props.to < ROWS ? label(props.to) : ''}
      </text>
    </g>
  )
}
