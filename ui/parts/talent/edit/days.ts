/** A day as offices write one: 1985-03-12, 1985.3, 19850312, 198503, 1985年3月. */
const WRITTEN = /^(\d{4})\s*[-./年]?\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})?\s*日?|(\d{2}))?$/

/** The day, or the month where no more is said, as it is stored; null when it is neither. */
export function dayOf(text: string): string | null {
  const found = WRITTEN.exec(text.normalize('NFKC').trim())
  if (!found) return null
  const [, year, month, apart, joined] = found
  const parts = [year!, month!.padStart(2, '0'), (apart ?? joined)?.padStart(2, '0')]
  const day = parts.filter((part) => part !== undefined).join('-')
  const whole = day.length === 7 ? `${day}-01` : day
  const at = new Date(`${whole}T00:00:00Z`)
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole)
  return isReal && day >= '1900' ? day : null
}

export const isDay = (text: string) => dayOf(text) !== null
