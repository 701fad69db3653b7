import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Board, BoardTownship, Round } from '../../rounds.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { queueOf } from './queue-link.ts'

/** The board on a phone: a card for each township with the stages at which somebody is. */
export function BoardCards(props: { board: Board }) {
  return (
    <For each={props.board.townships.filter(({ open }) => open > 0)}>
      {(township) => <Card round={props.board.round} of={township} />}
    </For>
  )
}

function Card(props: { round: Round; of: BoardTownship }) {
  const words = () => t().rounds.boardOf
  const code = () => props.of.township.code
  return (
    <section class="card" aria-labelledby={`township-${code()}`}>
      <div class="card-head">
        <h2 id={`township-${code()}`}>{placeName(props.of.township.name)}</h2>
        <span class="hint">{words().partOf(words().part.open, whole(props.of.open))}</span>
        <Show when={props.of.late > 0}>
          <StateWord state="missed">{words().lateShort(whole(props.of.late))}</StateWord>
        </Show>
      </div>
      <ul class="board-stages">
        <For each={props.of.cells}>
          {(cell) => (
            <li>
              <A href={queueOf(props.round.id, { township: code(), stage: cell.stage })}>
                <span>{nameOf(props.round, cell.stage)}</span>
                <span class="board-about">
                  <Show when={cell.late > 0}>
                    <StateWord state="missed">{words().lateShort(whole(cell.late))}</StateWord>
                  </Show>
                  <span class="hint">{words().oldest(cell.oldestDays)}</span>
                </span>
                <span class="strong number">{whole(cell.count)}</span>
              </A>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function nameOf({ stages }: Round, id: string): string {
  const found = stages.find((stage) => stage.id === id)
  return found ? say(found.words) : id
}
