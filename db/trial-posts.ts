import type { Insertable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database, TrialPostTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type TrialPostState = TrialPostTable['state']
/** A conclusion that a later one replaced, as it was signed, and why. */
export type Superseded = Pick<
  TrialPostTable,
  'endedOn' | 'grade' | 'conclusion' | 'signedBy' | 'signedName' | 'signedPosition' | 'signedAt'
> & { reason: string; supersededAt: string }
export type TrialPost = Omit<TrialPostTable, 'countyCode' | 'superseded'> & {
  superseded: Superseded[]
}

export async function findTrialPost(
  db: Db,
  scope: Scope,
  id: string,
): Promise<TrialPost | undefined> {
  const row = await trialPosts(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** Of one person, the latest first. */
export async function listTrialPostsOf(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<TrialPost[]> {
  const rows = await trialPosts(db, scope)
    .where('talentId', '=', talentId)
    .orderBy('startsOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

type Asked = { state?: TrialPostState | undefined; villageCode?: string | undefined }

/** What runs, the one that ends first on top; what has ended, the latest first. */
export async function pageOfTrialPosts(
  db: Db,
  scope: Scope,
  { state = 'running', villageCode, limit, offset }: Asked & { limit: number; offset: number },
): Promise<TrialPost[]> {
  const rows = await trialPosts(db, scope)
    .where('state', '=', state)
    .$if(villageCode !== undefined, (it) => it.where('villageCode', '=', villageCode!))
    .orderBy(state === 'running' ? 'endsOn' : 'endedOn', state === 'running' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(parsed)
}

/** How many there are in each state. */
export async function countTrialPosts(
  db: Db,
  scope: Scope,
): Promise<Record<TrialPostState, number>> {
  const rows = await db
    .selectFrom('trialPosts')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .groupBy('state')
    .execute()
  const counts = { running: 0, concluded: 0, 'broken-off': 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

type NewTrialPost = Omit<
  Insertable<Database['trialPosts']>,
  'countyCode' | 'state' | 'superseded' | 'conclusion' | 'revision'
>

export async function insertTrialPost(
  db: Db,
  { countyCode }: Scope,
  row: NewTrialPost,
): Promise<void> {
  const begun = { state: 'running', superseded: '[]', conclusion: '', revision: 1 } as const
  await db
    .insertInto('trialPosts')
    .values({ ...row, ...begun, countyCode })
    .execute()
}

export type TrialPostChange = Omit<
  Updateable<Database['trialPosts']>,
  'countyCode' | 'id' | 'talentId' | 'superseded' | 'revision'
> & { superseded?: Superseded[] }

/** False when nobody of the scope has one of this id and revision. */
export async function updateTrialPost(
  db: Db,
  scope: Scope,
  { id, revision }: Pick<TrialPost, 'id' | 'revision'>,
  { superseded, ...change }: TrialPostChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trialPosts')
    .set({ ...change, ...(superseded && { superseded: JSON.stringify(superseded) }) })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function trialPosts(db: Db, scope: Scope) {
  return db.selectFrom('trialPosts').selectAll().where(aboutTalentsIn(scope, 'trialPosts'))
}

function parsed({ countyCode: _, ...row }: TrialPostTable): TrialPost {
  return { ...row, superseded: JSON.parse(row.superseded) as Superseded[] }
}
