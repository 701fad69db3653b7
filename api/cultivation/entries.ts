import type { EntryRows } from '../../db/cultivation-entries.ts'
import type {
  AttendanceEntry,
  CriterionId,
  Entry,
  Grade,
  ItemEntry,
  QuarterEntry,
  SessionEntry,
  TrainingEntry,
  TrialEntry,
  YearEntry,
} from '../../matching/index.ts'
import { dayInChina } from '../days.ts'
import { summaryOf } from '../evaluations/summary.ts'

/** Entries of each person as matching reads them. */
export function entriesByTalent(rows: EntryRows): Map<string, Entry[]> {
  const byTalent = new Map<string, Entry[]>()
  const add = (talentId: string, entry: Entry) => {
    const known = byTalent.get(talentId)
    if (known) known.push(entry)
    else byTalent.set(talentId, [entry])
  }
  for (const row of rows.sessions) add(row.talentId, session(row))
  for (const row of rows.items) add(row.talentId, item(row))
  for (const { talentId, entry } of training(rows.training)) add(talentId, entry)
  for (const row of rows.trials) add(row.talentId, trial(row))
  for (const row of rows.appraisals) {
    const entry = appraisal(row)
    if (entry) add(row.talentId, entry)
  }
  for (const row of rows.attendances) add(row.talentId, attendance(row))
  return byTalent
}

type Row<K extends keyof EntryRows> = EntryRows[K][number]

function session({ id, heldOn, mentorId, minutes, progress, seen }: Row<'sessions'>): SessionEntry {
  return {
    ...{ kind: 'session', id, on: heldOn, mentor: mentorId, minutes, progress },
    seen: seen as CriterionId[],
  }
}

function item(row: Row<'items'>): ItemEntry {
  const { id, dueOn, doneOn, kind: itemKind, aim, criteria, state, grade } = row
  return {
    ...{ kind: 'item', id, on: doneOn ?? dueOn, dueOn, itemKind, aim, grade },
    ...{ criteria: criteria as CriterionId[], isConfirmed: state === 'done' },
  }
}

function training(rows: EntryRows['training']): { talentId: string; entry: TrainingEntry }[] {
  const byCourse = Map.groupBy(rows, ({ talentId, id }) => `${talentId} ${id}`)
  return [...byCourse.values()].map((parts) => {
    const { id, talentId, name, level, criteria, result, certificate, state } = parts[0]!
    const present = parts.filter(({ status }) => status === 'present')
    const entry: TrainingEntry = {
      ...{ kind: 'training', id, name, level, result, certificate },
      criteria: criteria as CriterionId[],
      on: (present.at(-1) ?? parts.at(-1)!).heldOn,
      isFinished: state === 'finished' && present.length > 0,
      parts: parts.map(({ heldOn, hours, status }) => ({ on: heldOn, hours, status })),
    }
    return { talentId, entry }
  })
}

function trial({ evaluation, ...row }: Row<'trials'>): TrialEntry {
  const { id, startsOn, endedOn, state, grade } = row
  return {
    ...{ kind: 'trial', id, startsOn, endedOn, grade },
    isConcluded: state === 'concluded',
    evaluation: evaluation && evaluationOf(evaluation),
  }
}

/** What the closed evaluation shows: nothing where too few answered. */
function evaluationOf(given: NonNullable<Row<'trials'>['evaluation']>): TrialEntry['evaluation'] {
  const { answers, leftOut, total } = summaryOf(given.answers, given.answersMin)
  return total && { mean: total.mean, answers: answers - leftOut, on: given.closesOn }
}

function appraisal(row: Row<'appraisals'>): QuarterEntry | YearEntry | null {
  const { id, kind, period, grade, signedAt } = row
  if (grade === null) return null
  const on = dayInChina(new Date(signedAt))
  const known = Object.entries(row.grades).filter(([, value]) => value !== null)
  const grades = Object.fromEntries(known) as Record<string, Grade>
  return kind === 'quarter'
    ? { kind: 'quarter', id, on, quarter: period, grade, grades: grades as QuarterEntry['grades'] }
    : { kind: 'year', id, on, year: period, grade, grades: grades as YearEntry['grades'] }
}

function attendance(row: Row<'attendances'>): AttendanceEntry {
  const counted = (due: number | null, present: number | null) =>
    due === null || present === null ? null : { due, present }
  return {
    ...{ kind: 'attendance', month: row.month },
    days: counted(row.daysDue, row.daysPresent),
    meetings: counted(row.meetingsDue, row.meetingsPresent),
  }
}
