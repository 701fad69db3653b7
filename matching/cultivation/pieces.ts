import { CRITERIA, type CriterionId, type Day, type Standing } from '../types.ts'
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
import { lastDayOf, monthsServed, quarterOf } from './quarters.ts'
import { ASPECT_CRITERIA, type Cultivation, type EntryKind, type Grade } from './scheme.ts'

/** A piece of evidence that follows from entries: never edited, worked out anew when one of them changes. */
export type Piece = {
  kind: EntryKind
  /** Of the entry; of meetings and attendance the quarter. */
  entry: string
  criterion: CriterionId
  value: number
  strength: number
  standing: Standing
  on: Day
  source: string
  note: string
  document: string | null
}

/**
 * What entries say as evidence, one piece an entry and criterion; meetings and attendance of a quarter are one piece
 * together. With g(·) the value of a grade, p(·) of a mark of progress and s(kind) the full strength of the policy:
 *
 * | entry | criterion | value | strength |
 * |---|---|---|---|
 * | meetings of a quarter in which the mentor saw something of a criterion | that | mean of p | s(session) × n ÷ (n + meetingsHalfAt), n days |
 * | item, reported (claimed) or confirmed (proven) | those of the item | g(grade), good where none was given | s(item) |
 * | course that is finished | those of the course | excellent g(excellent), passed g(good), failed g(poor), no result g(fair) | s(training) × min(1, hours attended ÷ courseHours) |
 * | trial post that is concluded | record | g(grade) | s(trial) × min(1, months ÷ monthsMin) |
 * | its evaluation | reputation | (mean − 1) ÷ 4 | s(evaluation) × n ÷ (n + answersMin), n answers |
 * | quarterly check, yearly conclusion | by aspect (`ASPECT_CRITERIA`) | g, of growth p | s(quarter), s(year) |
 * | organisation life, attendance of a quarter | political, conduct | present ÷ due × g(excellent) | s(attendance) × months ÷ 3 |
 *
 * What is not known gives no piece. The table is ours; its figures are the county's.
 */
export function piecesOf(entries: readonly Entry[], scheme: Cultivation): Piece[] {
  const of = <K extends EntryKind>(kind: K) =>
    entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind)
  const pieces = [
    ...meetings(of('session'), scheme),
    ...of('item').flatMap((entry) => item(entry, scheme)),
    ...of('training').flatMap((entry) => training(entry, scheme)),
    ...of('trial').flatMap((entry) => trial(entry, scheme)),
    ...of('quarter').flatMap((entry) => quarter(entry, scheme)),
    ...of('year').flatMap((entry) => year(entry, scheme)),
    ...attendance(of('attendance'), scheme),
  ]
  return pieces.filter(({ criterion, strength }) => strength > 0 && !OF_VILLAGE.has(criterion))
}

/** Matched with the village rather than shown by evidence. */
const OF_VILLAGE: ReadonlySet<CriterionId> = new Set(['expertise', 'tie'])

function meetings(all: readonly SessionEntry[], scheme: Cultivation): Piece[] {
  const byQuarter = Map.groupBy(all, ({ on }) => quarterOf(on))
  return [...byQuarter].flatMap(([entry, held]) =>
    CRITERIA.flatMap((criterion) => {
      const marked = held.filter(({ seen, progress }) => progress && seen.includes(criterion))
      if (marked.length === 0) return []
      const days = new Set(marked.map(({ on }) => on)).size
      const value = mean(marked.map(({ progress }) => scheme.progress[progress!]))
      const strength = (scheme.strengths.session * days) / (days + scheme.meetingsHalfAt)
      const on = latest(marked.map((one) => one.on))
      const note = `${said(entry)}导师在 ${days} 天的帮带中看到的表现`
      return [piece({ kind: 'session', entry, criterion, value, strength, on, note })]
    }),
  )
}

function item(entry: ItemEntry, scheme: Cultivation): Piece[] {
  const standing = entry.isConfirmed ? 'proven' : 'claimed'
  const value = scheme.grades[entry.grade ?? 'good']
  const strength = scheme.strengths.item
  return entry.criteria.map((criterion) =>
    piece({
      ...{ kind: 'item', entry: entry.id, criterion, value, strength, standing, on: entry.on },
      note: entry.aim,
    }),
  )
}

const OF_RESULT = { excellent: 'excellent', passed: 'good', failed: 'poor' } as const

function training(entry: TrainingEntry, scheme: Cultivation): Piece[] {
  if (!entry.isFinished) return []
  const hours = hoursOf(entry)
  const grade: Grade = entry.result === null ? 'fair' : OF_RESULT[entry.result]
  const strength = scheme.strengths.training * share(hours, scheme.courseHours)
  const { certificate, name, on } = entry
  return entry.criteria.map((criterion) =>
    piece({
      ...{ kind: 'training', entry: entry.id, criterion, value: scheme.grades[grade], strength },
      ...{ on, note: `${name}，${hours} 学时` },
      document: certificate === null ? null : `${name} ${certificate}`,
    }),
  )
}

/** Hours at which the person was present. */
export function hoursOf({ parts }: TrainingEntry): number {
  return parts.reduce((sum, { status, hours }) => sum + (status === 'present' ? hours : 0), 0)
}

function trial(entry: TrialEntry, scheme: Cultivation): Piece[] {
  const { id, startsOn, endedOn, isConcluded, grade, evaluation } = entry
  if (!isConcluded || endedOn === null) return []
  const { trial: limits, strengths, answersMin } = scheme
  const months = monthsServed(startsOn, endedOn)
  const shared = { kind: 'trial' as const, entry: id, on: endedOn }
  const served = grade && {
    ...{ ...shared, criterion: 'record' as const, value: scheme.grades[grade] },
    strength: strengths.trial * share(months, limits.monthsMin),
    note: `准岗 ${months} 个月，结论${GRADE_WORDS[grade]}`,
  }
  const answers = evaluation?.answers ?? 0
  const evaluated = evaluation && {
    ...{ ...shared, criterion: 'reputation' as const, value: (evaluation.mean - 1) / 4 },
    ...{ on: evaluation.on, strength: (strengths.evaluation * answers) / (answers + answersMin) },
    note: `准岗测评 ${answers} 份`,
  }
  return [served, evaluated].flatMap((one) => (one ? [piece(one)] : []))
}

function quarter(entry: QuarterEntry, scheme: Cultivation): Piece[] {
  const { growth, ...grades } = entry.grades
  const on = earlier(entry.on, lastDayOf(entry.quarter))
  const shared = { kind: 'quarter' as const, entry: entry.id, strength: scheme.strengths.quarter }
  const note = `${said(entry.quarter)}考核评为“${GRADE_WORDS[entry.grade]}”`
  const graded = byAspect(grades, scheme).map((one) => piece({ ...shared, ...one, on, note }))
  if (growth === undefined) return graded
  const value = scheme.progress[growth]
  return [...graded, piece({ ...shared, criterion: ASPECT_CRITERIA.growth, value, on, note })]
}

function year(entry: YearEntry, scheme: Cultivation): Piece[] {
  const on = earlier(entry.on, `${entry.year}-12-31`)
  const note = `${entry.year}年度结论评为“${GRADE_WORDS[entry.grade]}”`
  return byAspect(entry.grades, scheme).map((one) =>
    piece({ kind: 'year', entry: entry.id, strength: scheme.strengths.year, ...one, on, note }),
  )
}

function byAspect(grades: Partial<Record<string, Grade>>, scheme: Cultivation) {
  return Object.entries(grades).flatMap(([aspect, grade]) =>
    grade
      ? [
          {
            criterion: ASPECT_CRITERIA[aspect as keyof typeof ASPECT_CRITERIA],
            value: scheme.grades[grade],
          },
        ]
      : [],
  )
}

function attendance(all: readonly AttendanceEntry[], scheme: Cultivation): Piece[] {
  const byQuarter = Map.groupBy(all, ({ month }) => quarterOf(`${month}-01`))
  return [...byQuarter].flatMap(([entry, months]) =>
    (['meetings', 'days'] as const).flatMap((what) => {
      const counted = months.filter((month) => (month[what]?.due ?? 0) > 0)
      if (counted.length === 0) return []
      const due = total(counted, (month) => month[what]!.due)
      const present = total(counted, (month) => month[what]!.present)
      return [
        piece({
          ...{ kind: 'attendance', entry, criterion: what === 'days' ? 'conduct' : 'political' },
          value: (present / due) * scheme.grades.excellent,
          strength: scheme.strengths.attendance * share(counted.length, 3),
          on: `${latest(counted.map(({ month }) => month))}-01`,
          note: `${said(entry)}${what === 'days' ? '出勤' : '组织生活'} ${present}/${due}`,
        }),
      ]
    }),
  )
}

type Given = Omit<Piece, 'source' | 'standing' | 'document'> & Partial<Piece>

function piece(given: Given): Piece {
  return { standing: 'proven', document: null, source: SOURCE[given.kind], ...given }
}

/** As the portrait shows them. */
const SOURCE: Record<EntryKind, string> = {
  session: '导师帮带记录',
  item: '培养安排',
  training: '培训结业',
  trial: '准岗考核',
  quarter: '乡镇季度考核',
  year: '县级年度结论',
  attendance: '村级考勤',
}
const GRADE_WORDS: Record<Grade, string> = { excellent: '优', good: '良', fair: '中', poor: '差' }

const share = (part: number, whole: number) => (whole <= 0 ? 1 : Math.min(1, part / whole))
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const total = <T>(all: readonly T[], of: (one: T) => number) =>
  all.reduce((sum, one) => sum + of(one), 0)
const latest = (days: readonly Day[]) => days.reduce((a, b) => (a > b ? a : b))
const earlier = (a: Day, b: Day) => (a < b ? a : b)
const said = (quarter: string) =>
  `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter[6]) - 1]}季度`
