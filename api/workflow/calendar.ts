import chineseDays from 'chinese-days'

/** Days on which a county differs from the State Council's calendar: true for a working day. */
export type Overrides = ReadonlyMap<string, boolean>

/**
 * Whether people work on a day: the county's word first, then the State Council's holidays and make-up days, where
 * they are published (2004 to `lastPublishedYear`), else Monday to Friday.
 */
export function isWorkday(day: string, overrides: Overrides): boolean {
  return overrides.get(day) ?? chineseDays.isWorkday(day)
}

/** The n-th working day after a day. */
export function workdaysAfter(day: string, count: number, overrides: Overrides): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = dayAfter(at)
    if (isWorkday(at, overrides)) left--
  }
  return at
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
