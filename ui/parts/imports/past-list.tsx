import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { instant, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { type ImportOfList, ROW_STATES } from '../../types.ts'
import { t } from '../../words/index.ts'
import { isPhone } from '../phone.ts'
import { Blank } from '../states.tsx'
import { readyIn, rowsIn } from './counts.ts'
import { ImportStateWord } from './state-word.tsx'
import { UndoAsk } from './undo-ask.tsx'

/** Imports of the own scope, newest first; what is written can be taken back from here. */
export function PastList(props: { imports: ImportOfList[] }) {
  const [undoing, setUndoing] = createSignal<ImportOfList | null>(null)
  return (
    <section class="card" aria-labelledby="past">
      <div class="card-head">
        <h2 id="past">{t().imports.past.title}</h2>
      </div>
      <Show
        when={props.imports.length > 0}
        fallback={
          <Blank
            icon="paper"
            title={t().imports.past.emptyTitle}
            text={t().imports.past.emptyText}
          />
        }
      >
        <Show when={isPhone()} fallback={<PastTable imports={props.imports} undo={setUndoing} />}>
          <ul class="row-cards" aria-labelledby="past">
            <For each={props.imports}>{(one) => <PastCard one={one} undo={setUndoing} />}</For>
          </ul>
        </Show>
      </Show>
      <Show when={undoing()}>
        {(one) => <UndoAsk undoing={one()} isOpen close={() => setUndoing(null)} />}
      </Show>
    </section>
  )
}

type Undo = (one: ImportOfList) => void

function PastTable(props: { imports: ImportOfList[]; undo: Undo }) {
  const words = () => t().imports.past
  return (
    <div class="scroll">
      <table class="table past" aria-labelledby="past">
        <thead>
          <tr>
            <th scope="col">{words().file}</th>
            <th scope="col">{words().kind}</th>
            <th scope="col">{words().state}</th>
            <th scope="col">{words().rows}</th>
            <th scope="col">{words().by}</th>
            <th scope="col">{words().at}</th>
            <th scope="col">
              <span class="hidden-text">{words().act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.imports}>
            {(one) => (
              <tr>
                <th scope="row">
                  <FileLink one={one} />
                </th>
                <td>{t().imports.kind[one.kind]}</td>
                <td class="nowrap">
                  <ImportStateWord state={one.state} />
                </td>
                <td>{resultOf(one)}</td>
                <td>{byWhom(one)}</td>
                <td class="nowrap">{instant(one.createdAt)}</td>
                <td class="number">
                  <Undoing one={one} undo={props.undo} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function PastCard(props: { one: ImportOfList; undo: Undo }) {
  return (
    <li>
      <p class="row">
        <FileLink one={props.one} />
        <span class="push">
          <ImportStateWord state={props.one.state} />
        </span>
      </p>
      <p class="second">{resultOf(props.one)}</p>
      <p class="hint">
        {[t().imports.kind[props.one.kind], byWhom(props.one), instant(props.one.createdAt)].join(
          t().separator,
        )}
      </p>
      <Undoing one={props.one} undo={props.undo} />
    </li>
  )
}

function FileLink(props: { one: ImportOfList }) {
  return (
    <A class="breakable" href={`/imports/${props.one.id}`}>
      {props.one.fileName}
    </A>
  )
}

function Undoing(props: { one: ImportOfList; undo: Undo }) {
  return (
    <Show when={props.one.state === 'done' && readyIn(props.one.counts) > 0}>
      <button
        type="button"
        class="button slim danger"
        aria-label={t().imports.result.undoTitle(props.one.fileName)}
        onClick={() => props.undo(props.one)}
      >
        {t().imports.past.undo}
      </button>
    </Show>
  )
}

/** What a preview counted of an import that was given up never came to be. */
const resultOf = ({ counts, state }: ImportOfList) =>
  state === 'cancelled' ? t().dash : wordsOf(counts)

const wordsOf = (counts: ImportOfList['counts']) =>
  ROW_STATES.filter((state) => rowsIn(counts, state) > 0)
    .map((state) => t().imports.count(t().imports.row[state], whole(rowsIn(counts, state))))
    .join(t().separator) || t().dash

const byWhom = ({ createdBy, township }: ImportOfList) =>
  [createdBy, township && placeName(township.name)].filter(Boolean).join(t().separator) || t().dash
