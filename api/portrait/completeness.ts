import type { Portrait } from '../../db/portraits.ts'
import type { Masked } from '../private-values.ts'
import { STANDARD_FIELDS } from '../shapes/portrait.ts'

type Standard = (typeof STANDARD_FIELDS)[number]

/** How much of a portrait is known; the Party date is asked of members alone. */
export function completenessOf(row: Portrait, masked: Masked, relatives: number) {
  const isMember = row.partyStatus === 'full' || row.partyStatus === 'probationary'
  const asked = STANDARD_FIELDS.filter((field) => field !== 'partyJoinedOn' || isMember)
  const lists = {
    ...{ sources: row.sources.length, skills: row.skills.length },
    ...{ evidence: row.evidence.length, relatives },
  }
  const isKnown = (field: Standard) => {
    if (field === 'phone' || field === 'idNumber') return masked[field] !== null
    if (field in lists) return lists[field as keyof typeof lists] > 0
    return row[field as Exclude<Standard, keyof typeof lists | keyof Masked>] !== null
  }
  const missing = asked.filter((field) => !isKnown(field))
  return { known: asked.length - missing.length, of: asked.length, missing }
}
