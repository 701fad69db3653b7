import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Icon } from '../parts/icon.tsx'
import { listed, seatOf } from '../parts/pool/address.ts'
import { ComparisonTable } from '../parts/pool/comparison-table.tsx'
import { createFacetWords } from '../parts/pool/facet-words.ts'
import { SeatChoice } from '../parts/pool/seat-choice.tsx'
import { useSelection } from '../parts/pool/selection.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { comparisonOf } from '../pool.ts'
import type { Post } from '../types.ts'
import { t } from '../words/index.ts'

/** Up to four people side by side; who, for which seat and what is hidden live in the address. */
export function Comparison() {
  const location = useLocation<{ list?: string }>()
  const [search] = useSearchParams<{ ids?: string }>()
  return (
    <>
      <Title text={t().pool.comparison.title} />
      <nav class="crumbs" aria-label={t().pool.comparison.back}>
        <A href={location.state?.list ?? '/talents'}>
          <Icon name="left" />
          {t().pool.comparison.back}
        </A>
      </nav>
      <Show when={listed(search.ids ?? '').length > 0} fallback={<NobodyChosen />}>
        <View rows={14}>
          <Compared />
        </View>
      </Show>
    </>
  )
}

function Compared() {
  const [search, setSearch] = useSearchParams<{
    ids?: string
    seat?: string
    differences?: string
  }>()
  const location = useLocation<{ list?: string }>()
  const selection = useSelection()
  const ids = () => listed(search.ids ?? '')
  const seat = () => seatOf(search.seat ?? '')
  const answer = createAsync(() => comparisonOf(ids(), seat()))
  const people = () => answer()?.people ?? []
  const isOnlyDifferent = () => search.differences === '1'
  // The way back to the list goes along.
  const change = (next: { [Key in keyof typeof search]: string | null }) =>
    setSearch(next, { replace: true, state: location.state })
  function drop(id: string) {
    selection.drop([id])
    change({
      ids:
        ids()
          .filter((one) => one !== id)
          .join(',') || null,
    })
  }
  return (
    <>
      <div class="page-head comparison-head">
        <div class="row wrap">
          <h1>{t().pool.comparison.title}</h1>
          <SeatLine
            seat={search.seat ?? ''}
            post={answer()?.post}
            change={(next) => change({ seat: next })}
          />
        </div>
        <div class="row wrap push">
          <label class="tick">
            <input
              type="checkbox"
              class="box"
              checked={isOnlyDifferent()}
              onChange={() => change({ differences: isOnlyDifferent() ? null : '1' })}
            />
            {t().pool.comparison.onlyDifferent}
          </label>
          <button type="button" class="button desk-only" onClick={() => window.print()}>
            {t().pool.comparison.print}
          </button>
        </div>
      </div>
      <Show when={people().length > 0} fallback={<NobodyChosen />}>
        <ComparisonTable
          people={people()}
          post={answer()?.post ?? 'committee-member'}
          since={answer()?.since ?? ''}
          isOnlyDifferent={isOnlyDifferent()}
          drop={drop}
        />
      </Show>
      <p class="hint">{t().pool.comparison.note}</p>
    </>
  )
}

/** For which seat criteria, fit and eligibility are counted. */
function SeatLine(props: {
  seat: string
  post: Post | undefined
  change: (seat: string | null) => void
}) {
  const words = createFacetWords()
  const [isOpen, setOpen] = createSignal(false)
  const seat = () => seatOf(props.seat)
  const text = () => {
    const now = seat()
    if (!now) return props.post ? t().pool.comparison.atHome(t().post[props.post]) : ''
    return t().pool.comparison.seatText(words.nameOf('village', now.village), t().post[now.post])
  }
  return (
    <>
      <span class="hint">{text()}</span>
      <button type="button" class="link-button small" onClick={() => setOpen(true)}>
        {seat() ? t().pool.comparison.changeSeat : t().pool.comparison.chooseSeat}
      </button>
      <Show when={seat()}>
        <button type="button" class="link-button small" onClick={() => props.change(null)}>
          {t().pool.comparison.dropSeat}
        </button>
      </Show>
      <SeatChoice
        isOpen={isOpen()}
        close={() => setOpen(false)}
        seat={seat()}
        title={t().pool.comparison.chooseSeat}
        verb={t().pool.comparison.chooseSeat}
        choose={({ village, post }) => props.change(`${village}:${post}`)}
      />
    </>
  )
}

function NobodyChosen() {
  return (
    <section class="card">
      <Blank
        icon="people"
        title={t().pool.comparison.emptyTitle}
        text={t().pool.comparison.emptyText}
      >
        <A class="button primary" href="/talents">
          {t().pool.comparison.toPool}
        </A>
      </Blank>
    </section>
  )
}
