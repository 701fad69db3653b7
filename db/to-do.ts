import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Database, NomineeTable } from './schema.ts'
import { nomineesIn, ofCounty, type Scope } from './scope.ts'
import { standing } from './standing-acts.ts'

type WaitsFor = NomineeTable['waitsFor']
/** A stage of a round; `combined` narrows it to people proposed as secretary and chair, or to all others. */
export type At = { roundId: string; stage: string; combined?: boolean }
/** Open nominees of open rounds; what is given is held together. */
export type Waiting = {
  waitsFor?: readonly WaitsFor[]
  at?: readonly At[]
  /** Not signed at the stage for this position. */
  unsignedBy?: string
  isMoreAsked?: true
  /** Of a village that somebody signs in for; `false`: for none, or of a village without an account. */
  hasVillageAccount?: boolean
  /** Due before this day. */
  dueBefore?: string
  /** The first answer ends on this day or before. */
  endsBy?: string
}
export type Sought = { any: readonly Waiting[]; today: string; first: number }
export type WaitingRow = Pick<
  NomineeTable,
  | 'id'
  | 'roundId'
  | 'talentId'
  | 'townshipCode'
  | 'villageCode'
  | 'stage'
  | 'waitsFor'
  | 'stageSince'
  | 'dueOn'
  | 'validUntil'
>
export type Counted = { count: number; late: number }

/** How many wait in one of these ways, and how many of them are late. */
export async function countWaiting(db: Db, scope: Scope, { any, today }: Sought): Promise<Counted> {
  if (any.length === 0) return { count: 0, late: 0 }
  const row = await waiting(db, scope, any)
    .select(({ fn }) => [fn.countAll().as('count'), lateBy('nominees.dueOn', today).as('late')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), late: Number(row.late ?? 0) }
}

/** The first of them: by the day on which an answer ends where that is asked for, by the day it is due otherwise. */
export async function listWaiting(
  db: Db,
  scope: Scope,
  { any, first }: Sought,
): Promise<WaitingRow[]> {
  if (any.length === 0 || first === 0) return []
  const day = any[0]?.endsBy === undefined ? 'nominees.dueOn' : 'nominees.validUntil'
  return waiting(db, scope, any)
    .select(COLUMNS)
    .orderBy(sql`coalesce(${sql.ref(day)}, '9999')`)
    .orderBy('nominees.id')
    .limit(first)
    .execute()
}

/** Days on which nominees who wait in one of these ways are due, with how many in each place. */
export async function listDueDays(db: Db, scope: Scope, any: readonly Waiting[]) {
  if (any.length === 0) return []
  const rows = await waiting(db, scope, any)
    .select(({ fn }) => ['dueOn', 'townshipCode', 'villageCode', fn.countAll().as('count')])
    .where('dueOn', 'is not', null)
    .groupBy(['dueOn', 'townshipCode', 'villageCode'])
    .orderBy('dueOn')
    .orderBy('townshipCode')
    .orderBy('villageCode')
    .$narrowType<{ dueOn: string }>()
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Some nominees of the scope, for what names them; those that are not in it are left out. */
export async function listNomineesAmong(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('nominees')
    .select([...COLUMNS, 'nominees.posts', 'nominees.state'])
    .where(nomineesIn(scope))
    .where('nominees.id', 'in', ids)
    .orderBy('nominees.id')
    .execute()
  return rows.map(({ posts, ...row }) => ({ ...row, posts: JSON.parse(posts) as string[] }))
}

export const COLUMNS = [
  ...(['nominees.id', 'nominees.roundId', 'nominees.talentId', 'nominees.townshipCode'] as const),
  ...(['nominees.villageCode', 'nominees.stage', 'nominees.waitsFor'] as const),
  ...(['nominees.stageSince', 'nominees.dueOn', 'nominees.validUntil'] as const),
] as const

type Nominees = ExpressionBuilder<Database, 'nominees'>

function waiting(db: Db, scope: Scope, any: readonly Waiting[]) {
  return db
    .selectFrom('nominees')
    .where(nomineesIn(scope))
    .where('nominees.state', '=', 'open')
    .where('nominees.roundId', 'in', (eb) =>
      eb
        .selectFrom('rounds')
        .select('rounds.id')
        .where(ofCounty(scope, 'rounds'))
        .where('rounds.state', '=', 'open'),
    )
    .where((eb) => eb.or(any.map((one) => waitsSo(eb, scope, one))))
}

function waitsSo(eb: Nominees, scope: Scope, one: Waiting) {
  const { waitsFor, at, unsignedBy, isMoreAsked, hasVillageAccount, dueBefore, endsBy } = one
  return eb.and([
    ...(waitsFor ? [eb('nominees.waitsFor', 'in', waitsFor)] : []),
    ...(at ? [eb.or(at.map((stage) => isAt(eb, stage)))] : []),
    ...(unsignedBy === undefined ? [] : [eb.not(eb.exists(signedBy(eb, unsignedBy)))]),
    ...(isMoreAsked ? [eb('nominees.id', 'in', moreAsked(eb, scope))] : []),
    ...(hasVillageAccount === undefined ? [] : [withVillageAccount(eb, scope, hasVillageAccount)]),
    ...(dueBefore === undefined ? [] : [eb('nominees.dueOn', '<', dueBefore)]),
    ...(endsBy === undefined ? [] : [eb('nominees.validUntil', '<=', endsBy)]),
  ])
}

function withVillageAccount(eb: Nominees, scope: Scope, isSo: boolean) {
  const villages = eb
    .selectFrom('accountVillages')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.countyCode', '=', 'accountVillages.countyCode')
        .onRef('accounts.id', '=', 'accountVillages.accountId'),
    )
    .select('accountVillages.villageCode')
    .where(ofCounty(scope, 'accounts'))
    .where('accounts.state', '=', 'active')
  if (isSo) return eb('nominees.villageCode', 'in', villages)
  return eb.or([
    eb('nominees.villageCode', 'is', null),
    eb('nominees.villageCode', 'not in', villages),
  ])
}

/** `posts` is a JSON list of few words, none of which is a part of another. */
function isAt(eb: Nominees, { roundId, stage, combined }: At) {
  const isCombined = eb.and([
    eb('nominees.posts', 'like', '%"secretary"%'),
    eb('nominees.posts', 'like', '%"chair"%'),
  ])
  return eb.and([
    eb('nominees.roundId', '=', roundId),
    eb('nominees.stage', '=', stage),
    ...(combined === undefined ? [] : [combined ? isCombined : eb.not(isCombined)]),
  ])
}

function signedBy(eb: Nominees, signer: string) {
  return eb
    .selectFrom('reviewActs as signed')
    .select('signed.id')
    .whereRef('signed.countyCode', '=', 'nominees.countyCode')
    .whereRef('signed.nomineeId', '=', 'nominees.id')
    .whereRef('signed.stage', '=', 'nominees.stage')
    .where('signed.kind', '=', 'pass')
    .where('signed.signer', '=', signer)
    .where(standing('signed'))
}

function moreAsked(eb: Nominees, scope: Scope) {
  return eb
    .selectFrom('reviewCases')
    .select('reviewCases.nomineeId')
    .where(ofCounty(scope, 'reviewCases'))
    .where('reviewCases.answer', '=', 'more')
    .where('reviewCases.closedAt', 'is', null)
    .where('reviewCases.nomineeId', 'is not', null)
    .$narrowType<{ nomineeId: string }>()
}

export const lateBy = (column: string, today: string) =>
  sql<number | null>`sum(case when ${sql.ref(column)} < ${today} then 1 else 0 end)`
