import type { Db } from './connect.ts'
import type { ConsentTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Every consent and withdrawal of a person, the latest first; what is in force stands in `talents`. */
export function listConsents(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('consents')
    .selectAll()
    .where(aboutTalentsIn(scope, 'consents'))
    .where('talentId', '=', talentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertConsent(
  db: Db,
  { countyCode }: Scope,
  consent: Omit<ConsentTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('consents')
    .values({ ...consent, countyCode })
    .execute()
}

/** Takes back a consent that was entered by mistake, as by an import that is undone. */
export async function removeConsent(db: Db, scope: Scope, id: string): Promise<void> {
  await db
    .deleteFrom('consents')
    .where('countyCode', '=', scope.countyCode)
    .where('id', '=', id)
    .execute()
}
