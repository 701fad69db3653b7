import type { Db } from '../db/connect.ts'
import type { Scope } from '../db/scope.ts'
import type { Policy } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import { loadCounty } from './county.ts'
import { countyOf } from './remembered.ts'

/** A county as another policy sees it: ages and structures are of the day that the policy names. */
export async function countyUnder(db: Db, scope: Scope, policy: Policy): Promise<County> {
  const county = await countyOf(db, scope)
  if (policy.referenceOn === county.policy.referenceOn) return { ...county, policy }
  return loadCounty(db, scope, policy)
}
