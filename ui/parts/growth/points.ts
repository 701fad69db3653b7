import { oneDecimal } from '../../format.ts'

/** A change in points of 100 with its sign; what rounds to nothing is ±0. */
export function changeText(change: number): string {
  const points = Math.round(change * 1000) / 10
  if (points === 0) return '±0'
  return `${points > 0 ? '+' : '−'}${oneDecimal(Math.abs(points))}`
}

export const isMoved = (change: number) => changeText(change) !== '±0'
