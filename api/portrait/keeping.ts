/** A record is looked at again at the end of the second year after it was made. */
const KEPT_YEARS = 2

/** Until when a record that was made on a day, or at an instant, is kept without anybody looking at it. */
export function keptUntil(madeOn: string): string {
  return `${Number(madeOn.slice(0, 4)) + KEPT_YEARS}-12-31`
}
