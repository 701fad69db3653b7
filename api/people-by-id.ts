import type { Context } from 'hono'
import type { Db } from '../db/connect.ts'
import { findPolicy } from '../db/policies.ts'
import { listPortraits } from '../db/portraits.ts'
import type { Scope } from '../db/scope.ts'
import { namesOfPlaces } from '../db/villages.ts'
import type { Policy } from '../matching/index.ts'
import type { Env } from './context.ts'
import { personOf } from './county.ts'
import { policyOf } from './stored-policy.ts'
import { talentOf } from './talent-rows.ts'

export type Shown = Awaited<ReturnType<typeof peopleById>>
export type ShownPerson = NonNullable<ReturnType<Shown['get']>>

/** Some people of the scope as rows, as matching reads them and as lists show them, without the rest of the county. */
export async function peopleById(c: Context<Env>, ids: readonly string[]) {
  const { db, scope } = c.var
  const rows = await listPortraits(db, scope, { ids })
  const policy = await policyInForce(c)
  const names = await placeNames(c)
  return new Map(
    rows.map((row) => {
      const talent = talentOf(row)
      return [row.id, { row, talent, person: personOf(talent, row.occupation, names, policy) }]
    }),
  )
}

export async function policyInForce(c: Context<Env>): Promise<Policy> {
  const { db, countyCode } = c.var
  const row = await findPolicy(db, { countyCode } satisfies Scope)
  if (!row) throw new Error(`The database has no policy of ${countyCode}.`)
  return policyOf(row)
}

/** Names of places are the county's: whoever sees a person reads where the home is. */
export function placeNames(c: Context<Env>): Promise<Map<string, string>> {
  return placeNamesIn(c.var.db, c.var.countyCode)
}

export function placeNamesIn(db: Db, countyCode: string): Promise<Map<string, string>> {
  return namesOfPlaces(db, { countyCode })
}
