import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Alternatives, Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { useBoard } from '../village/board.ts'
import { letterOf, postsIn, signedPoints } from './differences.ts'
import { rowsOf, type TeamRow } from './teams-rows.tsx'

/** Teams as columns, what is compared as rows; what differs from team A says so. */
export function TeamsTable(props: { found: Alternatives }) {
  const [isOnlyDifferent, setOnlyDifferent] = createSignal(true)
  const board = useBoard()
  const nameOf = (id: string) =>
    personName(props.found.people.find((person) => person.id === id)?.name ?? id)
  const groups = () => rowsOf(props.found.teams, { kind: board.village.kind, nameOf })
  const shown = () =>
    groups()
      .map((group) => ({
        ...group,
        rows: group.rows.filter((row) => !isOnlyDifferent() || row.isDifferent),
      }))
      .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <div class="scroll">
        <table class="table teams" aria-label={t().teams.alternatives.table}>
          <thead>
            <tr>
              <th scope="col">
                <label class="tick">
                  <input
                    type="checkbox"
                    class="box"
                    checked={isOnlyDifferent()}
                    onChange={() => setOnlyDifferent((now) => !now)}
                  />
                  {t().teams.alternatives.onlyDifferent}
                </label>
              </th>
              <For each={props.found.teams}>
                {(_, at) => <Head found={props.found} at={at()} />}
              </For>
            </tr>
          </thead>
          <For each={shown()}>
            {({ name, rows }) => (
              <tbody>
                <tr class="group">
                  <th scope="rowgroup" colspan={props.found.teams.length + 1}>
                    {name}
                  </th>
                </tr>
                <For each={rows}>{(row) => <Row row={row} />}</For>
              </tbody>
            )}
          </For>
        </table>
      </div>
      <Show when={shown().length === 0}>
        <p class="table-foot hint" role="status">
          {t().teams.alternatives.allSame}
        </p>
      </Show>
      <p class="table-foot hint desk-only">{t().teams.alternatives.takeHint}</p>
    </>
  )
}

function Head(props: { found: Alternatives; at: number }) {
  const board = useBoard()
  const team = () => props.found.teams[props.at]
  const difference = () => (team()?.objective ?? 0) - (props.found.teams[0]?.objective ?? 0)
  const take = () => {
    const found = team()
    if (!found) return
    const seated = [...postsIn(found)].map(
      ([talent, posts]): { talent: string; posts: Post[] } => ({
        talent,
        posts,
      }),
    )
    board.take(seated)
  }
  return (
    <th scope="col" classList={{ 'team-now': props.at === 0 }}>
      <div class="team-head">
        <span>
          <b>{t().teams.name(letterOf(props.at))}</b>{' '}
          <Show when={props.at === 0}>
            <span class="hint">{t().teams.current}</span>
          </Show>
          <Show when={props.at > 0}>
            <span class="hint block">
              {Math.abs(difference()) < 0.0005
                ? t().teams.alternatives.same
                : t().teams.alternatives.against(signedPoints(difference()))}
            </span>
          </Show>
        </span>
        <Show when={props.at > 0}>
          <button type="button" class="button slim desk-only" onClick={take}>
            {t().teams.alternatives.take(letterOf(props.at))}
          </button>
        </Show>
      </div>
    </th>
  )
}

function Row(props: { row: TeamRow }) {
  return (
    <tr classList={{ differs: props.row.isDifferent }}>
      <th scope="row">{props.row.name}</th>
      <For each={props.row.cells}>
        {(cell, at) => <td classList={{ 'team-now': at() === 0 }}>{cell}</td>}
      </For>
    </tr>
  )
}
