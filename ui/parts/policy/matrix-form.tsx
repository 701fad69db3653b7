import { createSignal, For, Show } from 'solid-js'
import { CRITERIA } from '../../types.ts'
import { t } from '../../words/index.ts'
import { isPhone } from '../phone.ts'
import { PairSteps } from './pair-steps.tsx'
import { compared, type Matrix, SCALE, sentenceOf, shortRatio, stepOf } from './scale.ts'

/** Every pair of criteria compared on Saaty's scale; a phone asks one pair after the other. */
export function MatrixForm(props: { matrix: Matrix; set: ((matrix: Matrix) => void) | undefined }) {
  const change = (row: number, column: number, value: number) =>
    props.set?.(compared(props.matrix, row, column, value))
  return (
    <Show
      when={!isPhone()}
      fallback={<PairSteps matrix={props.matrix} change={props.set && change} />}
    >
      <Table matrix={props.matrix} change={props.set && change} />
    </Show>
  )
}

type Change = (row: number, column: number, value: number) => void

function Table(props: { matrix: Matrix; change: Change | undefined }) {
  const [seen, setSeen] = createSignal<[number, number]>([0, 1])
  const name = (at: number) => t().criterion[CRITERIA[at]!]
  const sentence = () => {
    const [row, column] = seen()
    return sentenceOf(name(row), name(column), props.matrix[row]?.[column] ?? 1)
  }
  return (
    <>
      <p class="hint">{t().policy.weigh.matrixHint}</p>
      <div class="comparison-scroll">
        <table class="table comparisons" aria-label={t().policy.weigh.matrix}>
          <thead>
            <tr>
              <td />
              <For each={CRITERIA}>{(id) => <th scope="col">{t().criterion[id]}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={CRITERIA}>
              {(id, row) => (
                <tr>
                  <th scope="row">{t().criterion[id]}</th>
                  <For each={CRITERIA}>
                    {(_, column) => (
                      <Cell
                        matrix={props.matrix}
                        row={row()}
                        column={column()}
                        isSeen={seen()[0] === row() && seen()[1] === column()}
                        see={() => setSeen([row(), column()])}
                        change={props.change}
                      />
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="comparison-says" aria-live="polite">
        {sentence()}
      </p>
    </>
  )
}

/** Above the diagonal a choice, below it what follows. */
function Cell(props: {
  matrix: Matrix
  row: number
  column: number
  isSeen: boolean
  see: () => void
  change: Change | undefined
}) {
  const name = (at: number) => t().criterion[CRITERIA[at]!]
  const value = () => props.matrix[props.row]?.[props.column] ?? 1
  const isAsked = () => props.column > props.row
  return (
    <td classList={{ diagonal: props.row === props.column, follows: props.column < props.row }}>
      <Show when={isAsked() && props.change} fallback={<span>{shortRatio(value())}</span>}>
        {(change) => (
          <span class="pair-cell" classList={{ seen: props.isSeen }}>
            <span aria-hidden="true">{shortRatio(value())}</span>
            <select
              aria-label={t().policy.weigh.pair(name(props.row), name(props.column))}
              onFocus={() => props.see()}
              onChange={(event) => {
                props.see()
                change()(props.row, props.column, SCALE[event.currentTarget.selectedIndex] ?? 1)
              }}
            >
              <For each={SCALE}>
                {(step) => (
                  <option selected={step === stepOf(value())}>
                    {shortRatio(step)} {sentenceOf(name(props.row), name(props.column), step)}
                  </option>
                )}
              </For>
              <Show when={stepOf(value()) === undefined}>
                <option selected>{t().policy.weigh.off(shortRatio(value()))}</option>
              </Show>
            </select>
          </span>
        )}
      </Show>
    </td>
  )
}
