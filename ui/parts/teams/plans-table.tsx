import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { instant } from '../../format.ts'
import type { PlanBeside, PlansBeside } from '../../types.ts'
import { t } from '../../words/index.ts'
import { letterOf } from './differences.ts'
import { type PlanRow, planRowsOf } from './plans-rows.tsx'

/** Plans as columns; policies, structure, fit with its proof, targets and people as rows. */
export function PlansTable(props: { found: PlansBeside }) {
  const groups = () => planRowsOf(props.found)
  return (
    <section class="card" aria-label={t().teams.plans.table}>
      <div class="scroll">
        <table class="table teams plans" aria-label={t().teams.plans.table}>
          <thead>
            <tr>
              <th scope="col">{t().teams.alternatives.item}</th>
              <For each={props.found.plans}>
                {(plan, at) => (
                  <Head plan={plan} at={at()} township={props.found.township?.code ?? null} />
                )}
              </For>
            </tr>
          </thead>
          <For each={groups()}>
            {({ name, rows, note }) => (
              <tbody>
                <tr class="group">
                  <th scope="rowgroup" colspan={props.found.plans.length + 1}>
                    {name}
                    <Show when={note}>
                      <span class="hint">
                        {t().colon}
                        {note}
                      </span>
                    </Show>
                  </th>
                </tr>
                <For each={rows}>{(row) => <Row row={row} />}</For>
              </tbody>
            )}
          </For>
        </table>
      </div>
    </section>
  )
}

function Head(props: { plan: PlanBeside; at: number; township: string | null }) {
  const href = () => {
    const page = props.township === null ? '/plan' : `/townships/${props.township}/plan`
    return `${page}?draft=${props.plan.id}`
  }
  const words = () => t().teams.plans
  return (
    <th scope="col" classList={{ 'team-now': props.at === 0 }}>
      <div class="team-head">
        <span>
          <A class="medium" href={href()}>
            {words().plan(letterOf(props.at))}
          </A>{' '}
          <Show when={props.at === 0}>
            <span class="chip">{words().base}</span>
          </Show>
          <span class="hint block">{instant(props.plan.createdAt)}</span>
          <span class="hint block">
            {props.plan.isDraft
              ? words().draft(props.plan.policyVersion)
              : words().policy(props.plan.policyVersion)}
          </span>
          <span class="hint block">{words().byHand(props.plan.pins, props.plan.exclusions)}</span>
        </span>
      </div>
    </th>
  )
}

function Row(props: { row: PlanRow }) {
  return (
    <tr classList={{ differs: props.row.isDifferent }}>
      <th scope="row">
        {props.row.name}
        <Show when={props.row.isDifferent}>
          <span class="differs-mark" title={t().pool.comparison.different} aria-hidden="true">
            ≠
          </span>
          <span class="hidden-text"> {t().pool.comparison.different}</span>
        </Show>
      </th>
      <For each={props.row.cells}>
        {(cell, at) => <td classList={{ 'team-now': at() === 0 }}>{cell}</td>}
      </For>
    </tr>
  )
}
