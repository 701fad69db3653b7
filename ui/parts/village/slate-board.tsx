import { createMemo, For, Show } from 'solid-js'
import type { SolvedSlate } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { isPhone } from '../phone.ts'
import { Blank } from '../states.tsx'
import { useBoard } from './board.ts'
import { Chosen } from './chosen.tsx'
import { rowsOf, vacanciesOf } from './rows.ts'
import { SeatRow, VacantRow } from './seat-row.tsx'
import { SlateCards } from './slate-cards.tsx'

/** The proposed team: one row for each person, with what a committee asks about that person. */
export function SlateBoard(props: { solved: SolvedSlate }) {
  const board = useBoard()
  const slate = () => props.solved.plan.slates[0]
  const rows = createMemo(() => {
    const found = slate()
    return found ? rowsOf(found) : []
  })
  const vacancies = createMemo(() => {
    const found = slate()
    return found ? vacanciesOf(board.village, found) : []
  })
  return (
    <section class="card" aria-labelledby="slate" aria-busy={board.isComputing()}>
      <SlateHead people={rows().length} seconds={props.solved.seconds} />
      <Chosen />
      <Show
        when={rows().length > 0}
        fallback={<Blank icon="people" title={t().slate.empty} text={t().slate.emptyText} />}
      >
        <Show when={!isPhone()} fallback={<SlateCards rows={rows()} vacancies={vacancies()} />}>
          <div class="scroll">
            <table class="table slate" aria-labelledby="slate">
              <Columns />
              <tbody>
                <For each={rows()}>
                  {(row) => (
                    <SeatRow
                      row={row}
                      targets={slate()?.targets ?? []}
                      next={
                        props.solved.seats.find(({ talent }) => talent === row.talent)?.next ?? []
                      }
                    />
                  )}
                </For>
                <For each={vacancies()}>{(post) => <VacantRow post={post} />}</For>
              </tbody>
            </table>
          </div>
        </Show>
      </Show>
      <p class="table-foot hint">{t().slate.law[board.village.kind]}</p>
    </section>
  )
}

function SlateHead(props: { people: number; seconds: number }) {
  const board = useBoard()
  return (
    <div class="card-head">
      <h2 id="slate">{t().slate.title}</h2>
      <span class="hint">{t().slate.head(props.people, board.village.seats)}</span>
      <span class="push row wrap">
        <span class="hint" role="status">
          <Show
            when={!board.isComputing()}
            fallback={<span class="pill accent">{t().slate.computing}</span>}
          >
            <Show
              when={!board.isStale()}
              fallback={<span class="pill weak">{t().slate.stale}</span>}
            >
              {t().slate.seconds(props.seconds.toFixed(2))}
            </Show>
          </Show>
        </span>
        <button
          type="button"
          class="button slim desk-only"
          disabled={!board.canUndo()}
          onClick={() => board.undo()}
        >
          <Icon name="undo" />
          {t().slate.undo}
        </button>
        <button
          type="button"
          class="button slim desk-only"
          classList={{ primary: board.isStale() }}
          aria-disabled={!board.isStale()}
          onClick={() => board.isStale() && board.recompute()}
        >
          {t().slate.recompute}
        </button>
      </span>
    </div>
  )
}

function Columns() {
  return (
    <thead>
      <tr>
        <th scope="col">{t().slate.post}</th>
        <th scope="col">{t().slate.person}</th>
        <th scope="col">{t().slate.fit}</th>
        <th scope="col" class="why">
          {t().slate.why}
        </th>
        <th scope="col">{t().slate.carries}</th>
        <th scope="col">{t().slate.next}</th>
        <th scope="col" class="desk-only-cell">
          <span class="hidden-text">{t().slate.actions}</span>
        </th>
      </tr>
    </thead>
  )
}
