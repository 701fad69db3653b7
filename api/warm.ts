import type { Db } from '../db/connect.ts'
import { rank } from '../matching/index.ts'
import { type County, inScopeOf, problemFor } from './candidacies.ts'
import { requireSound } from './contradictions.ts'
import type { Log } from './log.ts'
import { findPage } from './pool/find.ts'
import type { SolverThreads } from './solver/index.ts'

/**
 * Ranks and solves one village before anybody asks: code that has not run yet is up to five times slower, and the
 * first village that somebody opens should not pay for it.
 */
export async function warmUp(county: County, solver: SolverThreads, log: Log): Promise<void> {
  const [village] = county.villages.values()
  if (!village) return
  try {
    const policy = requireSound(county.policy)
    const extent = { village: village.code }
    const talents = inScopeOf(county, extent)
    rank({ talents, village: village.matching, post: 'secretary', policy })
    const problem = problemFor(county, extent, { policy, pins: [], exclusions: [] })
    await solver.slate({ kind: 'slate', ...extent, problem, timeLimitSeconds: 5, gap: 0 })
  } catch (error) {
    log.warn({ reason: String(error).slice(0, 300) }, 'not warmed up')
  }
}

/** Reads the pool into memory and judges everybody once, so that the first search is as quick as the others. */
export async function warmSearch(
  { db, countyCode, today }: { db: Db; countyCode: string; today: () => string },
  log: Log,
): Promise<void> {
  const county = () => Promise.reject(new Error('nobody asks for a seat'))
  const searching = { db, scope: { countyCode }, today: today(), county }
  try {
    await findPage(searching, {}, { limit: 1, hasFacets: true })
  } catch (error) {
    log.warn({ reason: String(error).slice(0, 300) }, 'pool not read yet')
  }
}
