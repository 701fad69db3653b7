import type { Db } from './connect.ts'
import { insertCounty } from './counties.ts'
import { insertRows } from './insert.ts'
import type { VillageTable } from './schema.ts'
import type { Scope } from './scope.ts'
import { postRows } from './seed/places.ts'

export type Divisions = {
  county: { code: string; name: string; province: string }
  townships: { code: string; name: string }[]
  villages: Pick<VillageTable, 'code' | 'townshipCode' | 'name' | 'kind'>[]
}

/**
 * Seats that a village begins with, the fewest that law and practice allow, until the county says how many there are:
 * villagers' committee 3 to 7 (Organic Law, article 6), residents' committee 7 to 9, Party organisation 3 to 5 in
 * villages and 5 in communities, supervision 3 in both.
 */
export const FEWEST_SEATS = {
  village: { party: 3, committee: 3 },
  community: { party: 5, committee: 7 },
}

/** The county with its places; what else is known of them stays unknown. */
export async function insertDivisions(db: Db, divisions: Divisions): Promise<void> {
  const { county, townships, villages } = divisions
  const { code: countyCode, name, province } = county
  const scope: Scope = { countyCode }
  await insertCounty(db, scope, { name, province })
  const townshipRows = townships.map((township) => ({ ...township, countyCode }))
  await insertRows(db, scope, 'townships', townshipRows)
  await insertRows(
    db,
    scope,
    'villages',
    villages.map((village) => ({ ...village, ...UNKNOWN, countyCode })),
  )
  const posts = villages.flatMap(({ code, kind }) =>
    postRows({ countyCode, code, seats: FEWEST_SEATS[kind] }),
  )
  await insertRows(db, scope, 'posts', posts)
}

/** Whether no county was ever put into this database, whatever version its tables are of. */
export async function isWithoutCounty(db: Db): Promise<boolean> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'counties')) return true
  return !(await db.selectFrom('counties').select('countyCode').limit(1).executeTakeFirst())
}

const UNKNOWN = {
  area: null,
  isKey: 0,
  households: null,
  population: null,
  partyMembers: null,
  collectiveIncome: null,
  trades: '[]',
  terrain: null,
  hasMinorities: null,
} as const
