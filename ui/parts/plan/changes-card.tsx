import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { totalFit } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import type { Person, PlanChanges, Post, SolvedPlan, TargetId } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { StateWord } from '../mark.tsx'

type VillageChange = PlanChanges['villages'][number]
type Change = VillageChange['left'][number]
type Place = SolvedPlan['villages'][number]

/** Who came, left and moved against the plan that this one replaces, and why. */
export function ChangesCard(props: {
  changes: PlanChanges
  solved: SolvedPlan
  /** The plan before, as it is called on this page. */
  before: string
}) {
  const people = () => new Map(props.solved.people.map((one) => [one.id, one]))
  const villages = () => new Map(props.solved.villages.map((one) => [one.code, one]))
  return (
    <section class="card" aria-labelledby="changes">
      <div class="card-head">
        <h2 id="changes">{t().planning.replan.title}</h2>
        <span class="hint">
          {props.before}
          {t().separator}
          {t().planning.replan.summary(props.changes.seats, props.changes.villages.length)}
          {t().separator}
          {t().planning.replan.price(totalFit(props.changes.price))}
        </span>
      </div>
      <LetGo changes={props.changes} people={people()} villages={villages()} />
      <Show
        when={props.changes.villages.length > 0}
        fallback={<p class="card-body second">{t().planning.replan.none}</p>}
      >
        <div class="scroll">
          <table class="table plan-changes" aria-labelledby="changes">
            <thead>
              <tr>
                <th scope="col">{t().planning.replan.village}</th>
                <th scope="col">{t().planning.replan.change}</th>
                <th scope="col">{t().planning.replan.person}</th>
                <th scope="col" class="wide">
                  {t().planning.replan.why}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.changes.villages}>
                {(one) => (
                  <VillageRows
                    change={one}
                    people={people()}
                    village={villages().get(one.village)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}

function VillageRows(props: {
  change: VillageChange
  people: Map<string, Person>
  village: Place | undefined
}) {
  const rows = () => [
    ...props.change.left.map((change) => ({ kind: 'left' as const, change })),
    ...props.change.came.map((change) => ({ kind: 'came' as const, change })),
    ...props.change.moved.map((change) => ({ kind: 'moved' as const, change })),
  ]
  const postsText = (posts: Post[]) =>
    posts.map((post) => t().postIn[props.village?.kind ?? 'village'][post]).join(t().comma)
  const change = ({ was, posts }: Change) =>
    [postsText(was), postsText(posts)].filter((text) => text !== '').join(' → ')
  return (
    <For each={rows()}>
      {(row, at) => (
        <tr>
          <th scope="row">
            <Show when={at() === 0}>
              <A href={`/villages/${props.change.village}`}>
                {placeName(props.village?.name ?? props.change.village)}
              </A>
              <Targets change={props.change} />
            </Show>
          </th>
          <td class="nowrap">
            <span class={`chip change-${row.kind}`}>{t().planning.replan[row.kind]}</span>
          </td>
          <td>
            <b>{nameIn(props.people, row.change.talent)}</b>{' '}
            <span class="hint">{change(row.change)}</span>
          </td>
          <td class="wide">{say(row.change.words)}</td>
        </tr>
      )}
    </For>
  )
}

function Targets(props: { change: VillageChange }) {
  const names = (ids: TargetId[]) => ids.map(targetName).join(t().comma)
  const line = (ids: TargetId[], state: 'met' | 'weak', word: string): JSX.Element => (
    <Show when={ids.length > 0}>
      <span class="small block">
        <StateWord state={state}>
          {word} {names(ids)}
        </StateWord>
      </span>
    </Show>
  )
  return (
    <>
      {line(props.change.mended, 'met', t().planning.replan.mended)}
      {line(props.change.lost, 'weak', t().planning.replan.lost)}
    </>
  )
}

function LetGo(props: {
  changes: PlanChanges
  people: Map<string, Person>
  villages: Map<string, Place>
}) {
  return (
    <Show when={props.changes.letGo.length > 0}>
      <div class="card-body">
        <h3>{t().planning.replan.letGo}</h3>
        <ul class="bullets">
          <For each={props.changes.letGo}>
            {({ pin, words }) => (
              <li>
                {nameIn(props.people, pin.talent)}{' '}
                {placeName(props.villages.get(pin.village)?.name ?? pin.village)}{' '}
                {t().postIn[props.villages.get(pin.village)?.kind ?? 'village'][pin.post]}
                {t().colon}
                {say(words)}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

const nameIn = (people: Map<string, Person>, id: string) => {
  const name = people.get(id)?.name
  return name ? personName(name) : t().planning.draft.somebody
}
