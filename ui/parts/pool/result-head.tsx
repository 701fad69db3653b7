import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { isPhone } from '../phone.ts'
import { SORTS } from './address.ts'
import { DENSITIES } from './column-choice.ts'
import { ColumnPicker } from './column-picker.tsx'
import { usePool } from './context.ts'
import { Export } from './export.tsx'
import { FacetDrawer } from './facets.tsx'

/** How many there are, in which order, and how the table looks. */
export function ResultHead(props: { hasDrawer: boolean }) {
  const { pages, people, address } = usePool()
  const count = () => {
    const total = pages.total()
    if (total === undefined) return t().dash
    return people().length < total
      ? t().pool.result.listed(whole(people().length), whole(total))
      : t().pool.result.count(whole(total))
  }
  return (
    <div class="card-head pool-head">
      <h2 id="people" aria-busy={pages.isLoading()}>
        {count()}
      </h2>
      <span class="hidden-text" role="status">
        {pages.isLoading() ? '' : count()}
      </span>
      <Show when={pages.isLoading() && pages.total() !== undefined}>
        <span class="hint late">{t().pool.result.refreshing}</span>
      </Show>
      <Show when={address.seat()}>
        <span class="hint">{t().pool.result.note}</span>
      </Show>
      <Show when={address.text('like')}>
        <span class="hint">{t().pool.search.likeHint}</span>
      </Show>
      <span class="push" />
      <Show when={props.hasDrawer}>
        <FacetDrawer />
      </Show>
      <SortChoice />
      <Show when={!isPhone()}>
        <Densities />
        <ColumnPicker />
      </Show>
      <Export />
    </div>
  )
}

function SortChoice() {
  const { address } = usePool()
  const shown = () =>
    SORTS.filter((sort) => {
      if (sort === 'fit') return address.seat() !== null
      if (sort === 'likeness') return address.text('like') !== ''
      return sort !== 'relevance' || address.text('q') !== ''
    })
  return (
    <label class="row slim-choice">
      <span class="hint">{t().pool.result.sort}</span>
      <select
        class="input filter"
        onChange={(event) => address.change({ sort: event.currentTarget.value })}
      >
        <For each={shown()}>
          {(sort) => (
            <option value={sort} selected={sort === address.sort()}>
              {t().pool.result.sorts[sort]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

function Densities() {
  const { columns } = usePool()
  return (
    <fieldset class="segments wide-only" aria-label={t().pool.result.density}>
      <For each={DENSITIES}>
        {(density) => (
          <button
            type="button"
            aria-pressed={columns.density() === density}
            onClick={() => columns.setDensity(density)}
          >
            {t().pool.result.densities[density]}
          </button>
        )}
      </For>
    </fieldset>
  )
}
