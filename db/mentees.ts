import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope, talentsIn } from './scope.ts'

/** The people whom a mentor looks after now, by pinyin. */
export function listMenteesOf(db: Db, scope: Scope, mentorId: string) {
  return db
    .selectFrom('mentorships')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'mentorships.countyCode')
        .onRef('talents.id', '=', 'mentorships.talentId'),
    )
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'talents.countyCode')
        .onRef('villages.code', '=', 'talents.homeVillageCode'),
    )
    .select(['talents.id', 'talents.name', 'talents.status', 'mentorships.startedOn'])
    .select(['villages.code as villageCode', 'villages.name as villageName'])
    .where(talentsIn(scope))
    .where('talents.erasedAt', 'is', null)
    .where('mentorships.mentorId', '=', mentorId)
    .where('mentorships.endedOn', 'is', null)
    .orderBy('talents.pinyin')
    .orderBy('talents.id')
    .execute()
}

/** Of each person whom a mentor met: the last meeting, and on how many occasions they met since a day. */
export async function listLastMeetings(
  db: Db,
  scope: Scope,
  { mentorId, since }: { mentorId: string; since: string },
) {
  const rows = await db
    .selectFrom('mentoringSessions')
    .select(['talentId', 'heldOn', 'nextOn', 'way', 'minutes', 'topic', 'createdAt'])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('mentorId', '=', mentorId)
    .where('takenBackAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, ({ talentId }) => talentId)].map(([talentId, of]) => ({
    ...of.at(-1)!,
    talentId,
    count: of.filter(({ heldOn }) => heldOn >= since).length,
  }))
}

/** What people are to do and no office has confirmed, by the day it is due. */
export function listUnfinishedItems(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('cultivationItems')
    .select(['id', 'talentId', 'aim', 'dueOn', 'state'])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('talentId', 'in', [...ids, ''])
    .where('state', 'in', ['open', 'reported'])
    .orderBy('dueOn')
    .orderBy('id')
    .$narrowType<{ state: 'open' | 'reported' }>()
    .execute()
}

/** Posts that people hold on trial on a day. */
export function listRunningTrials(
  db: Db,
  scope: Scope,
  { ids, today }: { ids: readonly string[]; today: string },
) {
  return db
    .selectFrom('trialPosts')
    .select(['talentId', 'kind', 'startsOn'])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('talentId', 'in', [...ids, ''])
    .where('state', '=', 'running')
    .where('startsOn', '<=', today)
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
}

/** Of which people and quarters a mentor has said what they think. */
export function listOpinionsBy(
  db: Db,
  scope: Scope,
  { mentorId, quarters }: { mentorId: string; quarters: readonly string[] },
) {
  return db
    .selectFrom('appraisals')
    .select(['talentId', 'period'])
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('accountId', '=', mentorId)
    .where('period', 'in', quarters)
    .where('kind', '=', 'mentor')
    .where('supersededAt', 'is', null)
    .execute()
}

/** Where people of these ids are at home, with the name of the village; nobody who was erased. */
export function listWithVillages(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('talents')
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'talents.countyCode')
        .onRef('villages.code', '=', 'talents.homeVillageCode'),
    )
    .select(['talents.id', 'talents.name', 'villages.code', 'villages.name as villageName'])
    .where(talentsIn(scope))
    .where('talents.erasedAt', 'is', null)
    .where('talents.id', 'in', [...ids, ''])
    .orderBy('talents.id')
    .execute()
}

/** The record into which a person's was merged; nothing where it stands. */
export async function findSuccessorOf(db: Db, { countyCode }: Scope, id: string) {
  const row = await db
    .selectFrom('talents')
    .select('mergedInto')
    .where('countyCode', '=', countyCode)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.mergedInto ?? undefined
}

/** Posts that the active plan of a person prepares for; none where there is no plan. */
export async function findActivePosts(db: Db, scope: Scope, talentId: string): Promise<string[]> {
  const row = await db
    .selectFrom('cultivationPlans')
    .select('posts')
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('talentId', '=', talentId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return JSON.parse(row?.posts ?? '[]') as string[]
}
