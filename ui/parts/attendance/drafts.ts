import type { Cell, GridPerson } from '../../checks.ts'
import { t } from '../../words/index.ts'

/** What is typed about one person and month; text, as it stands in the inputs. */
export type Part = { due: string; present: string; isCounted: boolean }
export type Draft = { days: Part; meetings: Part; remarks: string }

export const EMPTY: Draft = {
  ...{ days: { due: '', present: '', isCounted: true }, remarks: '' },
  meetings: { due: '', present: '', isCounted: true },
}

export const cellOf = (person: GridPerson, month: string): Cell | null =>
  person.cells.find((cell) => cell.month === month) ?? null

export function draftOf(cell: Cell | null): Draft {
  if (cell === null) return EMPTY
  const part = (kept: Cell['days']): Part =>
    kept === null
      ? { due: '', present: '', isCounted: false }
      : { due: String(kept.due), present: String(kept.present), isCounted: true }
  return { days: part(cell.days), meetings: part(cell.meetings), remarks: cell.remarks }
}

/** As it is sent; only of a draft without faults. */
export function bodyOf({ days, meetings, remarks }: Draft) {
  const counted = ({ due, present, isCounted }: Part) =>
    isCounted ? { due: Number(due), present: Number(present) } : null
  return { days: counted(days), meetings: counted(meetings), remarks: remarks.trim() }
}

/** What is wrong with a pair of figures; null when nothing is. */
export function faultOf({ due, present, isCounted }: Part, most: number | null): string | null {
  const words = t().attendance.fault
  if (!isCounted) return null
  if (due.trim() === '' || present.trim() === '') return words.half
  if (!/^\d{1,2}$/.test(due.trim()) || !/^\d{1,2}$/.test(present.trim())) return words.number
  if (most !== null && Number(due) > most) return words.long(most)
  if (Number(due) > MOST) return words.long(MOST)
  return Number(present) > Number(due) ? words.more : null
}

/** Meetings of one month at most. */
const MOST = 31

export const isWhole = (draft: Draft, month: string) =>
  faultOf(draft.days, daysIn(month)) === null && faultOf(draft.meetings, null) === null

export const daysIn = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
