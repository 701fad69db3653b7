import type { z } from 'zod'
import type { listCalendarDays } from '../../db/calendar-days.ts'
import type { CalendarShape, Deadline } from '../shapes/calendar.ts'
import {
  daysFrom,
  isPublished,
  isWeekday,
  specialDays,
  specialOf,
  workdaysAfter,
  yearOf,
} from '../workflow/calendar.ts'

type Own = Awaited<ReturnType<typeof listCalendarDays>>
type Day = z.infer<typeof CalendarShape>['days'][number]

/** Days of a year that are no plain weekdays or weekends, and those of the county's own, in order. */
export function daysOfYear(
  year: number,
  own: Own,
  nameOf: (account: string) => string | null,
): Day[] {
  const special = [...specialDays(year)].map(
    ([day, { isWorking, kind, name }]): Day => ({
      ...{ day, isWorking, kind, name, own: null, otherwise: null },
    }),
  )
  const days = new Map(special.map((one) => [one.day, one]))
  for (const { day, isWorking, name, changedAt, changedBy } of own) {
    if (yearOf(day) !== year) continue
    days.set(day, {
      ...{ day, isWorking: isWorking === 1, kind: 'own', name: { zh: name, en: name } },
      ...{ own: { changedAt, changedBy: nameOf(changedBy) }, otherwise: otherwiseOf(day) },
    })
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function otherwiseOf(day: string): NonNullable<Day['otherwise']> {
  const special = specialOf(day)
  return { isWorking: special?.isWorking ?? isWeekday(day), name: special?.name ?? null }
}

/** Where a term of working days ends, and what was on the way that made it so. */
export function deadlineOf(
  { from, days }: { from: string; days: number },
  own: Own,
): Pick<z.infer<typeof Deadline>, 'endsOn' | 'isConfirmed' | 'passed'> {
  const said = new Map(own.map((one) => [one.day, one]))
  const overrides = new Map(own.map(({ day, isWorking }) => [day, isWorking === 1]))
  const endsOn = workdaysAfter(from, days, overrides)
  const passed = [...daysFrom(from, endsOn)].slice(1).flatMap((day) => {
    const word = said.get(day)
    if (word)
      return { day, isWorking: word.isWorking === 1, name: { zh: word.name, en: word.name } }
    const special = specialOf(day)
    return special ? { day, isWorking: special.isWorking, name: special.name } : []
  })
  const isConfirmed = isPublished(yearOf(from)) && isPublished(yearOf(endsOn))
  return { endsOn, isConfirmed, passed }
}
