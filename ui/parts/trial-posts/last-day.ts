import type { TrialPostRow } from '../../trial-posts.ts'

/** The latest day on which it can have ended: as agreed, or today where that is earlier. */
export const lastDayOf = ({ endsOn }: TrialPostRow, today: string) =>
  endsOn < today ? endsOn : today
