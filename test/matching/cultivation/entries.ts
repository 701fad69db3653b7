import type {
  AttendanceEntry,
  ItemEntry,
  QuarterEntry,
  SessionEntry,
  TrainingEntry,
  TrialEntry,
  YearEntry,
} from '../../../matching/index.ts'

/** Entries of cultivation; each builder takes only what a test is about. */

export function meeting(about: Partial<SessionEntry> = {}): SessionEntry {
  return {
    ...{ kind: 'session', id: 'meeting', on: '2026-10-11', mentor: 'a mentor', minutes: 60 },
    ...{ progress: 'some', seen: [], ...about },
  }
}

export function item(about: Partial<ItemEntry> = {}): ItemEntry {
  return {
    ...{ kind: 'item', id: 'item', on: '2026-11-15', dueOn: '2026-11-20', itemKind: 'task' },
    ...{ aim: '走访三组 8 户', criteria: [], isConfirmed: true, grade: null, ...about },
  }
}

type Attended = Partial<TrainingEntry> & { hours?: number[]; missed?: number[] }

export function attended({ hours = [], missed = [], ...about }: Attended = {}): TrainingEntry {
  const on = '2026-06-20'
  return {
    ...{ kind: 'training', id: 'course', on, name: '区级电商带头人培训', level: 'county' },
    ...{ criteria: ['development'], result: 'passed', certificate: null, isFinished: true },
    parts: [
      ...hours.map((one) => ({ on, hours: one, status: 'present' as const })),
      ...missed.map((one) => ({ on, hours: one, status: 'absent' as const })),
    ],
    ...about,
  }
}

export function trialPost(about: Partial<TrialEntry> = {}): TrialEntry {
  return {
    ...{ kind: 'trial', id: 'trial', startsOn: '2026-01-01', endedOn: '2026-06-30' },
    ...{ isConcluded: true, grade: 'good', evaluation: null, ...about },
  }
}

export function check(about: Partial<QuarterEntry> = {}): QuarterEntry {
  return {
    ...{ kind: 'quarter', id: 'check', on: '2026-10-09', quarter: '2026-Q3', grade: 'good' },
    ...{ grades: {}, ...about },
  }
}

export function yearly(about: Partial<YearEntry> = {}): YearEntry {
  return {
    ...{ kind: 'year', id: 'year', on: '2026-01-20', year: '2025', grade: 'good', grades: {} },
    ...about,
  }
}

export function month(about: Partial<AttendanceEntry> = {}): AttendanceEntry {
  return { kind: 'attendance', month: '2026-10', days: null, meetings: null, ...about }
}
