import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { PlansBeside } from '../../types.ts'
import { t } from '../../words/index.ts'
import { letterOf } from './differences.ts'

const PAGE = 20
type DifferentVillage = PlansBeside['villages'][number]
type Seated = DifferentVillage['teams'][number][number]

/** Villages whose people are not the same in all plans: who sits there in each, and where the others are. */
export function DifferentVillages(props: { found: PlansBeside }) {
  const [most, setMost] = createSignal(PAGE)
  const villages = () => props.found.villages
  const words = () => t().teams.plans
  const left = () => villages().length - most()
  return (
    <section class="card" aria-labelledby="different-villages">
      <div class="card-head">
        <h2 id="different-villages">{words().villages}</h2>
        <span class="hint">{words().villagesHint(villages().length, props.found.count)}</span>
      </div>
      <Show
        when={villages().length > 0}
        fallback={<p class="card-body hint">{words().sameTeams}</p>}
      >
        <div class="scroll">
          <table class="table teams plans" aria-labelledby="different-villages">
            <thead>
              <tr>
                <th scope="col">{words().village}</th>
                <For each={props.found.plans}>
                  {(_, at) => <th scope="col">{words().plan(letterOf(at()))}</th>}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={villages().slice(0, most())}>
                {(village) => <Village village={village} found={props.found} />}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={left() > 0}>
          <p class="table-foot">
            <button
              type="button"
              class="link-button small"
              onClick={() => setMost((now) => now + PAGE)}
            >
              {words().showMore(Math.min(PAGE, left()))}
            </button>
          </p>
        </Show>
      </Show>
    </section>
  )
}

function Village(props: { village: DifferentVillage; found: PlansBeside }) {
  const keys = () => props.village.teams.map((team) => new Set(team.map((seated) => keyOf(seated))))
  /** In the base: not in every other plan the same; in the others: not in the base. */
  const isDifferent = (seated: Seated, at: number) =>
    at === 0
      ? keys().some((plan) => !plan.has(keyOf(seated)))
      : !(keys()[0]?.has(keyOf(seated)) ?? false)
  return (
    <tr>
      <th scope="row">
        <A href={`/villages/${props.village.code}`}>{placeName(props.village.name)}</A>
      </th>
      <For each={props.village.teams}>
        {(team, at) => (
          <td classList={{ 'team-now': at() === 0 }}>
            <ul class="team-names">
              <For
                each={team.filter((seated) => isDifferent(seated, at()))}
                fallback={
                  <li class="hint">{at() === 0 ? t().dash : t().teams.plans.sameAsBase}</li>
                }
              >
                {(seated) => (
                  <Person seated={seated} village={props.village} at={at()} found={props.found} />
                )}
              </For>
            </ul>
          </td>
        )}
      </For>
    </tr>
  )
}

function Person(props: {
  seated: Seated
  village: DifferentVillage
  at: number
  found: PlansBeside
}) {
  const name = () => {
    const { talent } = props.seated
    return personName(props.found.people.find(({ id }) => id === talent)?.name ?? talent)
  }
  const posts = () =>
    props.seated.posts.map((post) => t().postIn[props.village.kind][post]).join(t().separator)
  /** Another village in which the base seats this person. */
  const cameFrom = () => {
    const { talent } = props.seated
    const from = props.found.moves[props.at]?.find((move) => move.talent === talent)?.from
    return from && from.village !== props.village.code
      ? (props.found.villages.find(({ code }) => code === from.village)?.name ?? null)
      : null
  }
  return (
    <li>
      <b>{name()}</b> <span class="hint">{posts()}</span>{' '}
      <Show when={cameFrom()}>
        {(village) => <span class="chip">{t().teams.plans.movedFrom(placeName(village()))}</span>}
      </Show>
    </li>
  )
}

const keyOf = ({ talent, posts }: Seated) => [talent, ...posts].join(' ')
