import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { Overview } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { changeText, measuresOf, measureText } from '../plan/measures.ts'

const w = () => t().overview

/** A measure in last term, today and as the newest plan proposes. */
export function linesOf({ structure, total }: Overview) {
  const { lastTerm, now, plan, unknown } = structure
  const known = total.villages - unknown
  const after = plan?.after ?? now
  if (!after) return []
  const ofPlan = measuresOf(null, after, [], plan?.villages ?? known)
  const ofNow = now && measuresOf(lastTerm, now, [], known)
  return ofPlan.map((measure, at) => ({
    id: measure.id,
    last: ofNow?.[at]?.last ?? null,
    now: ofNow?.[at]?.plan ?? null,
    plan: plan ? measure.plan : null,
    change: changeText({ ...measure, last: ofNow?.[at]?.last ?? null }),
  }))
}

/** Structure of the teams before and after, as a table that people quote. */
export function StructureCard(props: { overview: Overview; planHref: string }) {
  const said = () => props.overview.structure
  return (
    <section class="card" aria-labelledby="structure">
      <div class="card-head">
        <h2 id="structure">{w().structure}</h2>
        <span class="hint">{w().structureHint(said().plan !== null)}</span>
        <A class="push small" href="/structure">
          {w().structureAll}
        </A>
      </div>
      <Show
        when={linesOf(props.overview).length > 0}
        fallback={<p class="card-body hint">{w().noStructure}</p>}
      >
        <section class="scroll" tabindex="0" aria-labelledby="structure">
          <table class="table small-rows" aria-labelledby="structure">
            <thead>
              <tr>
                <th scope="col">{w().measure}</th>
                <th scope="col" class="number">
                  {w().lastTerm}
                </th>
                <th scope="col" class="number">
                  {w().now}
                </th>
                <Show when={said().plan}>
                  <th scope="col" class="number">
                    {w().plan}
                  </th>
                </Show>
                <th scope="col" class="number">
                  {w().change}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={linesOf(props.overview)}>
                {(line) => (
                  <tr>
                    <th scope="row" class="nowrap">
                      {t().plan.structureName[line.id]}
                    </th>
                    <td class="number second">{measureText(line.id, line.last)}</td>
                    <td class="number second">{measureText(line.id, line.now)}</td>
                    <Show when={said().plan}>
                      <td class="number strong">{measureText(line.id, line.plan)}</td>
                    </Show>
                    <td class="number">{line.change}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
      <Foot overview={props.overview} planHref={props.planHref} />
    </section>
  )
}

function Foot(props: { overview: Overview; planHref: string }) {
  const said = () => props.overview.structure
  const all = () => props.overview.total.villages
  return (
    <p class="table-foot hint">
      <Show
        when={said().plan}
        fallback={
          <>
            {w().noPlan} <A href={props.planHref}>{w().makePlan}</A>
          </>
        }
      >
        {(plan) => w().planPart(whole(plan().villages), whole(all()))}
      </Show>
      <Show when={said().unknown > 0}>
        {t().clause}
        {w().structureUnknown(whole(said().unknown))}
      </Show>
    </p>
  )
}
