import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Compared, Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { type ComparedRow, rowsOf } from './comparison-rows.tsx'

/** Each person a column in the order of choosing, each fact a row; rows that differ say so. */
export function ComparisonTable(props: {
  people: Compared[]
  post: Post
  /** The last day of the last full quarter. */
  since: string
  isOnlyDifferent: boolean
  drop: (id: string) => void
}) {
  const groups = () => rowsOf(props.people, props.post, props.since)
  const hidden = () =>
    props.isOnlyDifferent
      ? groups().flatMap(({ rows }) => rows.filter((row) => !isDifferent(row, props.people))).length
      : 0
  const shown = () =>
    groups()
      .map((group) => ({
        ...group,
        rows: group.rows.filter((row) => !props.isOnlyDifferent || isDifferent(row, props.people)),
      }))
      .filter(({ rows }) => rows.length > 0)
  return (
    <section class="card" aria-label={t().pool.comparison.table}>
      <div class="scroll">
        <table class="table comparison" aria-label={t().pool.comparison.table}>
          <thead>
            <tr>
              <th scope="col">{t().pool.comparison.people(props.people.length)}</th>
              <For each={props.people}>
                {(person) => <Head person={person} drop={() => props.drop(person.id)} />}
              </For>
            </tr>
          </thead>
          <For each={shown()}>
            {({ name, rows }) => (
              <tbody>
                <tr class="group">
                  <th scope="rowgroup" colspan={props.people.length + 1}>
                    {name}
                  </th>
                </tr>
                <For each={rows}>{(row) => <Row row={row} people={props.people} />}</For>
              </tbody>
            )}
          </For>
        </table>
      </div>
      <Show when={props.isOnlyDifferent}>
        <p class="table-foot hint" role="status">
          {shown().length > 0
            ? t().pool.comparison.same(hidden())
            : t().pool.comparison.noDifferent}
        </p>
      </Show>
    </section>
  )
}

function Head(props: { person: Compared; drop: () => void }) {
  return (
    <th scope="col">
      <div class="compared">
        <span class="avatar" aria-hidden="true">
          {props.person.name.charAt(0)}
        </span>
        <span>
          <A class="medium" href={`/talents/${props.person.id}`}>
            {personName(props.person.name)}
          </A>
          <span class="hint block">{placeName(props.person.homeVillage.name)}</span>
        </span>
        <button
          type="button"
          class="button plain slim icon-only push"
          aria-label={t().pool.comparison.drop(props.person.name)}
          onClick={() => props.drop()}
        >
          <Icon name="close" />
        </button>
      </div>
    </th>
  )
}

function Row(props: { row: ComparedRow; people: Compared[] }): JSX.Element {
  return (
    <tr classList={{ differs: isDifferent(props.row, props.people) }}>
      <th scope="row">
        {props.row.name}
        <Show when={isDifferent(props.row, props.people)}>
          <span class="differs-mark" title={t().pool.comparison.different} aria-hidden="true">
            ≠
          </span>
          <span class="hidden-text"> {t().pool.comparison.different}</span>
        </Show>
      </th>
      <For each={props.people}>{(person) => <td>{props.row.cell(person)}</td>}</For>
    </tr>
  )
}

const isDifferent = (row: ComparedRow, people: Compared[]) =>
  new Set(people.map((person) => row.text(person))).size > 1
