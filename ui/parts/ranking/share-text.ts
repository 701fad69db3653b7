import { wholePercent } from '../../format.ts'
import { t } from '../../words/index.ts'

type Share = { share: number; error: number }

/** A share is never shown as nothing or as all: samples cannot say that. */
export function shareText({ share }: Share): string {
  if (share < 0.01) return t().robustness.below
  if (share > 0.99) return t().robustness.above
  return wholePercent(share)
}

/** Percentage points that hold 95 of 100 times, rounded up; nothing where the share is said as a limit. */
export function errorText({ share, error }: Share): string {
  if (share < 0.01 || share > 0.99) return ''
  return t().robustness.within(Math.ceil(1.96 * error * 100))
}
