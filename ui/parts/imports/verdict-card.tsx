import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { type RowFilter, writeImport } from '../../imports.ts'
import { type ImportAnswer, type ImportRowState, ROW_STATES } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { type State, StateWord } from '../mark.tsx'
import { createActing, type TooLate } from './acting.ts'
import { CancelAsk } from './cancel-ask.tsx'
import { readyIn, rowsIn, totalIn } from './counts.ts'

/** May it be written, and if not why; the next act; how the rows divide. */
export function VerdictCard(props: {
  known: ImportAnswer
  tooLate: TooLate
  filter: RowFilter
  change: (next: RowFilter) => void
}) {
  const [isAsking, setAsking] = createSignal(false)
  const write = useAction(writeImport)
  const sending = createActing(props.tooLate, () => write(props.known.id, props.known.revision))
  const counts = () => props.known.counts
  const faulty = () => rowsIn(counts(), 'faulty')
  const ready = () => readyIn(counts())
  const mayWrite = () => faulty() === 0 && ready() > 0
  return (
    <section class="card verdict" aria-labelledby="verdict">
      <div class="verdict-head">
        <div>
          <h2 id="verdict" class="big" tabindex="-1">
            <StateWord state={stateOf(counts())}>{sentenceOf(counts())}</StateWord>
          </h2>
          <p class="second">
            <Show when={ready() === 0 && faulty() === 0}>{t().imports.preview.nothingText} </Show>
            {t().imports.preview.notYet}
          </p>
        </div>
        <div class="row wrap push verdict-acts">
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t().imports.preview.cancel}
          </button>
          <button
            type="button"
            class="button primary"
            disabled={!mayWrite()}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            <Icon name="check" />
            {sending.isBusy()
              ? t().imports.preview.writing
              : t().imports.preview.write(whole(ready()))}
          </button>
        </div>
      </div>
      <Refusal problem={sending.problem()} />
      <Counts {...props} />
      <CancelAsk id={props.known.id} isOpen={isAsking()} close={() => setAsking(false)} />
    </section>
  )
}

/** The parts of all rows as one bar, and under it a button for each part that shows its rows. */
function Counts(props: {
  known: ImportAnswer
  filter: RowFilter
  change: (next: RowFilter) => void
}) {
  const counts = () => props.known.counts
  const shown = () => ROW_STATES.filter((state) => rowsIn(counts(), state) > 0)
  return (
    <div class="counts">
      <div class="parts" aria-hidden="true">
        <For each={shown()}>
          {(state) => <i class={state} style={{ 'flex-grow': rowsIn(counts(), state) }} />}
        </For>
      </div>
      <fieldset class="parts-words">
        <legend class="hidden-text">{t().imports.preview.counts}</legend>
        <Part
          name={t().imports.preview.all}
          n={totalIn(counts())}
          isOn={!props.filter.state && !props.filter.kind}
          choose={() => props.change({})}
        />
        <For each={ROW_STATES}>
          {(state) => (
            <Part
              state={state}
              name={t().imports.row[state]}
              n={rowsIn(counts(), state)}
              isOn={props.filter.state === state}
              choose={() => props.change({ state })}
            />
          )}
        </For>
      </fieldset>
    </div>
  )
}

function Part(props: {
  state?: ImportRowState
  name: string
  n: number
  isOn: boolean
  choose: () => void
}) {
  return (
    <button
      type="button"
      class="part-word"
      aria-pressed={props.isOn}
      disabled={props.n === 0}
      onClick={() => props.choose()}
    >
      <span class="row">
        <Show when={props.state}>{(state) => <i class={`part-key ${state()}`} />}</Show>
        {props.name}
      </span>{' '}
      <b>{whole(props.n)}</b>
    </button>
  )
}

type Counted = ImportAnswer['counts']

function stateOf(counts: Counted): State {
  if (rowsIn(counts, 'faulty') > 0) return 'missed'
  return readyIn(counts) > 0 ? 'met' : 'unknown'
}

function sentenceOf(counts: Counted): string {
  const faulty = rowsIn(counts, 'faulty')
  if (faulty > 0) return t().imports.preview.faulty(whole(faulty))
  const ready = readyIn(counts)
  return ready > 0 ? t().imports.preview.ready(whole(ready)) : t().imports.preview.nothing
}
