import { language, t } from './words/index.ts'

/** Fit is 0 to 1 in the data and a whole number of 100 on the screen. */
export const fitPoints = (fit: number) => String(Math.round(fit * 100))

/** Total fit over seats, in points of 100 each. */
export const totalFit = (fit: number) => whole(Math.round(fit * 100))

export const whole = (value: number) => new Intl.NumberFormat(language()).format(value)

export const oneDecimal = (value: number) =>
  new Intl.NumberFormat(language(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value)

/** Whole numbers as they are, others to one decimal. */
export const plainNumber = (value: number) =>
  Number.isInteger(value) ? whole(value) : oneDecimal(value)

export const percent = (share: number) => `${oneDecimal(share * 100)}%`
export const wholePercent = (share: number) => `${Math.round(share * 100)}%`

/** A gap is a fraction; small ones keep two decimals so that 0.04% is not shown as zero. */
export const gapPercent = (gap: number) =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 2 }).format(gap)

export const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0')

/** A share of a small group says its count first. */
export const shareOf = (count: number, of: number) =>
  of === 0 ? t().unknown : of < 20 ? `${count} / ${of}` : percent(count / of)

export const shareWithCount = (count: number, of: number) =>
  of === 0 ? t().unknown : `${count} / ${of} (${percent(count / of)})`

export const clockTime = (at: Date) =>
  `${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())}`

export const instant = (iso: string) => clockTime(new Date(iso))

/** With the year and seconds, where records are compared. */
export function exactTime(iso: string): string {
  const at = new Date(iso)
  return `${at.getFullYear()}-${clockTime(at)}:${pad(at.getSeconds())}`
}

export const dayAndTime = (iso: string) => exactTime(iso).slice(0, -3)

export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (seconds < 10) return t().plan.second(Number(seconds.toFixed(1)))
  if (whole < 60) return t().plan.second(whole)
  return t().plan.minute(Math.floor(whole / 60), whole % 60)
}

const pad = (n: number) => String(n).padStart(2, '0')
