import { type JSX, Show } from 'solid-js'
import type { BoardRow, YearRow } from '../../checks.ts'
import { oneDecimal, plainNumber } from '../../format.ts'
import { t } from '../../words/index.ts'
import { OF_MENTOR, valueName } from './aspects.ts'
import type { Column } from './sheet.tsx'
import type { SheetRow } from './sheet-row.ts'

/** What was kept of a quarter, column by column; what nobody kept is said, never 0. */
export function quarterColumns(of: (id: string) => BoardRow): Column[] {
  const words = t().checks.head
  const cell = (show: (row: BoardRow) => JSX.Element) => (row: SheetRow) => show(of(row.id))
  return [
    { head: words.meetings, class: 'nowrap', cell: cell(meetings) },
    { head: words.items, class: 'nowrap', cell: cell(items) },
    { head: words.hours, class: 'number', cell: cell(({ hours }) => plainNumber(hours)) },
    { head: words.days, class: 'number', cell: cell(({ days }) => <Share of={days} />) },
    {
      ...{ head: words.organisation, class: 'number' },
      cell: cell(({ organisation }) => <Share of={organisation} />),
    },
    { head: words.opinion, class: 'nowrap', cell: cell(opinion) },
    { head: words.before, cell: cell(({ before }) => known(before && valueName(before.grade))) },
    { head: words.points, class: 'number', cell: cell(points) },
  ]
}

export function yearColumns(of: (id: string) => YearRow): Column[] {
  const words = t().conclusions.head
  const cell = (show: (row: YearRow) => JSX.Element) => (row: SheetRow) => show(of(row.id))
  return [
    { head: words.checks, class: 'nowrap', cell: cell(fourChecks) },
    { head: words.evaluation, class: 'nowrap', cell: cell(evaluation) },
    {
      ...{ head: words.hours, class: 'number' },
      cell: cell(({ hours, hoursDue }) =>
        t().conclusions.hoursOf(plainNumber(hours), plainNumber(hoursDue)),
      ),
    },
    {
      head: words.meetings,
      class: 'number',
      cell: cell((row) => t().conclusions.meetings(row.meetings)),
    },
    {
      head: words.items,
      class: 'number',
      cell: cell((row) => t().conclusions.items(row.itemsDone)),
    },
    { head: t().checks.head.days, class: 'number', cell: cell(({ days }) => <Share of={days} />) },
    {
      ...{ head: t().checks.head.organisation, class: 'number' },
      cell: cell(({ organisation }) => <Share of={organisation} />),
    },
  ]
}

function meetings({ meetings: { count, minutes } }: BoardRow) {
  return count === 0 ? t().checks.noMeeting : t().checks.times(count, minutes)
}

function items({ items }: BoardRow): JSX.Element {
  const { done, late, reported, open, overdue } = items
  const parts = [
    ...(done > 0 ? [t().checks.done(done)] : []),
    ...(reported > 0 ? [t().checks.reported(reported)] : []),
    ...(open > overdue ? [t().checks.openItems(open - overdue)] : []),
  ]
  if (parts.length === 0 && overdue === 0) return <span class="hint">{t().checks.noItems}</span>
  return (
    <span class="item-facts" title={late > 0 ? t().checks.lateDone(late) : undefined}>
      {parts.join(t().separator)}
      <Show when={overdue > 0}>
        <b class="item-late">{t().checks.overdue(overdue)}</b>
      </Show>
    </span>
  )
}

function opinion({ opinions }: BoardRow) {
  const last = opinions.at(-1)
  if (!last) return <span class="hint">{t().checks.noOpinion}</span>
  const said = OF_MENTOR.map(({ id }) => last.grades[id as keyof typeof last.grades])
  return said
    .map((value) => (value === null ? t().checks.notKnownShort : valueName(value)))
    .join(' ')
}

function points({ points, rank }: BoardRow) {
  if (points === null) return <span class="hint">{t().dash}</span>
  return (
    <>
      {plainNumber(points)}
      <Show when={rank}>
        {(known) => <span class="hint rank-place"> {t().checks.place(known())}</span>}
      </Show>
    </>
  )
}

function fourChecks({ checks }: YearRow) {
  const grades = checks.map(({ grade }) => (grade ? valueName(grade) : t().conclusions.none))
  return <span title={t().conclusions.checksOf(grades.join(' '))}>{grades.join(' ')}</span>
}

function evaluation({ evaluation }: YearRow) {
  if (!evaluation) return <span class="hint">{t().conclusions.noEvaluation}</span>
  return t().conclusions.mean(oneDecimal(evaluation.mean), evaluation.answers)
}

const known = (text: string | null) => text ?? <span class="hint">{t().dash}</span>

function Share(props: { of: { due: number; present: number } | null }) {
  return (
    <Show when={props.of} fallback={<span class="hint">{t().checks.notKept}</span>}>
      {(of) => t().checks.share(of().present, of().due)}
    </Show>
  )
}
