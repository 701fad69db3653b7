import type { Context } from 'hono'
import { firstDayOf, lastDayOf, quarterBefore, quarterOf } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { invalid } from '../validate.ts'

/** Quarters that are offered and can be signed: this one and two years back. */
const OFFERED = 9
const YEARS = 3

export function quartersTo(today: string): string[] {
  const quarters = [quarterOf(today)]
  while (quarters.length < OFFERED) quarters.push(quarterBefore(quarters.at(-1)!))
  return quarters
}

export function yearsTo(today: string): string[] {
  return Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back))
}

/** The quarter that a board opens with: the last one while its checks are not late, else this one. */
export function quarterToCheck(today: string, checkDays: number): string {
  const last = quarterBefore(quarterOf(today))
  return today <= daysAfter(lastDayOf(last), checkDays) ? last : quarterOf(today)
}

export const daysOf = (quarter: string) => ({ from: firstDayOf(quarter), to: lastDayOf(quarter) })
export const dueOfQuarter = (quarter: string, checkDays: number) =>
  daysAfter(lastDayOf(quarter), checkDays)
export const dueOfYear = (year: string, yearDays: number) => daysAfter(`${year}-12-31`, yearDays)

/** One that is offered: neither of the future nor longer ago. */
export function requireQuarter(c: Context<Env>, quarter: string, pointer = '#/quarter'): void {
  if (quartersTo(c.var.today()).includes(quarter)) return
  throw invalid([{ pointer, detail: quarter > quarterOf(c.var.today()) ? FUTURE : LONG_AGO }])
}

export function requireYear(c: Context<Env>, year: string, pointer = '#/year'): void {
  if (yearsTo(c.var.today()).includes(year)) return
  throw invalid([{ pointer, detail: year > c.var.today().slice(0, 4) ? FUTURE : LONG_AGO }])
}

const FUTURE = {
  zh: '这个时段还没有开始，不能考核。请选择本季度（年度）或以前的时段。',
  en: 'That period has not begun and cannot be checked. Choose this one or an earlier one.',
}
const LONG_AGO = {
  zh: '这个时段过去太久，不再补签。需要时请写入本季度备注。',
  en: 'That period is too long ago to be signed. Say it in the remarks of this one.',
}
