import { For, type JSX, Show } from 'solid-js'
import { oneDecimal, shareOf, totalFit } from '../../format.ts'
import type { Post, Structure, TargetResult, TeamPlan, Village } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { meanAgeOf, shareIn } from '../structure.ts'
import { headline, inOrder, stateText } from '../target.ts'
import { changesBetween, postsIn } from './differences.ts'

export type TeamRow = { name: string; cells: JSX.Element[]; isDifferent: boolean }
type Group = { name: string; rows: TeamRow[] }
type Shown = { kind: Village['kind']; nameOf: (id: string) => string }

/** Posts, who comes and goes, structure, targets and fit of the teams, each a row. */
export function rowsOf(teams: TeamPlan[], shown: Shown): Group[] {
  const words = t().teams.alternatives
  return [
    { name: words.posts, rows: postRows(teams, shown) },
    { name: words.changes, rows: changeRows(teams, shown) },
    { name: words.structure, rows: structureRows(teams) },
    { name: words.targets, rows: targetRows(teams) },
    { name: words.fit, rows: [fitRow(teams)] },
  ]
}

function postRows(teams: TeamPlan[], { kind, nameOf }: Shown): TeamRow[] {
  const first = new Set(postsIn(teams[0] as TeamPlan).keys())
  return POSTS.flatMap((post) => {
    const held = teams.map((team) => holdersOf(team, post))
    if (held.every((ids) => ids.length === 0)) return []
    return [
      {
        name: t().postIn[kind][post],
        isDifferent: new Set(held.map((ids) => [...ids].sort().join())).size > 1,
        cells: held.map((ids) => <Names ids={ids} first={first} nameOf={nameOf} />),
      },
    ]
  })
}

const holdersOf = (team: TeamPlan, post: Post) =>
  (team.slates[0]?.seats ?? []).flatMap((seat) => (seat.post === post ? [seat.talent] : []))

function Names(props: { ids: string[]; first: Set<string>; nameOf: (id: string) => string }) {
  return (
    <ul class="team-names">
      <For each={props.ids} fallback={<li class="hint">{t().slate.vacant}</li>}>
        {(id) => (
          <li>
            <Show when={!props.first.has(id)} fallback={props.nameOf(id)}>
              <b>{props.nameOf(id)}</b>{' '}
              <span class="chip accent">{t().teams.alternatives.newcomer}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

function changeRows(teams: TeamPlan[], { nameOf }: Shown): TeamRow[] {
  const [first, ...others] = teams.map(postsIn)
  const changes = others.map((other) => changesBetween(first ?? new Map(), other))
  const words = t().teams.alternatives
  return (['comes', 'goes', 'moves'] as const).map((kind) => ({
    name: words[kind],
    isDifferent: changes.some((change) => change[kind].length > 0),
    cells: [
      t().dash,
      ...changes.map((change) => change[kind].map(nameOf).join(t().comma) || words.nobody),
    ],
  }))
}

function structureRows(teams: TeamPlan[]): TeamRow[] {
  const row = (name: string, text: (structure: Structure) => string): TeamRow =>
    textRow(
      name,
      teams.map(({ after }) => text(after)),
    )
  const names = t().plan.structureName
  return [
    row(names.meanAge, meanAgeOf),
    row(names.aged35OrUnder, (one) => shareIn(one, 'aged35OrUnder')),
    row(names.collegeOrAbove, (one) => shareIn(one, 'collegeOrAbove')),
    row(names.women, (one) => shareIn(one, 'women')),
    row(names.partyMembers, (one) => shareOf(one.partyMembers, one.people)),
    row(names.crossAppointed, (one) => shareOf(one.crossAppointed, one.people)),
  ]
}

function targetRows(teams: TeamPlan[]): TeamRow[] {
  const first = inOrder(teams[0]?.slates[0]?.targets ?? []).filter(({ met }) => met !== null)
  return first.map(({ id }) => {
    const results = teams.map(({ slates }) => slates[0]?.targets.find((one) => one.id === id))
    return {
      name: targetName(id),
      isDifferent: new Set(results.map((one) => one && headline(one) + stateText(one))).size > 1,
      cells: results.map((one) => one && <Target target={one} />),
    }
  })
}

function Target(props: { target: TargetResult }) {
  return (
    <span class="row wrap">
      {headline(props.target)}
      <StateWord state={stateOf(props.target)}>{stateText(props.target)}</StateWord>
    </span>
  )
}

function fitRow(teams: TeamPlan[]): TeamRow {
  const sum = (team: TeamPlan, end: 'low' | 'high') =>
    totalFit((team.slates[0]?.seats ?? []).reduce((total, seat) => total + seat[end], 0))
  return {
    name: t().teams.alternatives.fit,
    isDifferent: true,
    cells: teams.map((team) => (
      <>
        <b>{oneDecimal(team.objective * 100)}</b>{' '}
        <span class="hint">
          {sum(team, 'low')}–{sum(team, 'high')}
        </span>
      </>
    )),
  }
}

const textRow = (name: string, cells: string[]): TeamRow => ({
  name,
  cells,
  isDifferent: new Set(cells).size > 1,
})
