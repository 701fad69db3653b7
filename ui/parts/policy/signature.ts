import { dayAndTime } from '../../format.ts'
import type { Version } from '../../policy.ts'
import { t } from '../../words/index.ts'

/** Who signed a version and when. */
export function signatureOf({ createdBy, createdAt }: Version): string {
  const when = dayAndTime(createdAt)
  if (!createdBy) return `${t().policy.initial} ${when}`
  return t().policy.signedBy(createdBy.name, when)
}
