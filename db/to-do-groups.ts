import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { aboutNomineesIn, applicationsIn, nomineesIn, ofCounty, type Scope } from './scope.ts'
import { COLUMNS, type Counted, lateBy, type WaitingRow } from './to-do.ts'

/** Not chosen, and nobody has talked with them. */
export async function countTalksDue(db: Db, scope: Scope): Promise<Counted> {
  const row = await talksDue(db, scope)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), late: 0 }
}

export function listTalksDue(db: Db, scope: Scope, first: number): Promise<WaitingRow[]> {
  return talksDue(db, scope)
    .select(COLUMNS)
    .orderBy('nominees.stageSince')
    .orderBy('nominees.id')
    .limit(first)
    .execute()
}

/** What a department has not answered. */
export async function countOpenCases(db: Db, scope: Scope, today: string): Promise<Counted> {
  const row = await openCases(db, scope)
    .select(({ fn }) => [fn.countAll().as('count'), lateBy('reviewCases.dueOn', today).as('late')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), late: Number(row.late ?? 0) }
}

export function listOpenCases(db: Db, scope: Scope, first: number) {
  return openCases(db, scope)
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewCases.countyCode')
        .onRef('nominees.id', '=', 'reviewCases.nomineeId'),
    )
    .select(['nominees.id', 'nominees.talentId', 'nominees.townshipCode', 'nominees.villageCode'])
    .select(['nominees.roundId', 'nominees.stage', 'nominees.waitsFor', 'reviewCases.openedAt'])
    .select('reviewCases.dueOn')
    .orderBy(sql`coalesce(${sql.ref('reviewCases.dueOn')}, '9999')`)
    .orderBy('nominees.id')
    .limit(first)
    .execute()
}

/** Days on which answers of a department are due, with how many of each township. */
export async function listDueCases(db: Db, scope: Scope) {
  const rows = await openCases(db, scope)
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewCases.countyCode')
        .onRef('nominees.id', '=', 'reviewCases.nomineeId'),
    )
    .select(({ fn }) => ['reviewCases.dueOn', 'townshipCode', fn.countAll().as('count')])
    .where('reviewCases.dueOn', 'is not', null)
    .groupBy(['reviewCases.dueOn', 'townshipCode'])
    .orderBy('reviewCases.dueOn')
    .orderBy('townshipCode')
    .$narrowType<{ dueOn: string }>()
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Applications of the public page that no clerk has decided, the oldest first. */
export function listWaitingApplications(db: Db, scope: Scope, first: number) {
  return waitingApplications(db, scope)
    .select(['id', 'roundId', 'townshipCode', 'villageCode', 'createdAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countWaitingApplications(db: Db, scope: Scope): Promise<Counted> {
  const row = await waitingApplications(db, scope)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), late: 0 }
}

/** What an account has typed of nominations and not handed in, the latest first. */
export function listDraftsBy(db: Db, scope: Scope, accountId: string, first: number) {
  return draftsBy(db, scope, accountId)
    .select(['id', 'roundId', 'talentId', 'updatedAt'])
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countDraftsBy(db: Db, scope: Scope, accountId: string): Promise<number> {
  const row = await draftsBy(db, scope, accountId)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function talksDue(db: Db, scope: Scope) {
  return db
    .selectFrom('nominees')
    .where(nomineesIn(scope))
    .where('nominees.outcome', '=', 'not-chosen')
    .where('nominees.state', 'in', ['stopped', 'settled'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reviewActs')
            .select('reviewActs.id')
            .whereRef('reviewActs.countyCode', '=', 'nominees.countyCode')
            .whereRef('reviewActs.nomineeId', '=', 'nominees.id')
            .where('reviewActs.kind', '=', 'talk'),
        ),
      ),
    )
}

function openCases(db: Db, scope: Scope) {
  return db
    .selectFrom('reviewCases')
    .where(aboutNomineesIn(scope, 'reviewCases'))
    .$if(scope.casesOf !== undefined, (it) =>
      it.where('reviewCases.departmentId', '=', scope.casesOf!),
    )
    .where('reviewCases.closedAt', 'is', null)
    .where('reviewCases.answer', 'is', null)
    .where('reviewCases.nomineeId', 'is not', null)
}

function waitingApplications(db: Db, scope: Scope) {
  return db.selectFrom('applications').where(applicationsIn(scope)).where('state', '=', 'waiting')
}

function draftsBy(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('nominationDrafts')
    .where(ofCounty(scope, 'nominationDrafts'))
    .where('accountId', '=', accountId)
}
