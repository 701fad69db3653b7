import { listCalendarDays } from '../../db/calendar-days.ts'
import type { Db } from '../../db/connect.ts'
import { listTermsOver, moveTerm, type Term } from '../../db/due-days.ts'
import { findRound } from '../../db/rounds.ts'
import { dayInChina } from '../days.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import { workdaysAfter } from '../workflow/calendar.ts'

/** Lists show when something is due: what the changed day lies on the way of is counted anew. */
export async function followCalendar(db: Db, countyCode: string, day: string): Promise<number> {
  const scope = { countyCode }
  const days = await listCalendarDays(db, scope)
  const overrides = new Map(days.map((one) => [one.day, one.isWorking === 1]))
  const terms = await listTermsOver(db, scope, { day, start: startOf(day) })
  for (const term of terms) {
    const count = await daysOf(db, countyCode, term)
    if (count === null) continue
    await moveTerm(db, scope, term, workdaysAfter(dayInChina(term.since), count, overrides))
  }
  return terms.length
}

/** The instant at which a day begins in China, as instants are stored. */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()

/** Working days that the round's procedure gives; null when it does not know the stage. */
async function daysOf(db: Db, countyCode: string, { roundId, stage }: Term) {
  const round = await findRound(db, { countyCode }, roundId)
  if (!round) return null
  const found = (round.procedure as RoundProcedure).stages.find(({ id, kind }) =>
    stage === null ? kind === 'joint-review' : id === stage,
  )
  return found?.days ?? null
}
