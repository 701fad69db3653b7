import type { Words } from '../../../matching/types.ts'
import { isDay } from '../../days.ts'
import { plain } from '../../roster/text.ts'
import { DAY_FAULTS, readDay } from '../../roster/values/dates.ts'

export type ReadDay = { day: string } | { fault: Words }

/** A whole day in any form that lists have; a month alone is not enough. */
export function readWholeDay(text: string): ReadDay {
  const read = readDay(text, text)
  if ('fault' in read) return { fault: FORMS[read.fault] ?? DAY_FAULTS[read.fault] }
  return read.day.length === 10 ? { day: read.day } : { fault: NO_DAY }
}

/** The first day of a notice, and its last where the cell says it as well: 2026年11月1日至5日, 11.1-11.7, 起5天. */
export function readNotice(text: string): { from: ReadDay; to?: ReadDay } {
  const typed = plain(text)
    .replace(/^(从|自)/, '')
    .replace(/(公示|止)$/, '')
  const lasting = typed.match(/^(.+?)起?(?:公示|共|,|，)?(\d{1,2})(?:天|个工作日)$/)
  if (lasting && !/工作日$/.test(typed)) {
    const from = readWholeDay(lasting[1]!)
    return 'fault' in from
      ? { from }
      : { from, to: { day: after(from.day, Number(lasting[2]) - 1) } }
  }
  const parts = partsOf(typed)
  const from = readWholeDay(parts[0]!)
  return parts.length === 2
    ? { from, to: readEnd(parts[1]!, 'fault' in from ? null : from.day) }
    : { from }
}

/** The last day of a notice; year and month are those of its first where they are left out: 5日, 11月5日. */
export function readEnd(text: string, from: string | null): ReadDay {
  const typed = plain(text).replace(/止$/, '')
  const short = typed.match(/^(?:(\d{1,2})[月.\-/])?(\d{1,2})[日号]?$/)
  const lasting = typed.match(/^(?:共)?(\d{1,2})天$/)
  if (from === null) return short || lasting ? { fault: NO_BEGIN } : readWholeDay(text)
  if (lasting) return { day: after(from, Number(lasting[1]) - 1) }
  if (!short) return readWholeDay(text)
  const [year, month] = [from.slice(0, 4), (short[1] ?? from.slice(5, 7)).padStart(2, '0')]
  const day = `${year}-${month}-${short[2]!.padStart(2, '0')}`
  if (!isDay(day)) return { fault: DAY_FAULTS['no-such-day'] }
  if (day >= from) return { day }
  // Over the turn of the year.
  const next = `${Number(year) + 1}${day.slice(4)}`
  return short[1] !== undefined && from.slice(5, 7) === '12' && isDay(next)
    ? { day: next }
    : { fault: NO_MONTH }
}

/** 2026-11-01 has strokes of its own, so a bare one parts only what is a whole day before it. */
function partsOf(typed: string): string[] {
  const worded = typed.split(/至|到|—+|–+|~|～|--/).filter((it) => it !== '')
  if (worded.length === 2) return worded
  const dashed = typed.match(/^(\d{4}[年./]\d{1,2}[月./]\d{1,2}日?)-(.+)$/)
  return dashed ? [dashed[1]!, dashed[2]!] : [typed]
}

function after(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const SAID = '请按“2026-11-05”或“2026年11月5日”填写。'
const EN = 'Write 2026-11-05 or 2026年11月5日.'
const FORMS: Record<string, Words> = {
  unreadable: { zh: `不是可以识别的日期。${SAID}`, en: `no day that can be read. ${EN}` },
  'only-year': { zh: `只有年份，缺月和日。${SAID}`, en: `month and day are missing. ${EN}` },
  'two-digit-year': { zh: `年份不是四位。${SAID}`, en: `the year needs four digits. ${EN}` },
  'no-such-month': { zh: `没有这个月份。${SAID}`, en: `there is no such month. ${EN}` },
  'no-such-day': { zh: `没有这一天。${SAID}`, en: `there is no such day. ${EN}` },
  'ambiguous-month': {
    zh: `分不清是 1 月还是 10 月，也缺日。${SAID}`,
    en: `January or October, and no day. ${EN}`,
  },
}
const NO_DAY: Words = { zh: `只有年月，缺日。${SAID}`, en: `the day is missing. ${EN}` }
const NO_BEGIN: Words = {
  zh: '公示起始日期没有填好，这里不能只写日。请写完整日期。',
  en: 'the first day of the notice is missing, so the last needs its year and month.',
}
const NO_MONTH: Words = {
  zh: '早于公示的第一天。跨月的请连月份一起写，如“12月3日”。',
  en: 'it is before the first day; across a month write the month as well, such as 12月3日.',
}
