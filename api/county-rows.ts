import type { Db } from '../db/connect.ts'
import { findCounty } from '../db/counties.ts'
import { listFamilyLinks } from '../db/family-links.ts'
import { listNeeds } from '../db/needs.ts'
import { findPolicy } from '../db/policies.ts'
import { listJudged } from '../db/portraits.ts'
import { listPosts } from '../db/posts.ts'
import type { Scope } from '../db/scope.ts'
import { listIncumbents, listTerms } from '../db/terms.ts'
import { listTownships } from '../db/townships.ts'
import { listVillages, namesOfPlaces } from '../db/villages.ts'

export type CountyRows = Awaited<ReturnType<typeof readRows>>

/** Everything that matching and its readers need of what the scope sees, as the tables hold it. */
export async function readRows(db: Db, scope: Scope) {
  const { countyCode } = scope
  return {
    county: required(await findCounty(db, scope), `county ${countyCode}`),
    policy: required(await findPolicy(db, scope), `policy of ${countyCode}`),
    placeNames: await namesOfPlaces(db, { countyCode }),
    townships: await listTownships(db, scope),
    villages: await listVillages(db, scope),
    posts: await listPosts(db, scope),
    terms: await listTerms(db, scope),
    incumbents: await listIncumbents(db, scope),
    needs: await listNeeds(db, scope),
    portraits: await listJudged(db, scope),
    familyLinks: await listFamilyLinks(db, scope),
  }
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The database has no ${what}.`)
  return value
}
