import { A, createAsync, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Icon } from '../parts/icon.tsx'
import { isPhone } from '../parts/phone.ts'
import { PrintRound } from '../parts/print/print-round.tsx'
import { BoardCards } from '../parts/rounds/board-cards.tsx'
import { BoardTable } from '../parts/rounds/board-table.tsx'
import { Totals } from '../parts/rounds/totals.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { type Board as Answer, boardOf } from '../rounds.ts'
import { t } from '../words/index.ts'

/** Where the nominees of a round stand: how many in each township at each stage, since when, and what is late. */
export function Board() {
  const params = useParams<{ id: string }>()
  const board = createAsync(() => boardOf(params.id))
  return (
    <View rows={12}>
      <Title text={t().rounds.boardOf.title} />
      <Show when={board()}>{(known) => <Shown board={known()} />}</Show>
    </View>
  )
}

function Shown(props: { board: Answer }) {
  const round = () => props.board.round
  return (
    <>
      <nav class="crumbs" aria-label={t().rounds.back}>
        <A href="/rounds">
          <Icon name="left" />
          {t().rounds.back}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{round().name}</h1>
          <span class="hint">
            {t().rounds.boardOf.facts(
              t().rounds.kind[round().kind],
              t().rounds.state[round().state],
            )}
            {t().separator}
            {t().rounds.window(round().opensOn, round().closesOn)}
          </span>
        </div>
        <PrintRound round={round().id} kind={round().kind} />
        <A class="button" href={`/review?${new URLSearchParams({ round: round().id })}`}>
          {t().rounds.queue}
        </A>
      </div>
      <Show
        when={props.board.totals.all > 0}
        fallback={<Nobody round={round().id} isOpen={round().state === 'open'} />}
      >
        <Totals board={props.board} />
        <Show when={props.board.totals.open > 0} fallback={<NoneOpen />}>
          <Show when={isPhone()} fallback={<BoardTable board={props.board} />}>
            <BoardCards board={props.board} />
          </Show>
        </Show>
      </Show>
    </>
  )
}

function Nobody(props: { round: string; isOpen: boolean }) {
  return (
    <section class="card">
      <Blank
        icon="people"
        title={t().rounds.boardOf.emptyTitle}
        text={t().rounds.boardOf.emptyText}
      >
        <Show when={props.isOpen}>
          <A
            class="button"
            href={`/nominations/new?${new URLSearchParams({ round: props.round })}`}
          >
            {t().rounds.nominate}
          </A>
        </Show>
      </Blank>
    </section>
  )
}

function NoneOpen() {
  return (
    <section class="card">
      <Blank
        icon="check"
        title={t().rounds.boardOf.noneOpen}
        text={t().rounds.boardOf.noneOpenText}
      />
    </section>
  )
}
