import type { Db } from '../db/connect.ts'
import { findPolicy } from '../db/policies.ts'
import type { Scope } from '../db/scope.ts'
import type { County } from './candidacies.ts'
import { loadCounty } from './county.ts'
import { touchVillages } from './readiness/touched.ts'

type Memory = { counties: Map<string, Promise<County>>; policyVersion: Promise<number> | undefined }

const memories = new WeakMap<Db, Memory>()
/** Places that are kept at once: a county has some twenty townships, and villages are read quickly. */
const MOST = 40

/**
 * What a scope sees of its county, from memory. Only what belongs to places is kept: who looks after whom changes
 * without a change of the county, and is little to read.
 */
export function countyOf(db: Db, scope: Scope): Promise<County> {
  const { menteesOf, casesOf, talentId } = scope
  if ((menteesOf ?? casesOf ?? talentId) !== undefined) return loadCounty(db, scope)
  const { counties } = memoryOf(db)
  const key = JSON.stringify(scope, Object.keys(scope).sort())
  const known = counties.get(key)
  if (known) return known
  if (counties.size >= MOST) counties.delete(counties.keys().next().value!)
  const loaded = loadCounty(db, scope)
  counties.set(key, loaded)
  loaded.catch(() => counties.delete(key))
  return loaded
}

export function policyVersionOf(db: Db, countyCode: string): Promise<number> {
  const memory = memoryOf(db)
  memory.policyVersion ??= findPolicy(db, { countyCode }).then((policy) => policy?.version ?? 0)
  return memory.policyVersion
}

/** After a change of people, places or policy: the next request reads anew. */
export function forgetCounty(db: Db): void {
  memories.delete(db)
  touchVillages(db, 'all')
}

function memoryOf(db: Db): Memory {
  const memory = memories.get(db) ?? { counties: new Map(), policyVersion: undefined }
  memories.set(db, memory)
  return memory
}
