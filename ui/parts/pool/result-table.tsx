import { A } from '@solidjs/router'
import { createEffect, createUniqueId, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Hit } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Cell } from './cells.tsx'
import type { ColumnId } from './column-choice.ts'
import { columnName, isNumber, sortsOf } from './columns.ts'
import { usePool } from './context.ts'
import { goOnAtPlace, useLead } from './lead.ts'
import { createRows, type Rows } from './rows.ts'

/** People in rows. The table is one stop of the tab key; arrows go from row to row. */
export function ResultTable() {
  const pool = usePool()
  const id = createUniqueId()
  const rows = createRows()
  let scroller: HTMLDivElement | undefined
  goOnAtPlace(() => scroller ?? null, rows.setCurrent)
  return (
    <div class="scroll pool-scroll" ref={scroller} aria-busy={pool.pages.isLoading()}>
      <p id={`${id}-keys`} class="hidden-text">
        {t().pool.result.keys}
      </p>
      <table
        class="table pool-table"
        aria-label={t().pool.result.title}
        aria-describedby={`${id}-keys`}
        onCopy={rows.copy}
      >
        <thead>
          <tr>
            <th scope="col" class="tick-cell">
              <ChooseAll />
            </th>
            <For each={pool.columns.shown()}>{(id) => <Head id={id} />}</For>
          </tr>
        </thead>
        <tbody onKeyDown={rows.onKey}>
          <For each={pool.people()}>{(hit) => <Row hit={hit} rows={rows} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function ChooseAll() {
  const { people, selection } = usePool()
  const chosen = () => people().filter(({ id }) => selection.has(id)).length
  const isAll = () => people().length > 0 && chosen() === people().length
  return (
    <input
      ref={(box) => {
        createEffect(() => {
          box.indeterminate = chosen() > 0 && !isAll()
        })
      }}
      type="checkbox"
      class="box"
      aria-label={t().pool.result.chooseAll}
      checked={isAll()}
      onChange={() =>
        isAll() ? selection.drop(people().map(({ id }) => id)) : selection.add(people())
      }
    />
  )
}

function Head(props: { id: ColumnId }) {
  const { address } = usePool()
  const sorts = () => sortsOf(props.id)
  const at = () => sorts().indexOf(address.sort())
  const next = () => sorts()[(at() + 1) % sorts().length]
  const direction = () => {
    if (at() < 0) return undefined
    return DESCENDING.includes(address.sort()) ? 'descending' : 'ascending'
  }
  return (
    <th
      scope="col"
      classList={{ number: isNumber(props.id), 'name-cell': props.id === 'name' }}
      aria-sort={direction()}
    >
      <Show when={sorts().length > 0} fallback={columnName(props.id)}>
        <button
          type="button"
          class="sort"
          title={t().pool.result.sortBy(columnName(props.id))}
          onClick={() => address.change({ sort: next() ?? null })}
        >
          {columnName(props.id)}
          <Show when={direction()}>
            {(way) => <Icon name={way() === 'ascending' ? 'up' : 'down'} />}
          </Show>
        </button>
      </Show>
    </th>
  )
}

/** Orders that begin with the most. */
const DESCENDING: readonly string[] = ['-age', 'updated', 'education', 'fit', 'likeness']

function Row(props: { hit: Hit; rows: Rows }) {
  const { columns, selection } = usePool()
  const lead = useLead()
  const id = () => props.hit.id
  const stop = () => (props.rows.current() === id() ? 0 : -1)
  return (
    <tr
      class="leads"
      classList={{ picked: selection.has(id()) }}
      data-person={id()}
      onFocusIn={() => props.rows.setCurrent(id())}
      onClick={(event) => event.target.closest('a, input, label') ?? lead.open(props.hit)}
    >
      <td class="tick-cell">
        <input
          type="checkbox"
          class="box"
          tabindex={stop()}
          aria-label={t().pool.result.choose(props.hit.name)}
          checked={selection.has(id())}
          onChange={() => selection.toggle(props.hit)}
        />
      </td>
      <th scope="row" class="medium nowrap name-cell">
        <A
          href={lead.href(id())}
          tabindex={stop()}
          onClick={(event) => lead.follow(event, props.hit)}
        >
          {personName(props.hit.name)}
        </A>
      </th>
      <For each={columns.shown().slice(1) as Exclude<ColumnId, 'name'>[]}>
        {(column) => (
          <td class={`cell-${column}`} classList={{ number: isNumber(column) }}>
            <Cell id={column} hit={props.hit} />
          </td>
        )}
      </For>
    </tr>
  )
}
