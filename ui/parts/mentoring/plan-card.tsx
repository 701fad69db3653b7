import { A } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { type CultivationItem, cultivatedOf } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'
import { shortDay } from './days.ts'
import { dueState } from './due-list.tsx'
import { FromServer } from './needs-network.tsx'

/** Everything that the person is to do, in the order of its days. */
export function PlanCard(props: { talent: { id: string; name: string } }) {
  return (
    <section class="card plan-card" aria-labelledby="mentee-plan">
      <div class="card-head">
        <h2 id="mentee-plan">{t().mentoring.plan.title(personName(props.talent.name))}</h2>
        <A class="push" href={`/talents/${props.talent.id}`}>
          {t().mentoring.plan.portrait}
        </A>
      </div>
      <Suspense fallback={<p class="hint card-body">{t().shell.loading}</p>}>
        <Show when={props.talent.id} keyed>
          {(id) => (
            <FromServer read={() => cultivatedOf(id)}>
              {(known) => <Items items={known().items} />}
            </FromServer>
          )}
        </Show>
      </Suspense>
    </section>
  )
}

function Items(props: { items: readonly CultivationItem[] }) {
  const words = () => t().mentoring.plan
  const done = () => props.items.filter(({ state }) => state === 'done').length
  return (
    <Show when={props.items.length > 0} fallback={<NoPlan />}>
      <p class="hint plan-facts">{words().facts(props.items.length, done())}</p>
      <section class="scroll" tabindex="0" aria-labelledby="mentee-plan">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words().aim}</th>
              <th scope="col">{words().kind}</th>
              <th scope="col">{words().dueOn}</th>
              <th scope="col">{words().result}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.items}>
              {(item) => (
                <tr>
                  <td>{item.aim}</td>
                  <td class="nowrap">{words().kinds[item.kind]}</td>
                  <td class="nowrap">{shortDay(item.dueOn)}</td>
                  <td class="nowrap">
                    <span class="due-line">
                      <Mark state={stateOf(item)} />
                      {item.lateDays > 0
                        ? t().mentoring.lateDays(item.lateDays)
                        : words().states[item.state]}
                    </span>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  )
}

function stateOf({ state, lateDays, dueOn }: CultivationItem): State {
  if (state === 'done') return 'met'
  if (state === 'dropped') return 'unknown'
  return state === 'reported' ? 'weak' : dueState({ lateDays, on: dueOn })
}

function NoPlan() {
  return (
    <p class="hint card-body">
      {t().mentoring.empty.noPlan}
      {t().separator}
      {t().mentoring.empty.noPlanText}
    </p>
  )
}
