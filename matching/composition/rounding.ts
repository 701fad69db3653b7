import type { Ratio } from './composition.ts'

/** What a figure is printed in: years of a mean, percent of a share. */
export type Unit = 'years' | 'share' | 'count'
const SCALE = { years: 1n, share: 100n, count: 1n } satisfies Record<Unit, bigint>

/**
 * Tenths of the unit, rounded half away from zero, from whole numbers alone: a share of 0.7225 is 72.3 whatever binary
 * fractions make of it. Null where nothing is known.
 */
export function tenthsOf({ count, of }: Ratio, unit: Unit): number | null {
  return of === 0 ? null : rounded(BigInt(count) * SCALE[unit] * 10n, BigInt(of))
}

/** Of the exact difference of two figures; null where one of them is not known. */
export function tenthsBetween(before: Ratio, after: Ratio, unit: Unit): number | null {
  if (before.of === 0 || after.of === 0) return null
  const [a, b] = [BigInt(before.count), BigInt(before.of)]
  const [c, d] = [BigInt(after.count), BigInt(after.of)]
  return rounded((c * b - a * d) * SCALE[unit] * 10n, b * d)
}

/** 1 up, −1 down, 0 the same, exactly. */
export function signBetween(before: Ratio, after: Ratio): -1 | 0 | 1 {
  const gap = BigInt(after.count) * BigInt(before.of) - BigInt(before.count) * BigInt(after.of)
  return gap > 0n ? 1 : gap < 0n ? -1 : 0
}

function rounded(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator
  const whole = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n && whole > 0n ? -Number(whole) : Number(whole)
}

/** One decimal, as the field prints shares and mean ages. */
export function decimal(tenths: number): string {
  return (tenths / 10).toFixed(1)
}

/** Whole numbers with commas from a thousand on. */
export function whole(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
