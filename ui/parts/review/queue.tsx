import { createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { NomineeRow, Round } from '../../review.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Blank } from '../states.tsx'
import { FILTERS, type QueueAddress } from './address.ts'
import { BulkBar } from './bulk.tsx'
import { Filters } from './filters.tsx'
import { QueueRow } from './queue-row.tsx'
import { createSelection } from './selection.ts'

export type QueuePage = { nominees: NomineeRow[]; total: number; page: number; pageSize: number }

/** Milliseconds after the last letter. */
const TYPING = 300

/** Who stands where: found, narrowed, chosen; the address says whom the file beside it is of. */
export function Queue(props: { page: QueuePage; round: Round | undefined; address: QueueAddress }) {
  const [isFiltering, setFiltering] = createSignal(filtersOn(props.address) > 0)
  const selection = createSelection(() => props.page.nominees)
  const isBulk = () => props.address.tab() === 'mine'
  return (
    <section class="card queue" aria-label={t().review.list}>
      <div class="queue-head">
        <Search address={props.address} />
        <button
          type="button"
          class="button slim"
          aria-expanded={isFiltering()}
          aria-controls="queue-filters"
          onClick={() => setFiltering((before) => !before)}
        >
          <Icon name="filter" />
          {filtersOn(props.address) > 0
            ? t().review.filtersOn(filtersOn(props.address))
            : t().review.filters}
        </button>
      </div>
      <Show when={isFiltering()}>
        <Filters address={props.address} round={props.round} />
      </Show>
      <Show when={isBulk() && props.page.nominees.length > 0}>
        <BulkBar rows={props.page.nominees} selection={selection} round={props.round} />
      </Show>
      <ul class="queue-list">
        <For each={props.page.nominees}>
          {(row) => (
            <QueueRow row={row} address={props.address} selection={isBulk() ? selection : null} />
          )}
        </For>
      </ul>
      <Show when={props.page.nominees.length === 0}>
        <Nobody address={props.address} isEmpty={props.round?.nominees === 0} />
      </Show>
      <Pages page={props.page} address={props.address} />
    </section>
  )
}

function Search(props: { address: QueueAddress }) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const set = (text: string) => props.address.narrow({ q: text.trim() || null })
  return (
    <input
      class="input"
      type="search"
      name="q"
      value={props.address.text('q')}
      placeholder={t().review.search}
      aria-label={t().review.search}
      maxlength={40}
      autocomplete="off"
      spellcheck={false}
      onInput={({ currentTarget: { value } }) => {
        clearTimeout(timer)
        timer = setTimeout(() => set(value), TYPING)
      }}
    />
  )
}

function Nobody(props: { address: QueueAddress; isEmpty: boolean }) {
  const named = () => [
    ...(props.address.text('q') ? [`“${props.address.text('q')}”`] : []),
    ...FILTERS.filter((filter) => props.address.text(filter)).map(
      (filter) => t().review.filter[filter],
    ),
  ]
  const clear = () =>
    props.address.narrow({
      q: null,
      ...Object.fromEntries(FILTERS.map((filter) => [filter, null])),
    })
  return (
    <Show
      when={named().length > 0}
      fallback={
        <Blank
          icon="check"
          title={
            props.isEmpty ? t().review.empty.noNominee : t().review.empty.tab[props.address.tab()]
          }
          text={props.isEmpty ? t().review.empty.noNomineeText : t().review.empty.tabText}
        />
      }
    >
      <Blank
        icon="search"
        title={t().review.empty.nothing}
        text={t().review.empty.nothingText(named().join(t().comma))}
      >
        <button type="button" class="button" onClick={clear}>
          {t().review.clear}
        </button>
      </Blank>
    </Show>
  )
}

function Pages(props: { page: QueuePage; address: QueueAddress }) {
  const count = () => Math.max(1, Math.ceil(props.page.total / props.page.pageSize))
  const go = (page: number) => props.address.turn({ page: page === 1 ? null : String(page) })
  return (
    <div class="queue-foot">
      <span class="hint">{t().review.total(whole(props.page.total))}</span>
      <Show when={count() > 1}>
        <span class="hint push">{t().review.page(props.page.page, count())}</span>
        <button
          type="button"
          class="button slim icon-only"
          aria-label={t().review.previous}
          disabled={props.page.page <= 1}
          onClick={() => go(props.page.page - 1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          class="button slim icon-only"
          aria-label={t().review.next}
          disabled={props.page.page >= count()}
          onClick={() => go(props.page.page + 1)}
        >
          <Icon name="right" />
        </button>
      </Show>
    </div>
  )
}

const filtersOn = (address: QueueAddress) => FILTERS.filter((filter) => address.text(filter)).length
