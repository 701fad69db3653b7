import type { Day } from '../types.ts'
import type {
  AttendanceEntry,
  Entry,
  ItemEntry,
  QuarterEntry,
  SessionEntry,
  TrainingEntry,
  TrialEntry,
  YearEntry,
} from './entries.ts'
import { INDICATORS, type IndicatorId } from './indicators.ts'
import { firstDayOf, lastDayOf, monthsServed, quarterBefore } from './quarters.ts'
import type { Cultivation, EntryKind } from './scheme.ts'

/** What one indicator gives in one quarter, with the entries behind it. */
export type PointsOfIndicator = {
  indicator: IndicatorId
  /** How often; of training, hours. */
  times: number
  /** After the most that a quarter gives. */
  points: number
  from: Cause[]
}
type Cause = { kind: EntryKind; id: string; on: Day; times: number }
type Asked = { quarter: string; today: Day }

/**
 * The growth card of one person and quarter, in the order of `INDICATORS`, those without an entry left out:
 * points × times, at most (of minus points: at least) what the scheme gives for a quarter. Months on a trial post
 * count up to `today`.
 */
export function pointsOf(
  entries: readonly Entry[],
  scheme: Cultivation,
  asked: Asked,
): PointsOfIndicator[] {
  const causes = new Map<IndicatorId, Cause[]>()
  countIn(entries, asked, (indicator, times, on, entry) => {
    const cause = { kind: entry.kind, id: idOf(entry), on, times }
    const known = causes.get(indicator)
    if (known) known.push(cause)
    else causes.set(indicator, [cause])
  })
  return INDICATORS.flatMap(({ id }) => {
    const from = causes.get(id)
    if (from === undefined || scheme.points[id].points === 0) return []
    const times = from.reduce((sum, one) => sum + one.times, 0)
    return [{ indicator: id, times, points: bounded(times, scheme.points[id]), from }]
  })
}

export function totalPoints(card: readonly PointsOfIndicator[]): number {
  return card.reduce((sum, { points }) => sum + points, 0)
}

/** What the card comes to, without the card: a board asks it of thousands. */
export function totalPointsOf(
  entries: readonly Entry[],
  scheme: Cultivation,
  asked: Asked,
): number {
  const found = new Map<IndicatorId, number>()
  countIn(entries, asked, (indicator, times) =>
    found.set(indicator, (found.get(indicator) ?? 0) + times),
  )
  let total = 0
  for (const { id } of INDICATORS) {
    const times = found.get(id)
    if (times !== undefined) total += bounded(times, scheme.points[id])
  }
  return total
}

function bounded(times: number, { points, most }: { points: number; most: number }): number {
  return points === 0 ? 0 : Math.sign(points) * Math.min(most, Math.abs(points) * times)
}

/** Told of each time that an indicator counts, with its day and the entry behind it. */
type Count = (indicator: IndicatorId, times: number, on: Day, entry: Entry) => void
/** A quarter with its first and last day. */
type Span = Asked & { from: Day; to: Day }

const idOf = (entry: Entry) => (entry.kind === 'attendance' ? entry.month : entry.id)
const isWithin = (on: Day, { from, to }: Span) => on >= from && on <= to

function countIn(entries: readonly Entry[], { quarter, today }: Asked, count: Count): void {
  const span = { quarter, today, from: firstDayOf(quarter), to: lastDayOf(quarter) }
  for (const entry of entries) {
    if (entry.kind === 'training') training(entry, span, count)
    else if (entry.kind === 'trial') trial(entry, span, count)
    else if (entry.kind === 'attendance') attendance(entry, span, count)
    else if (entry.kind === 'quarter' ? entry.quarter === quarter : isWithin(entry.on, span))
      countOnce(entry, count)
  }
  countSecondMentor(entries, span, count)
}

type DatedEntry = SessionEntry | ItemEntry | QuarterEntry | YearEntry

function countOnce(entry: DatedEntry, count: Count): void {
  if (entry.kind === 'session') {
    count('meeting', 1, entry.on, entry)
    if (entry.progress === 'clear') count('meeting.clear', 1, entry.on, entry)
  } else if (entry.kind === 'quarter') {
    if (entry.grade !== 'fair') count(`check.${entry.grade}`, 1, entry.on, entry)
  } else if (entry.kind === 'item' && entry.isConfirmed) {
    count(`item.${entry.itemKind}`, 1, entry.on, entry)
    if (entry.grade === 'excellent') count('item.excellent', 1, entry.on, entry)
    if (entry.on > entry.dueOn) count('item.late', 1, entry.on, entry)
  }
}

/** By the last meeting with the mentor who came second. */
function countSecondMentor(entries: readonly Entry[], span: Span, count: Count): void {
  let first: string | undefined
  let second: SessionEntry | undefined
  for (const entry of entries) {
    if (entry.kind !== 'session' || !isWithin(entry.on, span)) continue
    first ??= entry.mentor
    if (entry.mentor !== first && entry.mentor === (second ?? entry).mentor) second = entry
  }
  if (second) count('meeting.two-mentors', 1, second.on, second)
}

function training(entry: TrainingEntry, span: Span, count: Count): void {
  const { on, result, isFinished, parts } = entry
  for (const part of parts) {
    if (!isWithin(part.on, span)) continue
    if (part.status === 'present') count('training.hour', part.hours, part.on, entry)
    if (part.status === 'absent') count('training.absent', 1, part.on, entry)
  }
  if (isFinished && (result === 'passed' || result === 'excellent') && isWithin(on, span))
    count(`training.${result}`, 1, on, entry)
}

/** Months that became full within the quarter. */
function trial(entry: TrialEntry, span: Span, count: Count): void {
  const { startsOn, endedOn, isConcluded, grade } = entry
  const until = [span.to, endedOn ?? span.today, span.today].reduce((a, b) => (a < b ? a : b))
  const before = lastDayOf(quarterBefore(span.quarter))
  const months = until < startsOn ? 0 : monthsServed(startsOn, until)
  const times = months - (before < startsOn ? 0 : monthsServed(startsOn, before))
  if (times > 0 && until > before) count('trial.month', times, until, entry)
  if (isConcluded && grade === 'excellent' && endedOn !== null && isWithin(endedOn, span))
    count('trial.excellent', 1, endedOn, entry)
}

/** Below this share of the days due a month counts as low (the card's 80 %). */
const LOW = 0.8

function attendance(entry: AttendanceEntry, span: Span, count: Count): void {
  const { month, days, meetings } = entry
  const on = `${month}-01`
  if (!isWithin(on, span)) return
  const isKept = days !== null && days.due > 0
  const attended = isKept ? days.present / days.due : null
  const missed = meetings === null ? 0 : meetings.due - meetings.present
  if (attended === 1) count('attendance.full', 1, on, entry)
  if (attended !== null && attended < LOW) count('attendance.low', 1, on, entry)
  if (meetings !== null && meetings.present > 0)
    count('meetings-of-organisation', meetings.present, on, entry)
  if (missed > 0) count('organisation.absent', missed, on, entry)
}
