import { createSignal, For, Show } from 'solid-js'
import type { Structure, TargetResult } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { stateText, valueText } from '../target.ts'
import { changeText, type Measure, measuresOf, measureText } from './measures.ts'

/** Structure before and after: a table with a dumbbell in each row, or its counts. */
export function StructureCard(props: {
  before: Structure | null
  after: Structure
  targets: TargetResult[]
  villages: number
}) {
  const [isData, setData] = createSignal(false)
  const measures = () => measuresOf(props.before, props.after, props.targets, props.villages)
  return (
    <section class="card" aria-labelledby="structure">
      <div class="card-head">
        <h2 id="structure">{t().plan.structure}</h2>
        <span class="hint">{t().plan.lastHint}</span>
        <span class="push row">
          <Legend />
          <button
            type="button"
            class="button slim"
            aria-pressed={isData()}
            onClick={() => setData((now) => !now)}
          >
            {t().plan.showData}
          </button>
        </span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="structure">
        <table class="table structure" data-density="compact" aria-labelledby="structure">
          <thead>
            <tr>
              <th scope="col">{t().plan.indicator}</th>
              <th scope="col" class="number">
                {t().plan.last}
              </th>
              <th scope="col">
                {isData() ? t().plan.counts : <span class="hidden-text">{t().plan.change}</span>}
              </th>
              <th scope="col" class="number">
                {t().plan.plan}
              </th>
              <th scope="col" class="number">
                {t().plan.change}
              </th>
              <th scope="col">{t().plan.target}</th>
            </tr>
          </thead>
          <tbody>
            <For each={measures()}>
              {(measure) => <MeasureRow measure={measure} isData={isData()} />}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.before === null}>
        <p class="table-foot hint">{t().plan.noLast}</p>
      </Show>
    </section>
  )
}

function Legend() {
  return (
    <span class="hint row" aria-hidden="true">
      <span>○ {t().plan.last}</span>
      <span class="accent-text">● {t().plan.plan}</span>
      <span>┆ {t().plan.target}</span>
    </span>
  )
}

function MeasureRow(props: { measure: Measure; isData: boolean }) {
  const measure = () => props.measure
  return (
    <tr>
      <th scope="row" class="nowrap">
        {t().plan.structureName[measure().id]}
      </th>
      <td class="number second">{measureText(measure().id, measure().last)}</td>
      <td>
        <Show when={!props.isData} fallback={<span class="nowrap">{countsText(measure())}</span>}>
          <Dumbbell measure={measure()} />
        </Show>
      </td>
      <td class="number strong">{measureText(measure().id, measure().plan)}</td>
      <td class="number second">{changeText(measure())}</td>
      <td class="small">
        <Show when={measure().target} fallback={<span class="hint">{t().dash}</span>}>
          {(target) => (
            <StateWord state={stateOf(target())}>
              <span title={stateText(target())}>{targetText(target())}</span>
            </StateWord>
          )}
        </Show>
      </td>
    </tr>
  )
}

/** ○ last term, ● plan, dashed the target, on a fixed axis. */
function Dumbbell(props: { measure: Measure }) {
  const x = (value: number) => {
    const [from, to] = props.measure.axis
    return 6 + (Math.min(to, Math.max(from, value)) - from) * (100 / (to - from))
  }
  return (
    <svg class="dumbbell" width="112" height="18" viewBox="0 0 112 18" aria-hidden="true">
      <line class="axis" x1="6" x2="106" y1="9" y2="9" />
      <Show when={props.measure.target?.bound ?? null}>
        {(bound) => <line class="target-line" x1={x(bound())} x2={x(bound())} y1="2" y2="16" />}
      </Show>
      <Show when={props.measure.last !== null && props.measure.plan !== null}>
        <line
          class="span"
          x1={x(props.measure.last ?? 0)}
          x2={x(props.measure.plan ?? 0)}
          y1="9"
          y2="9"
        />
      </Show>
      <Show when={props.measure.last !== null}>
        <circle class="before" cx={x(props.measure.last ?? 0)} cy="9" r="4" />
      </Show>
      <Show when={props.measure.plan !== null}>
        <circle class="after" cx={x(props.measure.plan ?? 0)} cy="9" r="4.5" />
      </Show>
    </svg>
  )
}

function countsText({ lastCount, planCount }: Measure): string {
  const text = (count: [number, number] | null) => (count ? `${count[0]} / ${count[1]}` : t().dash)
  return `${text(lastCount)} → ${text(planCount)}`
}

function targetText({ id, bound }: TargetResult): string {
  const value = valueText(id, bound)
  return id === 'age.mean' ? t().plan.below(value) : t().plan.above(value)
}
