import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { type Scope, talentsIn } from './scope.ts'

/** Of a row of `talents`: under cultivation. Reserves, people on trial, and whoever has a plan or a mentor that goes on. */
export function inCultivation({ countyCode }: Scope): RawBuilder<SqlBool> {
  const status = sql.ref('talents.status')
  const among = (table: string, goesOn: RawBuilder<SqlBool>) => sql`exists (
    select 1 from ${sql.table(table)} where ${sql.ref(`${table}.countyCode`)} = ${countyCode}
    and ${sql.ref(`${table}.talentId`)} = ${sql.ref('talents.id')} and ${goesOn})`
  return sql`(${mayBeCultivated()} and (
    ${status} in ('reserve', 'trial-post')
    or ${among('cultivationPlans', sql`${sql.ref('cultivationPlans.state')} = 'active'`)}
    or ${among('mentorships', sql`${sql.ref('mentorships.endedOn')} is null`)}))`
}

/** Of a row of `talents`: neither erased nor gone, in the words of the index of homes, which serves no others. */
export function mayBeCultivated(): RawBuilder<SqlBool> {
  return sql`${sql.ref('talents.erasedAt')} is null and ${sql.ref('talents.status')} <> 'left'`
}

export type Home = { townshipCode?: string | undefined; villageCode?: string | undefined }
export type Cultivated = Awaited<ReturnType<typeof listCultivated>>[number]

/** Everybody under cultivation with the home in the place, village by village. */
export function listCultivated(db: Db, scope: Scope, { townshipCode, villageCode }: Home = {}) {
  return db
    .selectFrom('talents')
    .select(['id', 'name', 'pinyin', 'initials', 'status', 'homeTownshipCode', 'homeVillageCode'])
    .where(talentsIn(scope))
    .where(inCultivation(scope))
    .$if(townshipCode !== undefined, (it) => it.where('homeTownshipCode', '=', townshipCode!))
    .$if(villageCode !== undefined, (it) => it.where('homeVillageCode', '=', villageCode!))
    .orderBy(townshipCode === undefined ? 'homeVillageCode' : BY_VILLAGE)
    .orderBy('pinyin')
    .orderBy('id')
    .execute()
}

export async function isInCultivation(db: Db, scope: Scope, talentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('talents')
    .select('id')
    .where(talentsIn(scope))
    .where(inCultivation(scope))
    .where('id', '=', talentId)
    .executeTakeFirst()
  return row !== undefined
}

/** Not by the index that has this order: SQLite would walk the whole county along it. */
const BY_VILLAGE = sql`${sql.ref('homeVillageCode')} || ''`
