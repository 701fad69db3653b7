import { tidy } from './text.ts'
import type { RawCell } from './types.ts'

/** What a cell shows, whatever it is made of. */
export function shownOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return tidy(cell)
  if ('n' in cell) return cell.shown ?? String(cell.n)
  if ('d' in cell) return cell.d
  if ('e' in cell) return cell.e
  return shownOf('f' in cell ? cell.f : cell.m)
}

/** As `shownOf`, but empty where a merge only reaches. */
export function ownText(cell: RawCell | undefined): string {
  return isReached(cell) ? '' : shownOf(cell)
}

export function isReached(
  cell: RawCell | undefined,
): cell is { m: RawCell; from: 'above' | 'left' } {
  return typeof cell === 'object' && cell !== null && 'm' in cell
}

/** Letters of a column, from 0: A, B … AA. */
export function letters(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}
