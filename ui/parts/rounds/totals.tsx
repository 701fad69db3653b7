import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { plainNumber, whole } from '../../format.ts'
import type { Board } from '../../rounds.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { queueOf } from './queue-link.ts'

/** The round in a few figures, and where everybody stands as one bar. */
export function Totals(props: { board: Board }) {
  const words = () => t().rounds.boardOf
  const board = () => props.board
  return (
    <section class="card board-totals" aria-label={words().bar}>
      <dl class="board-figures">
        <Figure name={words().total} value={whole(board().totals.all)} />
        <Figure name={words().open} value={whole(board().totals.open)} />
        <div>
          <dt>{words().late}</dt>
          <dd>
            <Show
              when={board().late.all > 0}
              fallback={<StateWord state="met">{words().lateNone}</StateWord>}
            >
              <A class="board-late" href={queueOf(board().round.id, { tab: 'late' })}>
                {whole(board().late.all)}
              </A>
            </Show>
          </dd>
        </div>
        <Figure name={words().settled} value={whole(board().totals.settled)} />
        <Figure
          name={words().ended}
          value={whole(board().totals.stopped + board().totals.withdrawn)}
        />
        <div>
          <dt>{words().mean}</dt>
          <dd>
            <Show
              when={board().meanDays !== null}
              fallback={<span class="chip open">{words().meanUnknown}</span>}
            >
              {words().meanDays(plainNumber(board().meanDays ?? 0))}
            </Show>
          </dd>
        </div>
      </dl>
      <PartBar board={board()} />
      <Show when={board().late.by.length > 0}>
        <p class="board-waits">
          <StateWord state="missed">{words().lateBy(waits(board()))}</StateWord>
        </p>
      </Show>
    </section>
  )
}

function Figure(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd class="board-figure">{props.value}</dd>
    </div>
  )
}

const PARTS = ['open', 'elected', 'appointed', 'reserve', 'notChosen', 'withdrawn'] as const

/** Parts of a whole: everybody is in one of them. */
function PartBar(props: { board: Board }) {
  const parts = () =>
    PARTS.map((part) => ({ part, count: props.board.totals[part] })).filter(
      ({ count }) => count > 0,
    )
  return (
    <div class="board-parts">
      <div class="part-bar" aria-hidden="true">
        <For each={parts()}>
          {({ part, count }) => <i class={`board-part ${part}`} style={{ 'flex-grow': count }} />}
        </For>
      </div>
      <ul class="part-names">
        <For each={parts()}>
          {({ part, count }) => (
            <li>
              <i class={`board-part ${part}`} aria-hidden="true" />
              {t().rounds.boardOf.partOf(t().rounds.boardOf.part[part], whole(count))}
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

function waits({ late }: Board): string {
  return late.by
    .map(({ waitsFor, count }) => t().rounds.boardOf.waits[waitsFor](whole(count)))
    .join(t().comma)
}
