import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope, talentsIn } from './scope.ts'

/** What active plans prepare people for. */
export async function listPlanTargets(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('cultivationPlans')
    .select(['talentId', 'villageCode', 'posts'])
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('state', '=', 'active')
    .execute()
  return rows.map((row) => ({ ...row, posts: JSON.parse(row.posts) as string[] }))
}

/** Items that go on, and training that an office has confirmed since an instant. */
export async function listMendingItems(db: Db, scope: Scope, since: string) {
  const rows = await db
    .selectFrom('cultivationItems')
    .select(['id', 'talentId', 'kind', 'aim', 'dueOn', 'rules', 'state', 'createdAt'])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['open', 'reported']),
        eb.and([
          eb('state', '=', 'done'),
          eb('kind', '=', 'training'),
          eb('confirmedAt', '>=', since),
        ]),
      ]),
    )
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, rules: JSON.parse(row.rules) as string[] }))
}

/** Trial posts that run, as what their months will mend. */
export function listRunningTrialPosts(db: Db, scope: Scope) {
  return db
    .selectFrom('trialPosts')
    .select(['id', 'talentId', 'kind', 'duties', 'villageCode', 'endsOn'])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('state', '=', 'running')
    .orderBy('endsOn')
    .orderBy('id')
    .execute()
}

/** People of a Party status with the day on which the Party admitted them. */
export function listAdmissions(db: Db, scope: Scope, partyStatus: 'full' | 'probationary') {
  return db
    .selectFrom('talents')
    .select(['id', 'partyJoinedOn'])
    .where(talentsIn(scope))
    .where('partyStatus', '=', partyStatus)
    .execute()
}

/** Changes since an instant of facts that rules ask for, the latest first, with what the record says of education. */
export function listRuleFactChanges(
  db: Db,
  scope: Scope,
  { since, fields }: { since: string; fields: readonly string[] },
) {
  return db
    .selectFrom('talentHistory')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'talentHistory.countyCode')
        .onRef('talents.id', '=', 'talentHistory.talentId'),
    )
    .select(['talentHistory.talentId', 'field', 'before'])
    .select(['education', 'isFullTimeEducation', 'fullTimeEducation', 'inServiceEducation'])
    .where(talentsIn(scope))
    .where('talentHistory.at', '>=', since)
    .where('field', 'in', fields)
    .orderBy('at', 'desc')
    .orderBy('talentHistory.id', 'desc')
    .execute()
}

/** All consents and withdrawals of whoever said something since an instant, the latest first. */
export function listConsentsChanged(db: Db, scope: Scope, since: string) {
  return db
    .selectFrom('consents')
    .select(['talentId', 'act', 'at'])
    .where(aboutTalentsIn(scope, 'consents'))
    .where('talentId', 'in', (of) =>
      of
        .selectFrom('consents as lately')
        .select('lately.talentId')
        .where('lately.countyCode', '=', scope.countyCode)
        .where('lately.at', '>=', since),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** When people of these ids were entered; null: before it was kept. */
export function listEntryTimes(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('talents')
    .select(['id', 'createdAt'])
    .where(talentsIn(scope))
    .where('id', 'in', [...ids, ''])
    .execute()
}
