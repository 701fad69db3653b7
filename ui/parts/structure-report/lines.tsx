import { For, Show } from 'solid-js'
import type { StructureLine, StructureReport } from '../../structure-report.ts'
import { say, t } from '../../words/index.ts'
import { Unknown } from '../states.tsx'
import { ChangeMark } from './change.tsx'
import { Dumbbell } from './dumbbell.tsx'

const w = () => t().structureReport

export type Side = 'before' | 'now' | 'after'
export type Open = (line: StructureLine, side: Side, which: 'counted' | 'unknown') => void
type Table = {
  report: StructureReport
  lines: StructureLine[]
  isArithmetic: boolean
  open: Open
  label: string
}

/** A figure a row: before, in office, after, the change, and where they lie. */
export function LinesTable(props: Table) {
  return (
    <section class="scroll" tabindex="0" aria-label={props.label}>
      <table class="table structure-lines" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{w().figure}</th>
            <th scope="col" class="number">
              {say(props.report.labels.before)}
            </th>
            <Show when={props.report.labels.now}>
              {(label) => (
                <th scope="col" class="number desk-only">
                  {say(label())}
                </th>
              )}
            </Show>
            <th scope="col" class="number">
              {say(props.report.labels.after)}
            </th>
            <th scope="col" class="number">
              {w().change}
            </th>
            <th scope="col" class="desk-only">
              {w().chart}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>{(line) => <LineRows {...props} line={line} />}</For>
        </tbody>
      </table>
    </section>
  )
}

function LineRows(props: Table & { line: StructureLine }) {
  const hasNow = () => props.report.labels.now !== null
  return (
    <>
      <tr>
        <th scope="row" class="medium">
          {say(props.line.words)}
        </th>
        <FigureCell {...props} side="before" />
        <Show when={hasNow()}>
          <FigureCell {...props} side="now" isAside />
        </Show>
        <FigureCell {...props} side="after" />
        <td class="number">
          <Show when={props.line.change} fallback={<span class="hint">{t().dash}</span>}>
            {(change) => (
              <ChangeMark
                change={{ ...change(), isTowards: props.line.isTowards }}
                unit={unitOf(props.line)}
              />
            )}
          </Show>
        </td>
        <td class="desk-only">
          <Dumbbell line={props.line} />
        </td>
      </tr>
      <Show when={props.isArithmetic}>
        <tr class="arithmetic">
          <td colspan={hasNow() ? 6 : 5}>
            <p class="medium">{say(props.line.sentence)}</p>
            <Sum figure={props.line.before} label={say(props.report.labels.before)} />
            <Sum figure={props.line.after} label={say(props.report.labels.after)} />
          </td>
        </tr>
      </Show>
    </>
  )
}

function Sum(props: { figure: StructureLine['before']; label: string }) {
  return (
    <Show when={props.figure}>
      {(figure) => (
        <p>
          {props.label}
          {t().colon}
          {say(figure().arithmetic)}
        </p>
      )}
    </Show>
  )
}

/** The number is the door to its people. */
function FigureCell(props: Table & { line: StructureLine; side: Side; isAside?: true }) {
  const figure = () => props.line[props.side]
  const unit = () => (props.line.unit === 'years' ? ` ${w().years}` : '')
  const name = () => `${say(props.line.words)} ${w().side[props.side]}`
  return (
    <td class={props.isAside ? 'number desk-only' : 'number'}>
      <Show when={figure()?.text} fallback={<Unknown />}>
        {(text) => (
          <button
            type="button"
            class="figure"
            aria-label={`${name()} ${text()}${unit()}`}
            onClick={() => props.open(props.line, props.side, 'counted')}
          >
            {text()}
            {unit()}
          </button>
        )}
      </Show>
      <Show when={(figure()?.unknown ?? 0) > 0}>
        <button
          type="button"
          class="figure hint"
          onClick={() => props.open(props.line, props.side, 'unknown')}
        >
          {w().unknownPeople(figure()!.unknown)}
        </button>
      </Show>
    </td>
  )
}

function unitOf({ unit }: StructureLine): string {
  return unit === 'share' ? ` ${w().points}` : unit === 'years' ? ` ${w().years}` : ''
}
