import { createMemo, createSignal, For, type JSX } from 'solid-js'
import { fitPoints, oneDecimal, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { SolvedPlan, TownshipOfPlaces } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { type SortKey, sorted, type TownshipRow, totalRow, townshipRows } from './townships.ts'

/** A line for each township; a heading sorts, a name shows its villages alone. */
export function TownshipTable(props: {
  solved: SolvedPlan
  townships: readonly Pick<TownshipOfPlaces, 'code' | 'name'>[]
  chosen: string | null
  choose: (code: string | null) => void
}) {
  const [sort, setSort] = createSignal<{ key: SortKey; isDown: boolean }>({
    key: 'missing',
    isDown: true,
  })
  const rows = createMemo(() => townshipRows(props.solved, props.townships))
  const shown = () => sorted(rows(), sort().key, sort().isDown)
  const total = () => totalRow(props.solved, t().planning.townships.total)
  const by = (key: SortKey) =>
    setSort((now) => ({ key, isDown: now.key === key ? !now.isDown : true }))
  return (
    <section class="card" aria-labelledby="townships">
      <div class="card-head">
        <h2 id="townships">{t().planning.townships.title}</h2>
        <span class="hint">{t().planning.townships.hint}</span>
      </div>
      <div class="scroll">
        <table class="table townships" data-density="compact" aria-labelledby="townships">
          <thead>
            <tr>
              <th scope="col">{t().planning.townships.township}</th>
              <For each={COLUMNS}>
                {(key) => (
                  <th scope="col" class="number" aria-sort={sortOf(sort(), key)}>
                    <button
                      type="button"
                      class="sort"
                      title={t().planning.townships.sort(headOf(key))}
                      onClick={() => by(key)}
                    >
                      {headOf(key)}
                      <span aria-hidden="true">
                        {sort().key === key ? (sort().isDown ? '↓' : '↑') : ''}
                      </span>
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(row) => (
                <tr classList={{ open: props.chosen === row.code }}>
                  <th scope="row" class="nowrap">
                    <button
                      type="button"
                      class="link-button"
                      aria-pressed={props.chosen === row.code}
                      aria-label={t().planning.townships.only(placeName(row.name))}
                      onClick={() => props.choose(props.chosen === row.code ? null : row.code)}
                    >
                      {placeName(row.name)}
                    </button>
                  </th>
                  <Cells row={row} />
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">{total().name}</th>
              <Cells row={total()} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

const COLUMNS: SortKey[] = [
  'villages',
  'allMet',
  'missing',
  'seats',
  'law',
  'policy',
  'wish',
  'meanAge',
  'fit',
]

function Cells(props: { row: TownshipRow }) {
  const figure = (key: SortKey): JSX.Element => {
    const { row } = props
    if (key === 'missing') return <Missing row={row} />
    if (key === 'seats') return `${whole(row.seats)} / ${whole(row.seatsOf)}`
    if (key === 'meanAge') return row.meanAge === null ? t().unknown : oneDecimal(row.meanAge)
    if (key === 'fit') return row.fit === null ? t().dash : fitPoints(row.fit)
    return whole(key === 'villages' || key === 'allMet' ? row[key] : row.misses[key])
  }
  return <For each={COLUMNS}>{(key) => <td class="number nowrap">{figure(key)}</td>}</For>
}

/** Villages that miss something: a square where law or policy is among it, a triangle where wishes are. */
function Missing(props: { row: TownshipRow }) {
  const state = () => {
    const { law, policy } = props.row.misses
    return props.row.missing === 0 ? 'met' : law + policy > 0 ? 'missed' : 'weak'
  }
  return (
    <span class={`state ${state()}`}>
      <Mark state={state()} />
      {whole(props.row.missing)}
    </span>
  )
}

function headOf(key: SortKey): string {
  const words = t().planning.townships
  if (key === 'meanAge') return words.age
  return words[key]
}

const sortOf = (now: { key: SortKey; isDown: boolean }, key: SortKey) =>
  now.key !== key ? 'none' : now.isDown ? 'descending' : 'ascending'
