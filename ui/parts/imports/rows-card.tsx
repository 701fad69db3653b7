import { createMemo, createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { RowFilter } from '../../imports.ts'
import type { ImportAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done, Refusal } from '../account/notices.tsx'
import { isPhone } from '../phone.ts'
import { Blank, Skeleton } from '../states.tsx'
import { rowsIn, totalIn } from './counts.ts'
import { kindName, kindsIn } from './kinds.ts'
import { LeaveAll } from './leave-all.tsx'
import type { Counted } from './preview.tsx'
import { createRowPages } from './row-pages.ts'
import { type Changed, RowCards, RowTable } from './row-table.tsx'

/** Rows of the file: those with faults first, each to be mended in place or left out. */
export function RowsCard(props: {
  known: ImportAnswer
  filter: RowFilter
  change: (next: RowFilter) => void
  counted: (counted: Counted) => void
}) {
  const [said, setSaid] = createSignal<{ text: string; isFaulty: boolean } | null>(null)
  const [own, setOwn] = createSignal<number | null>(null)
  // What was changed here is on the screen already; what was changed elsewhere is read again.
  const version = createMemo((before: number) => {
    const { revision } = props.known
    return revision === own() ? before : revision
  }, props.known.revision)
  const pages = createRowPages(
    () => props.known.id,
    () => props.filter,
    version,
  )
  const changed: Changed = ({ row, counts, revision }, text) => {
    setOwn(revision)
    pages.put(row)
    setSaid({ text, isFaulty: row.state === 'faulty' })
    props.counted({ counts, revision })
  }
  const matching = () => countOf(props.known, props.filter)
  return (
    <section class="card" aria-labelledby="rows">
      <div class="card-head">
        <h2 id="rows">{t().imports.table.title}</h2>
        <span class="hint" role="status">
          <Show when={!pages.isReading()}>
            {t().imports.table.shown(whole(pages.rows().length), whole(matching()))}
          </Show>
        </span>
        <FaultyFile known={props.known} />
      </div>
      <Filters known={props.known} filter={props.filter} change={props.change} />
      <div class="card-notes rows-notes">
        <Done text={said()?.text ?? null} isWeak={said()?.isFaulty ?? false} />
        <Refusal problem={pages.problem()} />
      </div>
      <Show
        when={pages.rows().length > 0}
        fallback={
          <Show when={!pages.isReading()} fallback={<Skeleton rows={6} />}>
            <Nothing filter={props.filter} />
          </Show>
        }
      >
        <Show
          when={isPhone()}
          fallback={<RowTable known={props.known} rows={pages.rows()} changed={changed} />}
        >
          <RowCards known={props.known} rows={pages.rows()} changed={changed} />
        </Show>
      </Show>
      <Show when={pages.hasMore()}>
        <p class="table-foot">
          <button
            type="button"
            class="button"
            aria-disabled={pages.isReading()}
            onClick={pages.more}
          >
            {pages.isReading() ? t().imports.table.reading : t().imports.table.more}
          </button>
        </p>
      </Show>
    </section>
  )
}

/** Kinds of faults to choose from, and all faulty rows left out at once. */
function Filters(props: {
  known: ImportAnswer
  filter: RowFilter
  change: (next: RowFilter) => void
}) {
  const faults = () => kindsIn(props.known.counts, 'error')
  const isFaulty = () => props.filter.state === 'faulty' || props.filter.kind !== undefined
  return (
    <Show when={faults().length > 0 && isFaulty()}>
      <div class="row-filters">
        <fieldset class="chips">
          <legend class="hidden-text">{t().imports.table.kinds}</legend>
          <button
            type="button"
            class="button slim"
            aria-pressed={!props.filter.kind}
            onClick={() => props.change({ state: 'faulty' })}
          >
            {t().imports.table.everyKind} {whole(rowsIn(props.known.counts, 'faulty'))}
          </button>
          <For each={faults()}>
            {({ kind, rows }) => (
              <button
                type="button"
                class="button slim"
                aria-pressed={props.filter.kind === kind}
                onClick={() => props.change({ state: 'faulty', kind })}
              >
                {kindName(kind)} {whole(rows)}
              </button>
            )}
          </For>
        </fieldset>
        <LeaveAll known={props.known} kind={props.filter.kind} />
      </div>
    </Show>
  )
}

/** The faulty rows as a file, to be mended by whoever sent it. */
function FaultyFile(props: { known: ImportAnswer }) {
  const address = (format: string) => `/api/v1/imports/${props.known.id}/faults?format=${format}`
  return (
    <Show when={rowsIn(props.known.counts, 'faulty') > 0}>
      <span class="row push">
        <span class="hint desk-only">{t().imports.table.downloadHint}</span>
        <a class="button slim" href={address(props.known.reading?.format ?? 'xlsx')} download="">
          {t().imports.table.download}
        </a>
      </span>
    </Show>
  )
}

function Nothing(props: { filter: RowFilter }) {
  const words = () => t().imports.table
  return (
    <Show
      when={props.filter.state === 'faulty' && !props.filter.kind}
      fallback={<Blank icon="search" title={words().none} text={words().noneText} />}
    >
      <Blank icon="check" title={words().noFaulty} text={words().noFaultyText} />
    </Show>
  )
}

/** How many rows the filter lets through, as the server counted them. */
function countOf({ counts }: ImportAnswer, { state, kind }: RowFilter): number {
  if (kind) return counts?.kinds.find((one) => one.kind === kind)?.rows ?? 0
  return state ? rowsIn(counts, state) : totalIn(counts)
}
