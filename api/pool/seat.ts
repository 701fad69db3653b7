import { type Post, rank } from '../../matching/index.ts'
import { inScopeOf } from '../candidacies.ts'
import { villageOf } from '../requests.ts'
import type { SeatFit } from './hit.ts'
import type { Pool } from './pool.ts'
import type { Searching } from './select.ts'

/** Everybody in reach of a seat, by place; `isRanked` is 1 where somebody is. */
export type Ranks = { isRanked: Uint8Array; fits: Map<number, SeatFit> }

/** The same ranking as that of the village's page, over what the scope sees. */
export async function ranksFor(
  { county: load }: Searching,
  { columns }: Pool,
  { village: code, post }: { village: string; post: Post },
): Promise<Ranks> {
  const county = await load()
  const village = villageOf(county, code, '?seat')
  const talents = inScopeOf(county, { village: code })
  const { policy } = county
  const { ranked, unknown, barred } = rank({ talents, village: village.matching, post, policy })
  const placeOf = new Map<string, number>()
  for (let at = 1; at < columns.size; at++)
    if (columns.isHere[at] === 1) placeOf.set(columns.ids[at]!, at)
  const isRanked = new Uint8Array(columns.size)
  const fits = new Map<number, SeatFit>()
  for (const { talent, fit, low, high, eligibility } of [...ranked, ...unknown, ...barred]) {
    const at = placeOf.get(talent)
    if (at === undefined) continue
    isRanked[at] = 1
    fits.set(at, { fit, low, high, eligibility })
  }
  return { isRanked, fits }
}
