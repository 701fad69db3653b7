import type { Context } from 'hono'
import { listPulse } from '../../db/cultivation-overview.ts'
import type { Env } from '../context.ts'
import type { PulseView } from '../shapes/cultivation-overview.ts'

const MONTHS = 12

/** What was done in each of the last twelve months, this one as far as it is. */
export async function pulseOf(c: Context<Env>): Promise<PulseView[]> {
  const today = c.var.today()
  const months = monthsTo(today.slice(0, 7))
  const days = await listPulse(c.var.db, c.var.scope, { from: `${months[0]}-01`, to: today })
  const [meetings, items, hours] = [days.meetings, days.items, days.hours].map(byMonth)
  const of = (counts: Map<string, number> | undefined, month: string) => counts?.get(month) ?? 0
  return months.map((month) => ({
    month,
    ...{ meetings: of(meetings, month), items: of(items, month), hours: of(hours, month) },
  }))
}

function monthsTo(last: string): string[] {
  const [year, month] = last.split('-').map(Number) as [number, number]
  return Array.from({ length: MONTHS }, (_, at) => {
    const back = year * 12 + month - 1 - (MONTHS - 1 - at)
    return `${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`
  })
}

function byMonth(days: ReadonlyMap<string, number>): Map<string, number> {
  const months = new Map<string, number>()
  for (const [day, count] of days) {
    const month = day.slice(0, 7)
    months.set(month, (months.get(month) ?? 0) + count)
  }
  return months
}
