import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { inCultivation } from './in-cultivation.ts'
import { aboutTalentsIn, ofCounty, type Scope, talentsIn } from './scope.ts'
import type { Counted } from './to-do.ts'

type Period = { kind: 'quarter' | 'year'; period: string }

/** Items that somebody reported and no office has confirmed, the oldest report first. */
export function listItemsToConfirm(db: Db, scope: Scope, first: number) {
  return toConfirm(db, scope)
    .select(['id', 'talentId', 'aim', 'dueOn', 'reportedAt'])
    .orderBy('reportedAt')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countItemsToConfirm(db: Db, scope: Scope): Promise<number> {
  const row = await toConfirm(db, scope)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Trial posts that end by a day and are not concluded, the first first. */
export function listTrialsEnding(
  db: Db,
  scope: Scope,
  { by, first }: { by: string; first: number },
) {
  return ending(db, scope, by)
    .select(['id', 'talentId', 'villageCode', 'kind', 'endsOn', 'createdAt'])
    .orderBy('endsOn')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countTrialsEnding(
  db: Db,
  scope: Scope,
  { by, today }: { by: string; today: string },
): Promise<Counted> {
  const late = sql<number>`sum(case when ${sql.ref('endsOn')} < ${today} then 1 else 0 end)`
  const row = await ending(db, scope, by)
    .select(({ fn }) => [fn.countAll().as('count'), late.as('late')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), late: Number(row.late ?? 0) }
}

/** Who is under cultivation and has nothing signed for a period, village by village. */
export function listUnappraised(
  db: Db,
  scope: Scope,
  { first, ...asked }: Period & { first: number },
) {
  return unappraised(db, scope, asked)
    .select(['id', 'homeVillageCode'])
    .orderBy('homeVillageCode')
    .orderBy('pinyin')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countUnappraised(db: Db, scope: Scope, asked: Period): Promise<number> {
  const row = await unappraised(db, scope, asked)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Whether anybody of the scope has something signed for a period: before that a county had not begun. */
export async function hasAppraised(db: Db, scope: Scope, { kind, period }: Period) {
  const row = await db
    .selectFrom('appraisals')
    .select('id')
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('supersededAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who is under cultivation at home in these villages, with nothing kept of a month. */
export function listWithoutAttendance(
  db: Db,
  scope: Scope,
  { month, first }: { month: string; first: number },
) {
  return unattended(db, scope, month)
    .select(['id', 'homeVillageCode'])
    .orderBy('homeVillageCode')
    .orderBy('pinyin')
    .orderBy('id')
    .limit(first)
    .execute()
}

export async function countWithoutAttendance(db: Db, scope: Scope, month: string): Promise<number> {
  const row = await unattended(db, scope, month)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Pairs whose person has not answered, the oldest first; an office writes the answer down from the paper. */
export function listPairsToAnswer(db: Db, scope: Scope, first: number) {
  return unanswered(db, scope)
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.countyCode', '=', 'mentorshipProposals.countyCode')
        .onRef('accounts.id', '=', 'mentorshipProposals.mentorId'),
    )
    .select(['mentorshipProposals.id', 'mentorshipProposals.talentId', 'accounts.name as mentor'])
    .select('proposedAt')
    .orderBy('proposedAt')
    .orderBy('mentorshipProposals.id')
    .limit(first)
    .execute()
}

export async function countPairsToAnswer(db: Db, scope: Scope): Promise<number> {
  const row = await unanswered(db, scope)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function toConfirm(db: Db, scope: Scope) {
  return db
    .selectFrom('cultivationItems')
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', '=', 'reported')
}

function ending(db: Db, scope: Scope, by: string) {
  return db
    .selectFrom('trialPosts')
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('state', '=', 'running')
    .where('endsOn', '<=', by)
}

function unappraised(db: Db, scope: Scope, { kind, period }: Period) {
  return (
    db
      .selectFrom('talents')
      .where(talentsIn(scope))
      .where(inCultivation(scope))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('appraisals')
              .select('appraisals.id')
              .where(ofCounty(scope, 'appraisals'))
              .whereRef('appraisals.talentId', '=', 'talents.id')
              .where('appraisals.kind', '=', kind)
              .where('appraisals.period', '=', period)
              .where('appraisals.supersededAt', 'is', null),
          ),
        ),
      )
      // A year is concluded of whoever was checked in its last quarter.
      .$if(kind === 'year', (it) =>
        it.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('appraisals')
              .select('appraisals.id')
              .where(ofCounty(scope, 'appraisals'))
              .whereRef('appraisals.talentId', '=', 'talents.id')
              .where('appraisals.kind', '=', 'quarter')
              .where('appraisals.period', '=', `${period}-Q4`)
              .where('appraisals.supersededAt', 'is', null),
          ),
        ),
      )
  )
}

function unattended(db: Db, scope: Scope, month: string) {
  const { villageCodes } = scope
  const isAtHome =
    villageCodes === undefined
      ? sql<SqlBool>`1 = 1`
      : sql<SqlBool>`${sql.ref('talents.homeVillageCode')} in (${sql.join([...villageCodes, ''])})`
  return (
    db
      .selectFrom('talents')
      .where(talentsIn(scope))
      .where(inCultivation(scope))
      // Who is in office here and at home elsewhere is kept by the village of the home.
      .where(isAtHome)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attendances')
              .select('attendances.month')
              .where(ofCounty(scope, 'attendances'))
              .whereRef('attendances.talentId', '=', 'talents.id')
              .where('attendances.month', '=', month),
          ),
        ),
      )
  )
}

function unanswered(db: Db, scope: Scope) {
  return db
    .selectFrom('mentorshipProposals')
    .where(aboutTalentsIn(scope, 'mentorshipProposals'))
    .where('mentorshipProposals.state', '=', 'open')
    .where('talentAnswer', 'is', null)
}
