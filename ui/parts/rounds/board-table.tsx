import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Board, BoardCell, Round } from '../../rounds.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { queueOf } from './queue-link.ts'
import { stagesFor } from './stages.ts'

/** A line for each township, a column for each stage; every figure opens its list. */
export function BoardTable(props: { board: Board }) {
  const round = () => props.board.round
  const words = () => t().rounds.boardOf
  return (
    <section class="card" aria-labelledby="board">
      <div class="card-head">
        <h2 id="board">{words().tableTitle}</h2>
        <span class="hint">{words().tableHint}</span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="board">
        <table class="table board" aria-labelledby="board">
          <thead>
            <tr>
              <th scope="col">{words().township}</th>
              <For each={stagesFor(round().kind, round().stages)}>
                {(stage) => (
                  <th scope="col" class="number">
                    {say(stage.words)}
                  </th>
                )}
              </For>
              <th scope="col" class="number">
                {words().all}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.board.townships}>
              {({ township, cells, open, late }) => (
                <tr>
                  <th scope="row" class="nowrap">
                    {placeName(township.name)}
                  </th>
                  <Cells round={round()} cells={cells} township={township} />
                  <AllOf round={round()} open={open} late={late} township={township} />
                </tr>
              )}
            </For>
          </tbody>
          <Show when={props.board.townships.length > 1}>
            <tfoot>
              <tr class="total">
                <th scope="row">{words().whole}</th>
                <Cells round={round()} cells={props.board.stages} />
                <AllOf round={round()} open={props.board.totals.open} late={props.board.late.all} />
              </tr>
            </tfoot>
          </Show>
        </table>
      </section>
    </section>
  )
}

type At = { round: Round; township?: { code: string; name: string } }

function Cells(props: At & { cells: BoardCell[] }) {
  const cellOf = (stage: string) => props.cells.find((cell) => cell.stage === stage)
  return (
    <For each={stagesFor(props.round.kind, props.round.stages)}>
      {(stage) => (
        <td class="number">
          <Show when={cellOf(stage.id)} fallback={<span class="board-zero">0</span>}>
            {(cell) => <Cell {...at(props)} stage={stage} cell={cell()} />}
          </Show>
        </td>
      )}
    </For>
  )
}

export function Cell(props: At & { stage: Round['stages'][number]; cell: BoardCell }) {
  const place = () => placeOf(props.township)
  const filter = () => ({
    stage: props.stage.id,
    ...(props.township && { township: props.township.code }),
  })
  const words = () => t().rounds.boardOf
  return (
    <>
      <A
        class="board-count"
        href={queueOf(props.round.id, filter())}
        aria-label={words().cell(place(), say(props.stage.words), whole(props.cell.count))}
      >
        {whole(props.cell.count)}
      </A>
      <span class="board-about">
        <Show when={props.cell.late > 0}>
          <A
            class="state missed"
            href={queueOf(props.round.id, { ...filter(), tab: 'late' })}
            aria-label={words().lateOf(
              [place(), say(props.stage.words)].join(t().comma),
              whole(props.cell.late),
            )}
          >
            <Mark state="missed" />
            {words().lateShort(whole(props.cell.late))}
          </A>
        </Show>
        <span class="hint">{words().oldest(props.cell.oldestDays)}</span>
      </span>
    </>
  )
}

function AllOf(props: At & { open: number; late: number }) {
  const filter = () => (props.township ? { township: props.township.code } : {})
  const words = () => t().rounds.boardOf
  return (
    <td class="number">
      <A
        class="board-count"
        href={queueOf(props.round.id, filter())}
        aria-label={words().cell(placeOf(props.township), words().inStage, whole(props.open))}
      >
        {whole(props.open)}
      </A>
      <span class="board-about">
        <Show when={props.late > 0}>
          <A
            class="state missed"
            href={queueOf(props.round.id, { ...filter(), tab: 'late' })}
            aria-label={words().lateOf(placeOf(props.township), whole(props.late))}
          >
            <Mark state="missed" />
            {words().lateShort(whole(props.late))}
          </A>
        </Show>
      </span>
    </td>
  )
}

const placeOf = (township: At['township']) =>
  township ? placeName(township.name) : t().rounds.boardOf.whole

const at = ({ round, township }: At): At => ({ round, ...(township && { township }) })
