import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { atVillagesIn, isLatestTerm, type Scope, talentsIn, villagesIn } from './scope.ts'

type Words = { zh: string; en: string }

/** Where every village of the scope stands, without what is long; one that was not counted yet has no colour. */
export async function listVillageMarks(db: Db, scope: Scope) {
  const rows = await villages(db, scope).execute()
  return rows.map(markOf)
}

/** The same of one township with what each indicator says: matching's `IndicatorResult` and `ListStanding`. */
export async function listBoardVillages(db: Db, scope: Scope, townshipCode: string) {
  const rows = await villages(db, scope)
    .select(['stands.indicators', 'stands.listStanding'])
    .where('villages.townshipCode', '=', townshipCode)
    .execute()
  return rows.map(({ indicators, listStanding, ...row }) => ({
    ...markOf(row),
    indicators: indicators === null ? null : (JSON.parse(indicators) as unknown),
    listStanding: listStanding === null ? null : (JSON.parse(listStanding) as unknown),
  }))
}

/** What the matcher found of each village by itself (its `TeamOutlook`), villages that are merged away left out. */
export async function listOutlooks(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('villageTeams')
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'villageTeams.countyCode')
        .onRef('villages.code', '=', 'villageTeams.villageCode'),
    )
    .select(['villages.code', 'villages.townshipCode', 'villageTeams.outlook'])
    .where(atVillagesIn(scope, 'villageTeams'))
    .where('villages.mergedInto', 'is', null)
    .orderBy('villages.code')
    .execute()
  return rows.map(({ outlook, ...row }) => ({
    ...row,
    outlook: JSON.parse(outlook) as unknown,
  }))
}

/** Actions that are assigned and not done, by township: how many, and how many after their day. */
export async function countOpenActions(db: Db, scope: Scope, today: string) {
  const isLate = sql<SqlBool>`${sql.ref('readinessActions.dueOn')} < ${today}`
  const rows = await openActions(db, scope)
    .select(({ fn }) => ['villages.townshipCode', fn.countAll().as('open')])
    .select(sql<number>`sum(case when ${isLate} then 1 else 0 end)`.as('late'))
    .groupBy('villages.townshipCode')
    .execute()
  return rows.map(({ townshipCode, open, late }) => ({
    ...{ townshipCode, open: Number(open), late: Number(late) },
  }))
}

/** Those that are due first. */
export function listUrgentActions(
  db: Db,
  scope: Scope,
  { townshipCode, first }: { townshipCode: string; first: number },
) {
  return openActions(db, scope)
    .select(['readinessActions.id', 'readinessActions.what', 'readinessActions.indicator'])
    .select(['readinessActions.dueOn', 'readinessActions.assigneeName'])
    .select(['villages.code', 'villages.name'])
    .where('villages.townshipCode', '=', townshipCode)
    .where('readinessActions.dueOn', 'is not', null)
    .orderBy('readinessActions.dueOn')
    .orderBy('readinessActions.id')
    .limit(first)
    .execute()
}

/** Who holds which post in the latest term, with what the structure of a team counts of a person. */
export function listOfficeHolders(db: Db, scope: Scope) {
  return db
    .selectFrom('incumbents')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'incumbents.countyCode')
        .onRef('talents.id', '=', 'incumbents.talentId'),
    )
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'incumbents.countyCode')
        .onRef('villages.code', '=', 'incumbents.villageCode'),
    )
    .select(['incumbents.villageCode', 'incumbents.post', 'incumbents.tookOfficeOn'])
    .select(['talents.id', 'talents.sex', 'talents.bornOn', 'talents.education'])
    .select(['talents.partyStatus'])
    .where(atVillagesIn(scope, 'incumbents'))
    .where(isLatestTerm())
    .where(talentsIn(scope))
    .where('villages.mergedInto', 'is', null)
    .orderBy('incumbents.villageCode')
    .orderBy('talents.id')
    .execute()
}

function villages(db: Db, scope: Scope) {
  return db
    .selectFrom('villages')
    .leftJoin('villageStandings as stands', (join) =>
      join
        .onRef('stands.countyCode', '=', 'villages.countyCode')
        .onRef('stands.villageCode', '=', 'villages.code'),
    )
    .select(['villages.code', 'villages.name', 'villages.townshipCode', 'villages.kind'])
    .select(['villages.isKey', 'stands.colour', 'stands.score', 'stands.words', 'stands.list'])
    .select(['stands.reserves', 'stands.people', 'stands.stale', 'stands.isReachable'])
    .select(['stands.singles', 'stands.asked', 'stands.answered', 'stands.late'])
    .select('stands.countedAt')
    .where(villagesIn(scope))
    .where('villages.mergedInto', 'is', null)
    .orderBy('villages.code')
}

type Row = Awaited<ReturnType<ReturnType<typeof villages>['execute']>>[number]

function markOf({ words, isKey, isReachable, ...row }: Row) {
  return {
    ...row,
    isKey: isKey === 1,
    isReachable: isReachable === null ? null : isReachable === 1,
    words: words === null ? null : (JSON.parse(words) as Words),
  }
}

function openActions(db: Db, scope: Scope) {
  return db
    .selectFrom('readinessActions')
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'readinessActions.countyCode')
        .onRef('villages.code', '=', 'readinessActions.villageCode'),
    )
    .where(atVillagesIn(scope, 'readinessActions'))
    .where('readinessActions.closedAt', 'is', null)
    .where('villages.mergedInto', 'is', null)
}
