import type { Day } from '../types.ts'
import type { AttendanceEntry, Entry, TrainingEntry, TrialEntry } from './entries.ts'
import { INDICATORS, type IndicatorId } from './indicators.ts'
import { lastDayOf, monthsServed, quarterBefore, quarterOf } from './quarters.ts'
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
type Counted = Cause & { indicator: IndicatorId }

/**
 * The growth card of one person and quarter, in the order of `INDICATORS`, those without an entry left out:
 * points × times, at most (of minus points: at least) what the scheme gives for a quarter. Months on a trial post
 * count up to `today`.
 */
export function pointsOf(
  entries: readonly Entry[],
  scheme: Cultivation,
  { quarter, today }: { quarter: string; today: Day },
): PointsOfIndicator[] {
  const counted = [
    ...entries.flatMap((entry) => countedOf(entry, quarter, today)),
    ...twoMentors(entries, quarter),
  ]
  const byIndicator = Map.groupBy(counted, ({ indicator }) => indicator)
  return INDICATORS.flatMap(({ id }) => {
    const found = byIndicator.get(id)
    const { points, most } = scheme.points[id]
    if (found === undefined || points === 0) return []
    const times = found.reduce((sum, one) => sum + one.times, 0)
    const bounded = Math.sign(points) * Math.min(most, Math.abs(points) * times)
    const from = found.map(({ indicator: _, ...cause }) => cause)
    return [{ indicator: id, times, points: bounded, from }]
  })
}

export function totalPoints(card: readonly PointsOfIndicator[]): number {
  return card.reduce((sum, { points }) => sum + points, 0)
}

function countedOf(entry: Entry, quarter: string, today: Day): Counted[] {
  if (entry.kind === 'training') return training(entry, quarter)
  if (entry.kind === 'trial') return trial(entry, quarter, today)
  if (entry.kind === 'attendance') return attendance(entry, quarter)
  if (entry.kind === 'year') return []
  const of = entry.kind === 'quarter' ? entry.quarter : quarterOf(entry.on)
  if (of !== quarter) return []
  const count = (indicator: IndicatorId): Counted => ({
    ...{ indicator, kind: entry.kind, id: entry.id, on: entry.on, times: 1 },
  })
  if (entry.kind === 'session')
    return [count('meeting'), ...(entry.progress === 'clear' ? [count('meeting.clear')] : [])]
  if (entry.kind === 'quarter') return entry.grade === 'fair' ? [] : [count(`check.${entry.grade}`)]
  if (!entry.isConfirmed) return []
  return [
    count(`item.${entry.itemKind}`),
    ...(entry.grade === 'excellent' ? [count('item.excellent')] : []),
    ...(entry.on > entry.dueOn ? [count('item.late')] : []),
  ]
}

function twoMentors(entries: readonly Entry[], quarter: string): Counted[] {
  const held = entries.filter(
    (entry) => entry.kind === 'session' && quarterOf(entry.on) === quarter,
  )
  const byMentor = new Map(
    held.flatMap((one) => (one.kind === 'session' ? [[one.mentor, one]] : [])),
  )
  if (byMentor.size < 2) return []
  const [, second] = [...byMentor.values()]
  const { id, on } = second!
  return [{ indicator: 'meeting.two-mentors', kind: 'session', id, on, times: 1 }]
}

function training(entry: TrainingEntry, quarter: string): Counted[] {
  const { id, kind, on, result, isFinished, parts } = entry
  const inside = parts.filter((part) => quarterOf(part.on) === quarter)
  const present = inside.filter(({ status }) => status === 'present')
  const hours = present.map(
    (part): Counted => ({
      ...{ indicator: 'training.hour', kind, id, on: part.on, times: part.hours },
    }),
  )
  const missed = inside.filter(({ status }) => status === 'absent')
  const absent = missed.map(
    (part): Counted => ({
      ...{ indicator: 'training.absent', kind, id, on: part.on, times: 1 },
    }),
  )
  const isPassed = isFinished && (result === 'passed' || result === 'excellent')
  const passed: Counted[] =
    isPassed && quarterOf(on) === quarter
      ? [{ indicator: `training.${result}`, kind, id, on, times: 1 }]
      : []
  return [...hours, ...absent, ...passed]
}

/** Months that became full within the quarter. */
function trial(entry: TrialEntry, quarter: string, today: Day): Counted[] {
  const { id, kind, startsOn, endedOn, isConcluded, grade } = entry
  const until = [lastDayOf(quarter), endedOn ?? today, today].reduce((a, b) => (a < b ? a : b))
  const before = lastDayOf(quarterBefore(quarter))
  const months = until < startsOn ? 0 : monthsServed(startsOn, until)
  const times = months - (before < startsOn ? 0 : monthsServed(startsOn, before))
  const served: Counted[] =
    times > 0 && until > before ? [{ indicator: 'trial.month', kind, id, on: until, times }] : []
  const isExcellent = isConcluded && grade === 'excellent' && endedOn !== null
  return isExcellent && quarterOf(endedOn) === quarter
    ? [...served, { indicator: 'trial.excellent', kind, id, on: endedOn, times: 1 }]
    : served
}

/** Below this share of the days due a month counts as low (the card's 80 %). */
const LOW = 0.8

function attendance({ month, days, meetings }: AttendanceEntry, quarter: string): Counted[] {
  const on = `${month}-01`
  if (quarterOf(on) !== quarter) return []
  const count = (indicator: IndicatorId, times: number): Counted[] =>
    times > 0 ? [{ indicator, kind: 'attendance', id: month, on, times }] : []
  const isKept = days !== null && days.due > 0
  const attended = isKept ? days.present / days.due : null
  return [
    ...count('attendance.full', attended === 1 ? 1 : 0),
    ...count('attendance.low', attended !== null && attended < LOW ? 1 : 0),
    ...count('meetings-of-organisation', meetings?.present ?? 0),
    ...count('organisation.absent', meetings === null ? 0 : meetings.due - meetings.present),
  ]
}
