import type { CalendarDay } from '../../papers.ts'
import { language, say, t } from '../../words/index.ts'

/** What stands in a cell: the day, and how it differs from the week. */
export type Cell = { day: string; isWorking: boolean; special: CalendarDay | undefined }
export type Mark = 'holiday' | 'make-up' | 'statutory' | 'off' | 'working' | 'weekend' | 'plain'

/** The weeks of a month from Monday on; null before its first day and after its last. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = new Date(Date.UTC(year, month, 1))
  const before = (first.getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_, at) => {
    const date = at - before + 1
    return date < 1 || date > count ? null : `${year}-${two(month + 1)}-${two(date)}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

export function weekdayName(day: string): string {
  const format = new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

export function cellOf(day: string, special: CalendarDay | undefined): Cell {
  return { day, isWorking: special?.isWorking ?? weekdayOf(day) < 5, special }
}

export function markOf({ day, isWorking, special }: Cell): Mark {
  if (special?.kind === 'own') return isWorking ? 'working' : 'off'
  if (special) return special.kind
  return weekdayOf(day) < 5 ? 'plain' : 'weekend'
}

/** The sign in the cell; none where the week itself says it. */
export function signOf(mark: Mark): string {
  const { mark: signs } = t().papers.calendar
  if (mark === 'plain' || mark === 'weekend') return ''
  return mark === 'off' || mark === 'working' ? signs.own[mark] : signs[mark]
}

/** All of it in one sentence, for those who do not see the colours. */
export function sentenceOf(cell: Cell): string {
  const words = t().papers.calendar
  const mark = markOf(cell)
  const what = mark === 'plain' ? words.working : words.says[mark]
  const name = cell.special ? `${t().colon}${say(cell.special.name)}` : ''
  return words.dayIs(cell.day, weekdayName(cell.day), `${what}${name}`)
}

export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const two = (value: number) => String(value).padStart(2, '0')

/** Years that the server's calendar reaches. */
export const FIRST_YEAR = 2004
export const LAST_YEAR = 2099

/** The year in the address; undefined where there is none. */
export function yearIn(text: string | undefined): number | undefined {
  const year = Number(text)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined
}
