import type { NomineeTable } from '../../db/schema.ts'
import { dayInChina } from '../days.ts'
import type { File } from './file.ts'
import { openQuestion } from './missing.ts'
import { stageOf } from './path.ts'

type Summary = Pick<
  NomineeTable,
  'waitsFor' | 'dueOn' | 'asked' | 'passed' | 'objections' | 'validUntil'
>

/** What lists show of a file, as its row keeps it. */
export function summaryOf(file: File): Summary {
  const cases = file.departments.flatMap(({ case: asked }) => asked ?? [])
  const passed = cases.filter(({ answer }) => answer === 'pass')
  const ends = passed.flatMap(({ validUntil }) => validUntil ?? []).sort()
  return {
    waitsFor: waitsFor(file),
    dueOn: dueOn(file),
    asked: cases.length,
    passed: passed.length,
    objections: cases.filter(({ answer }) => answer === 'objection').length,
    validUntil: ends[0] ?? null,
  }
}

const BELOW = { county: 'township', township: 'village', village: 'village' } as const

function waitsFor(file: File): Summary['waitsFor'] {
  const stage = stageOf(file)
  if (file.nominee.state !== 'open' || !stage) return 'nobody'
  if (openQuestion(file)) return BELOW[stage.level]
  if (stage.kind !== 'joint-review') return stage.level
  const open = file.departments.filter(
    ({ case: asked }) => asked !== null && asked.answer !== 'pass',
  )
  if (open.some(({ case: asked }) => asked?.answer === null)) return 'departments'
  return open.some(({ case: asked }) => asked?.answer === 'more') ? 'township' : 'county'
}

function dueOn(file: File): string | null {
  const stage = stageOf(file)
  if (file.nominee.state !== 'open' || !stage) return null
  return file.workdaysAfter(dayInChina(file.nominee.stageSince), stage.days)
}
