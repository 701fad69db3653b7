import { createEffect, For, type JSX, on, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { isPhone } from '../phone.ts'
import { focusAspect } from './answer.tsx'
import { type Aspect, aspectShort, valueName } from './aspects.ts'
import { answerOf, answerTo, type Drafts, lacking } from './drafts.ts'
import { PersonAnswer } from './person-answer.tsx'
import type { Chosen } from './selection.ts'
import { type SheetRow, stateOf } from './sheet-row.ts'

export type Column = { head: string; class?: string; cell: (row: SheetRow) => JSX.Element }
type Props = {
  label: string
  rows: readonly SheetRow[]
  columns: readonly Column[]
  aspects: readonly Aspect[]
  drafts: Drafts
  chosen: Chosen
  isLate: boolean
  hasOpinions: boolean
  answerLabel: (name: string) => string
  current: string | null
  setCurrent: (id: string | null) => void
  /** Behind the last row, or before the first. */
  leave: (step: 1 | -1) => void
  sign: (ids: string[]) => void
  history: (row: SheetRow) => void
}

/** A row a person: what was kept, what is answered; the current one opens below it. On a phone, cards. */
export function Sheet(props: Props) {
  let root: HTMLElement | undefined
  const move = (step: 1 | -1) => {
    const at = props.rows.findIndex(({ id }) => id === props.current)
    const next = props.rows[at + step]
    if (next) props.setCurrent(next.id)
    else props.leave(step)
  }
  focusCurrent(props, () => root)
  const answer = (row: SheetRow) => (
    <PersonAnswer
      row={row}
      aspects={props.aspects}
      drafts={props.drafts}
      label={props.answerLabel(personName(row.name))}
      hasOpinions={props.hasOpinions}
      move={move}
      sign={() => props.sign([row.id])}
      history={() => props.history(row)}
    />
  )
  return (
    <section ref={root} class="card sheet-card" aria-label={props.label}>
      <Show when={isPhone()} fallback={<Table {...props} answer={answer} />}>
        <ul class="sheet-list">
          <For each={props.rows}>{(row) => <Card {...props} row={row} answer={answer} />}</For>
        </ul>
      </Show>
    </section>
  )
}

/** Whoever becomes current by a key or a click is answered about at once: the first aspect that lacks, else the first. */
function focusCurrent(props: Props, root: () => HTMLElement | undefined) {
  createEffect(
    on(
      () => props.current,
      (id) => {
        const row = props.rows.find((one) => one.id === id)
        if (!row || isPhone()) return
        const left = lacking(answerOf(props.drafts.of(row.id), row.standing), props.aspects)
        const at = left[0] ? props.aspects.indexOf(left[0]) : 0
        requestAnimationFrame(() => {
          const opened = root()?.querySelector<HTMLElement>('.person-answer')
          focusAspect(opened ?? undefined, at)
          opened?.scrollIntoView({ block: 'nearest' })
        })
      },
      { defer: true },
    ),
  )
}

type WithAnswer = Props & { answer: (row: SheetRow) => JSX.Element }

function Table(props: WithAnswer) {
  const width = () => props.columns.length + props.aspects.length + 3
  return (
    <section class="scroll" tabindex="0" aria-label={props.label}>
      <table class="table check-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t().checks.chooseAll}
                checked={
                  props.rows.length > 0 && props.rows.every(({ id }) => props.chosen.has(id))
                }
                onChange={(event) => props.chosen.all(props.rows, event.currentTarget.checked)}
              />
            </th>
            <th scope="col">{t().checks.head.name}</th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class={column.class}>
                  {column.head}
                </th>
              )}
            </For>
            <For each={props.aspects}>
              {({ id, isOverall }) => (
                <th
                  scope="col"
                  class="check-answer"
                  classList={{ 'check-overall': isOverall ?? false }}
                >
                  {aspectShort(id)}
                </th>
              )}
            </For>
            <th scope="col">{t().checks.head.state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <>
                <Row {...props} row={row} />
                <Show when={props.current === row.id}>
                  <tr class="opened-row">
                    <td colspan={width()}>{props.answer(row)}</td>
                  </tr>
                </Show>
              </>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function Row(props: WithAnswer & { row: SheetRow }) {
  const draft = () => props.drafts.of(props.row.id)
  const answer = () => answerOf(draft(), props.row.standing)
  const isCurrent = () => props.current === props.row.id
  return (
    <tr classList={{ current: isCurrent(), drafted: draft() !== undefined }}>
      <td>
        <input
          type="checkbox"
          aria-label={t().checks.choose(personName(props.row.name))}
          checked={props.chosen.has(props.row.id)}
          onChange={() => props.chosen.toggle(props.row)}
        />
      </td>
      <th scope="row" class="who">
        <button
          type="button"
          class="link-button medium"
          aria-expanded={isCurrent()}
          onClick={() => props.setCurrent(isCurrent() ? null : props.row.id)}
        >
          {personName(props.row.name)}
        </button>
        <span class="hint">{placeName(props.row.village)}</span>
      </th>
      <For each={props.columns}>
        {(column) => <td class={column.class}>{column.cell(props.row)}</td>}
      </For>
      <For each={props.aspects}>
        {(aspect) => (
          <td class="check-answer" classList={{ 'check-overall': aspect.isOverall ?? false }}>
            <Value value={answerTo(answer(), aspect)} />
          </td>
        )}
      </For>
      <td class="nowrap">
        <State {...props} />
      </td>
    </tr>
  )
}

function Value(props: { value: string | null | undefined }) {
  return (
    <Show when={props.value !== undefined} fallback={<span class="hint">{t().dash}</span>}>
      <span classList={{ hint: props.value === null }}>{valueName(props.value)}</span>
    </Show>
  )
}

function State(props: Props & { row: SheetRow }) {
  const shown = () => stateOf(props.row, props.drafts.of(props.row.id), props)
  return <StateWord state={shown().state}>{shown().text}</StateWord>
}

function Card(props: WithAnswer & { row: SheetRow }) {
  const isCurrent = () => props.current === props.row.id
  return (
    <li classList={{ current: isCurrent() }}>
      <button
        type="button"
        class="sheet-head"
        aria-expanded={isCurrent()}
        onClick={() => props.setCurrent(isCurrent() ? null : props.row.id)}
      >
        <span>
          <b class="medium">{personName(props.row.name)}</b>{' '}
          <span class="hint">{placeName(props.row.village)}</span>
        </span>
        <State {...props} />
      </button>
      <Show when={isCurrent()}>
        <dl class="facts sheet-facts">
          <For each={props.columns}>
            {(column) => (
              <>
                <dt>{column.head}</dt>
                <dd>{column.cell(props.row)}</dd>
              </>
            )}
          </For>
        </dl>
        {props.answer(props.row)}
      </Show>
    </li>
  )
}
