import type { Appraisal } from '../../db/appraisals.ts'
import type { Grade } from '../../matching/index.ts'
import { dayInChina } from '../days.ts'

/** What was signed, as it is shown; `dueOn` is the last day in time. */
export function signedOf(row: Appraisal, dueOn: string) {
  const on = dayInChina(row.signedAt)
  return {
    ...{ id: row.id, remarks: row.remarks, by: row.accountName, position: row.position },
    ...{ on, isLate: on > dueOn },
  }
}

export function quarterGradesOf({ grades }: Appraisal) {
  const { attitude = null, tasks = null, public: ofPublic = null, growth = null } = grades
  return {
    ...{ attitude: attitude as Grade | null, tasks: tasks as Grade | null },
    ...{ public: ofPublic as Grade | null, growth: growth as 'clear' | 'some' | 'none' | null },
  }
}

export function yearGradesOf({ grades }: Appraisal) {
  const { daily = null, results = null, reputation = null } = grades
  return {
    ...{ daily: daily as Grade | null, results: results as Grade | null },
    reputation: reputation as Grade | null,
  }
}

type Named = { name: string; pinyin: string; initials: string }

/** A part of the name as it is written, or the beginning of its pinyin or initials. */
export function isNamed({ name, pinyin, initials }: Named, text: string): boolean {
  const typed = text.toLowerCase().replace(/[\s']/g, '')
  return name.includes(text.trim()) || pinyin.startsWith(typed) || initials.startsWith(typed)
}
