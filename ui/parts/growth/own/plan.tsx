import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { placeName } from '../../../names.ts'
import { t } from '../../../words/index.ts'
import { Mark, type State } from '../../mark.tsx'

type Item = OwnCultivation['items'][number]

/** The plan that goes on with its items, then what was given beside it and what went before. */
export function OwnPlan(props: { own: OwnCultivation }) {
  const words = () => t().growth.own.plan
  const of = (plan: string | null) => props.own.items.filter((item) => item.plan === plan)
  return (
    <>
      <Show when={props.own.plan} fallback={<p class="second">{words().none}</p>}>
        {(plan) => (
          <>
            <Head plan={plan()} items={of(plan().id)} />
            <Items items={of(plan().id)} />
          </>
        )}
      </Show>
      <Show when={of(null).length > 0}>
        <h4>{words().beside}</h4>
        <Items items={of(null)} />
      </Show>
      <Show when={props.own.earlier.length > 0}>
        <details>
          <summary>{words().earlier(props.own.earlier.length)}</summary>
          <For each={props.own.earlier}>
            {(plan) => (
              <>
                <Head plan={plan} items={of(plan.id)} />
                <Items items={of(plan.id)} />
              </>
            )}
          </For>
        </details>
      </Show>
    </>
  )
}

function Head(props: { plan: NonNullable<OwnCultivation['plan']>; items: readonly Item[] }) {
  const words = () => t().growth.own.plan
  const aim = () => {
    const { village, posts } = props.plan
    const named = posts.map((post) => t().post[post]).join(t().comma) || words().anyPost
    return [village && placeName(village.name), named].filter(Boolean).join(' ')
  }
  const done = () => props.items.filter(({ state }) => state === 'done').length
  return (
    <p class="row wrap">
      <b>{words().for(aim())}</b>
      <span class="hint">{words().span(props.plan.startsOn, props.plan.endsOn)}</span>
      <span class="hint push">{words().done(done(), props.items.length)}</span>
    </p>
  )
}

const MARKS: Record<Item['state'], State> = {
  ...{ open: 'unknown', reported: 'weak', done: 'met', dropped: 'unknown' },
}

function Items(props: { items: readonly Item[] }) {
  return (
    <ul class="own-lines">
      <For each={props.items}>{(item) => <Line item={item} />}</For>
    </ul>
  )
}

function Line(props: { item: Item }) {
  const words = () => t().growth.own.plan
  const state = (): State => (props.item.lateDays > 0 ? 'missed' : MARKS[props.item.state])
  const day = () => {
    const { state, doneOn, dueOn } = props.item
    return state === 'done' && doneOn ? words().doneOn(doneOn) : words().dueOn(dueOn)
  }
  const told = () => {
    const { grade, result, evidence, reason } = props.item
    return [
      ...(evidence ? [words().evidence(evidence)] : []),
      ...(result ? [words().result(result)] : []),
      ...(grade ? [words().graded(t().cultivationPlan.grade[grade])] : []),
      ...(reason ? [words().reason(reason)] : []),
    ]
      .map((text) => text.replace(/[。.]$/, ''))
      .join(t().clause)
  }
  return (
    <li>
      <p class="row wrap">
        <span class={`pill ${state()}`}>
          <Mark state={state()} />
          {props.item.lateDays > 0
            ? words().late(props.item.lateDays)
            : t().cultivationPlan.state[props.item.state]}
        </span>
        <span class="medium">{props.item.aim}</span>
        <span class="hint">{t().cultivationPlan.kind[props.item.kind]}</span>
        <span class="hint push nowrap">{day()}</span>
      </p>
      <Show when={told()}>
        <p class="hint">{told()}</p>
      </Show>
    </li>
  )
}
