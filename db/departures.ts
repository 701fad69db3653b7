import type { Db } from './connect.ts'
import type { DepartureTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type Departure = Omit<DepartureTable, 'countyCode'>

/** When and why somebody left the pool or an office, or came back; the latest first. */
export function listDeparturesOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('departures')
    .selectAll()
    .where(aboutTalentsIn(scope, 'departures'))
    .where('talentId', '=', talentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertDeparture(
  db: Db,
  { countyCode }: Scope,
  row: Departure,
): Promise<void> {
  await db
    .insertInto('departures')
    .values({ ...row, countyCode })
    .execute()
}
