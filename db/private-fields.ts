import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { PrivateField, PrivateFieldTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

/** As stored: encrypted. */
export function listPrivateFields(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('privateFields')
    .select(['field', 'cipher'])
    .where(aboutTalentsIn(scope, 'privateFields'))
    .where('talentId', '=', talentId)
    .orderBy('field')
    .execute()
}

/** Of many people, for lists that identify them. */
export function listPrivateFieldsIn(db: Db, scope: Scope, field: PrivateField) {
  return db
    .selectFrom('privateFields')
    .select(['talentId', 'cipher'])
    .where(aboutTalentsIn(scope, 'privateFields'))
    .where('field', '=', field)
    .execute()
}

/** Ids of the people in scope whose value has this keyed hash. */
export async function findByDigest(db: Db, scope: Scope, field: PrivateField, digest: string) {
  const rows = await db
    .selectFrom('privateFields')
    .select('talentId')
    .where(aboutTalentsIn(scope, 'privateFields'))
    .where('field', '=', field)
    .where('digest', '=', digest)
    .orderBy('talentId')
    .execute()
  return rows.map(({ talentId }) => talentId)
}

export async function putPrivateField(
  db: Db,
  scope: Scope,
  row: Omit<PrivateFieldTable, 'countyCode'>,
): Promise<void> {
  const { countyCode } = scope
  const { cipher, digest } = row
  await db
    .insertInto('privateFields')
    .values({ ...row, countyCode })
    .onConflict((it) =>
      it.columns(['countyCode', 'talentId', 'field']).doUpdateSet({ cipher, digest }),
    )
    .execute()
}

export async function removePrivateField(
  db: Db,
  scope: Scope,
  talentId: string,
  field: PrivateField,
): Promise<void> {
  await db
    .deleteFrom('privateFields')
    .where(aboutTalentsIn(scope, 'privateFields'))
    .where('talentId', '=', talentId)
    .where('field', '=', field)
    .execute()
}

/** Whether any value of the county is encrypted by another version of the key than this. */
export async function hasFieldsOfOtherKey(db: Db, scope: Scope, version: number) {
  const row = await db
    .selectFrom('privateFields')
    .select('talentId')
    .where(ofCounty(scope, 'privateFields'))
    .where('cipher', 'not like', `${version}.%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A page of all values of the county in the order of their keys, for a change of keys. */
export function pageOfPrivateFields(
  db: Db,
  { countyCode }: Scope,
  after: { talentId: string; field: string } | null,
  limit: number,
) {
  return db
    .selectFrom('privateFields')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .$if(after !== null, (it) =>
      it.where(sql<SqlBool>`(talent_id, field) > (${after!.talentId}, ${after!.field})`),
    )
    .orderBy('talentId')
    .orderBy('field')
    .limit(limit)
    .execute()
}
