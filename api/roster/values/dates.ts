import { serialDay } from '../number-formats.ts'
import { plain } from '../text.ts'
import type { RawCell } from '../types.ts'

export type DayFault =
  | 'unreadable'
  | 'only-year'
  | 'two-digit-year'
  | 'no-such-month'
  | 'no-such-day'
  | 'ambiguous-month'
/** `day` is YYYY-MM-DD, or YYYY-MM where no day is given; `isSerial`: a bare number of Excel was taken for one. */
export type DayRead = { day: string; isSerial?: true } | { fault: DayFault; months?: string[] }

const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** A day in the forms that lists have: 1985.03, 1985-03-12, 198503, 19850312, 1985年3月, a serial number of Excel. */
export function readDay(raw: RawCell, text: string): DayRead {
  if (typeof raw === 'object' && raw !== null && 'd' in raw) return wholeDay(raw.d)
  const isNumber = typeof raw === 'object' && raw !== null && 'n' in raw
  const typed = plain(text.replace(/[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, '')).replace(
    /\(?\d{1,3}周?岁\)?$|出?生$/,
    '',
  )
  if (isNumber && /^\d{4}\.\d$/.test(typed)) return cutMonth(typed)
  const parted = typed.match(
    /^(\d{4})[.\-/年·。、](\d{1,2})(?:月)?(?:[.\-/月·。、]?(?<=\D)(\d{1,2})日?)?[.。]?$/,
  )
  if (parted) return dayOf(parted[1]!, parted[2]!, parted[3])
  const run = typed.match(/^(\d{4})(\d{2})(\d{2})?$/)
  if (run && isYear(run[1]!)) return dayOf(run[1]!, run[2]!, run[3])
  if (/^\d{5}(\.\d+)?$/.test(typed)) return serial(Number(typed))
  if (/^\d{4}年?$/.test(typed) && isYear(typed.slice(0, 4))) return { fault: 'only-year' }
  if (/^\d{2}[.\-/年]\d{1,2}([.\-/月]\d{0,2}日?)?$|^\d{6}$/.test(typed))
    return { fault: 'two-digit-year' }
  return { fault: 'unreadable' }
}

/** The last possible day of what may be a month: for 'not in the future' and ages, which a month leaves open. */
export function firstDay(day: string): string {
  return day.length === 7 ? `${day}-01` : day
}

/** Completed years between two days; a month counts as its first day. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return firstDay(to).slice(5) < firstDay(from).slice(5) ? years - 1 : years
}

export const DAY_FAULTS: Record<DayFault, { zh: string; en: string }> = {
  unreadable: {
    zh: '不是可以识别的日期。请按“1985.03”或“1985-03-12”填写。',
    en: 'no day that can be read. Write 1985.03 or 1985-03-12.',
  },
  'only-year': {
    zh: '只有年份，缺月份。请按“1985.03”或“1985-03-12”填写。',
    en: 'the month is missing. Write 1985.03 or 1985-03-12.',
  },
  'two-digit-year': {
    zh: '年份不是四位，无法判断世纪。请按“1985.03”或“1985-03-12”填写。',
    en: 'the year needs four digits. Write 1985.03 or 1985-03-12.',
  },
  'no-such-month': {
    zh: '没有这个月份。请核对后按“1985.03”或“1985-03-12”填写。',
    en: 'there is no such month. Check it and write 1985.03 or 1985-03-12.',
  },
  'no-such-day': {
    zh: '没有这一天。请核对后按“1985.03”或“1985-03-12”填写。',
    en: 'there is no such day. Check it and write 1985.03 or 1985-03-12.',
  },
  'ambiguous-month': {
    zh: '末尾的 0 可能已被表格去掉，分不清是 1 月还是 10 月。请把单元格设为文本，按“1985.01”或“1985.10”填写。',
    en: 'the spreadsheet may have dropped a 0, so January and October cannot be told apart. Set the cell to text and write 1985.01 or 1985.10.',
  },
}

/** 1985.1 as a number: somebody typed .1, or .10, of which the spreadsheet kept .1. */
function cutMonth(typed: string): DayRead {
  const [year, month] = typed.split('.')
  if (month !== '1') return dayOf(year!, month!, undefined)
  return { fault: 'ambiguous-month', months: [`${year}-01`, `${year}-10`] }
}

function serial(number: number): DayRead {
  const day = serialDay(number)
  return day === null ? { fault: 'unreadable' } : { day, isSerial: true }
}

function wholeDay(day: string): DayRead {
  const [year, month, date] = day.split('-')
  return dayOf(year!, month ?? '', date)
}

function dayOf(year: string, month: string, date: string | undefined): DayRead {
  if (!isYear(year)) return { fault: 'unreadable' }
  if (Number(month) < 1 || Number(month) > 12) return { fault: 'no-such-month' }
  const head = `${year}-${month.padStart(2, '0')}`
  if (date === undefined || date === '') return { day: head }
  const day = `${head}-${date.padStart(2, '0')}`
  return isDay(day) ? { day } : { fault: 'no-such-day' }
}

function isYear(year: string): boolean {
  return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
