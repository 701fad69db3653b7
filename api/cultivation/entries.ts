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

/** Entries of each person as matching reads them. */
export function entriesByTalent(rows: EntryRows): Map<string, Entry[]> {
  const all: { talentId: string; entry: Entry }[] = [
    ...rows.sessions.map((row) => ({ talentId: row.talentId, entry: session(row) })),
    ...rows.items.map((row) => ({ talentId: row.talentId, entry: item(row) })),
    ...training(rows.training),
    ...rows.trials.map((row) => ({ talentId: row.talentId, entry: trial(row) })),
    ...rows.appraisals.flatMap((row) => {
      const entry = appraisal(row)
      return entry ? [{ talentId: row.talentId, entry }] : []
    }),
    ...rows.attendances.map((row) => ({ talentId: row.talentId, entry: attendance(row) })),
  ]
  const byTalent = Map.groupBy(all, ({ talentId }) => talentId)
  return new Map([...byTalent].map(([id, found]) => [id, found.map(({ entry }) => entry)]))
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

function trial({ id, startsOn, endedOn, state, grade, answers }: Row<'trials'>): TrialEntry {
  return {
    ...{ kind: 'trial', id, startsOn, endedOn, grade },
    isConcluded: state === 'concluded',
    evaluation: evaluationOf(answers),
  }
}

/** Of everything that was answered with at least one mark; nothing below the least number of answers. */
function evaluationOf(answers: Row<'trials'>['answers']): TrialEntry['evaluation'] {
  const given = answers
    .map((answer) => ({ ...answer, marks: answer.marks.filter((mark) => mark !== null) }))
    .filter(({ marks }) => marks.length > 0)
  const last = given.at(-1)
  if (last === undefined || given.length < last.answersMin) return null
  const means = given.map(({ marks }) => marks.reduce((sum, mark) => sum + mark, 0) / marks.length)
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length
  return { mean, answers: given.length, on: last.closesOn }
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
