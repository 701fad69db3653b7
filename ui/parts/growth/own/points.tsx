import { createSignal, For, Show } from 'solid-js'
import { plainNumber } from '../../../format.ts'
import type { OwnCultivation } from '../../../growth.ts'
import { say, t } from '../../../words/index.ts'
import { SelectField } from '../../account/fields.tsx'

type Line = OwnCultivation['points'][number]['lines'][number]

/** The own points of a quarter, each with the entries behind it; no rank. */
export function OwnPoints(props: { points: OwnCultivation['points'] }) {
  const words = () => t().growth.own.points
  const [quarter, choose] = createSignal(props.points[0]?.quarter ?? '')
  const card = () => props.points.find((one) => one.quarter === quarter())
  return (
    <>
      <p class="hint">{words().hint}</p>
      <SelectField
        label={words().quarter}
        value={quarter()}
        choices={props.points.map((one) => ({
          value: one.quarter,
          name: t().growth.own.checks.period(one.quarter),
        }))}
        set={choose}
      />
      <Show when={card()?.points != null} fallback={<p class="second">{words().none}</p>}>
        <p class="own-total">{words().total(plainNumber(card()?.points ?? 0))}</p>
        <ul class="own-lines">
          <For each={card()?.lines}>{(line) => <Indicator line={line} />}</For>
        </ul>
      </Show>
    </>
  )
}

function Indicator(props: { line: Line }) {
  const words = () => t().growth.own.points
  const text = () => {
    const { indicator, times, points } = props.line
    const said = indicator === 'training.hour' ? words().hours : words().line
    return said(plainNumber(times), plainNumber(points))
  }
  return (
    <li>
      <p class="row wrap">
        <span>{say(props.line.words)}</span>
        <b>{text()}</b>
        <Show when={props.line.isCapped}>
          <span class="chip">{words().capped}</span>
        </Show>
      </p>
      <p class="hint">
        {props.line.from.map(({ on, words: what }) => `${on} ${say(what)}`).join(t().clause)}
      </p>
    </li>
  )
}
