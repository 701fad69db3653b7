import type { Cell } from '../../checks.ts'
import { t } from '../../words/index.ts'

type Kept = Pick<Cell, 'days' | 'meetings'>

/** 20/22 · 2/2: present of due, days and then meetings. */
export function sharesOf({ days, meetings }: Kept): string {
  const share = (kept: Cell['days']) =>
    kept ? t().checks.share(kept.present, kept.due) : t().attendance.notCounted
  return t().attendance.cell(share(days), share(meetings))
}
