/** How numbers of a style are shown: as a day (with its day of the month or without), as a time, or with decimals. */
export type NumberFormat = {
  kind: 'number' | 'day' | 'month' | 'time'
  /** Digits after the point that the style asks for; null when it does not say. */
  decimals: number | null
  isPercent: boolean
}

/** Built-in formats of days (ECMA-376 18.8.30, those of Chinese Excel among them); 17 and the years show no day. */
const DAYS = new Set([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58])
const MONTHS = new Set([17, 27, 36, 50, 52, 57])
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])
const DECIMALS: Record<number, number> = { 1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2 }

export function dayFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return ofCode(code)
  const kind = DAYS.has(id) ? 'day' : MONTHS.has(id) ? 'month' : TIMES.has(id) ? 'time' : 'number'
  return { kind, decimals: DECIMALS[id] ?? null, isPercent: id === 9 || id === 10 }
}

function ofCode(code: string): NumberFormat {
  const first = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '')
    .split(';')[0]!
    .toLowerCase()
  const decimals = first.match(/[0#?]\.([0#?]+)/)?.[1]?.length
  const places = decimals ?? (/^[#,]*0$/.test(first) ? 0 : null)
  return { kind: kindOf(first), decimals: places, isPercent: first.includes('%') }
}

function kindOf(code: string): NumberFormat['kind'] {
  if (/general|^@$/.test(code)) return 'number'
  if (/y|e/.test(code) && !/e\+/.test(code)) return /d/.test(code) ? 'day' : 'month'
  if (/d/.test(code)) return 'day'
  return /h|s|am\/pm/.test(code) ? 'time' : /m/.test(code) ? 'month' : 'number'
}

/** A serial number of Excel as a day; it counts a 29 February 1900 that never was. */
export function serialDay(serial: number, is1904 = false): string | null {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (days < 1 || days > 2_958_465 || days === 60) return null
  const since = days > 60 ? days - 25_569 : days - 25_568
  return new Date(since * 86_400_000).toISOString().slice(0, 10)
}
