import type { Db } from './connect.ts'
import type { CalendarDayTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Days on which the county differs from the State Council's calendar, in order. */
export function listCalendarDays(db: Db, scope: Scope) {
  return db
    .selectFrom('calendarDays')
    .selectAll()
    .where(ofCounty(scope, 'calendarDays'))
    .orderBy('day')
    .execute()
}

export async function putCalendarDay(
  db: Db,
  { countyCode }: Scope,
  { day, ...told }: Omit<CalendarDayTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('calendarDays')
    .values({ countyCode, day, ...told })
    .onConflict((it) => it.columns(['countyCode', 'day']).doUpdateSet(told))
    .execute()
}

/** False when the county had no word of its own about the day. */
export async function removeCalendarDay(db: Db, scope: Scope, day: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendarDays')
    .where(ofCounty(scope, 'calendarDays'))
    .where('day', '=', day)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
