import type { Db } from './connect.ts'
import type { EntryAdditionTable, MentoringSessionTable } from './schema/cultivation.ts'
import { aboutTalentsIn, entryFilesIn, type Scope } from './scope.ts'

export type MentoringSession = ReturnType<typeof parsed>
type Stored = Omit<MentoringSessionTable, 'countyCode' | 'seen'> & { seen: readonly string[] }
/** A session that has just been kept. */
export type NewSession = Omit<Stored, `takenBack${string}`>

export async function findMentoringSession(db: Db, scope: Scope, id: string) {
  const row = await sessions(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** The end of a page: sessions before it come next. */
export type Before = { heldOn: string; id: string }
type Whose = { talentId?: string | undefined; mentorId?: string | undefined }

/** Sessions, the latest first, those taken back among them. */
export async function pageOfSessions(
  db: Db,
  scope: Scope,
  { before, limit, ...whose }: Whose & { before?: Before | undefined; limit: number },
): Promise<MentoringSession[]> {
  const rows = await sessionsOf(db, scope, whose)
    .selectAll()
    .$if(before !== undefined, (it) =>
      it.where((eb) =>
        eb.or([
          eb('heldOn', '<', before!.heldOn),
          eb.and([eb('heldOn', '=', before!.heldOn), eb('id', '<', before!.id)]),
        ]),
      ),
    )
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(parsed)
}

/** How many stand. */
export async function countSessions(db: Db, scope: Scope, whose: Whose): Promise<number> {
  const { count } = await sessionsOf(db, scope, whose)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('takenBackAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What stands of one day: of the mentor with anybody, and of the person with any mentor. */
export async function listSessionsOn(
  db: Db,
  scope: Scope,
  { heldOn, mentorId, talentId }: { heldOn: string; mentorId: string; talentId: string },
): Promise<MentoringSession[]> {
  const onDay = (whose: Whose) =>
    sessionsOf(db, scope, whose)
      .selectAll()
      .where('heldOn', '=', heldOn)
      .where('takenBackAt', 'is', null)
      .execute()
  // Each by its own index: with `or` SQLite reads every session of the county.
  const rows = [...(await onDay({ mentorId })), ...(await onDay({ talentId }))]
  return [...new Map(rows.map((row) => [row.id, parsed(row)])).values()]
}

/** Who met whom on which day, of people and days that are asked for together. */
export function listMeetingDays(
  db: Db,
  scope: Scope,
  { talentIds, days }: { talentIds: readonly string[]; days: readonly string[] },
) {
  return db
    .selectFrom('mentoringSessions')
    .select(['talentId', 'heldOn', 'mentorId'])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('talentId', 'in', [...talentIds, ''])
    .where('heldOn', 'in', [...days, ''])
    .where('takenBackAt', 'is', null)
    .execute()
}

/** False when the id is taken, or the mentor has met the person on that day and does not say that it was another time. */
export async function insertSession(
  db: Db,
  { countyCode }: Scope,
  session: NewSession,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mentoringSessions')
    .values({ ...session, countyCode, seen: JSON.stringify(session.seen), ...STANDS })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when it was taken back before, or is not in the scope. */
export async function takeSessionBack(
  db: Db,
  scope: Scope,
  id: string,
  taken: { takenBackAt: string; takenBackBy: string; takenBackReason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mentoringSessions')
    .set(taken)
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The task that was agreed on at each session; in no order, which would read every item of the county. */
export function listItemsOfSessions(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('cultivationItems')
    .select(['id', 'sessionId', 'aim', 'dueOn', 'state'])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('sessionId', 'in', [...ids, ''])
    .execute()
}

/** A task that nobody reported goes with the session at which it was agreed on. */
export async function dropItemsOf(
  db: Db,
  { countyCode }: Scope,
  sessionId: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('cultivationItems')
    .set((eb) => ({ state: 'dropped', reason, revision: eb('revision', '+', 1) }))
    .where('countyCode', '=', countyCode)
    .where('sessionId', '=', sessionId)
    .where('state', '=', 'open')
    .execute()
}

export function listAdditionsOf(
  db: Db,
  scope: Scope,
  kind: EntryAdditionTable['entryKind'],
  entryIds: readonly string[],
) {
  return db
    .selectFrom('entryAdditions')
    .select(['id', 'entryId', 'text', 'at', 'accountId'])
    .where(aboutTalentsIn(scope, 'entryAdditions'))
    .where('entryKind', '=', kind)
    .where('entryId', 'in', [...entryIds, ''])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** False when the id is there: the same addition once more. */
export async function insertAddition(
  db: Db,
  { countyCode }: Scope,
  addition: Omit<EntryAdditionTable, 'countyCode'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('entryAdditions')
    .values({ ...addition, countyCode })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Photographs of sessions that the scope may open. */
export function listFilesOfSessions(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('entryFiles')
    .select(['id', 'entryId', 'name', 'media'])
    .where(entryFilesIn(scope))
    .where('entryKind', '=', 'session')
    .where('entryId', 'in', [...ids, ''])
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .execute()
}

const STANDS = { takenBackAt: null, takenBackBy: null, takenBackReason: null }

function sessions(db: Db, scope: Scope) {
  return db
    .selectFrom('mentoringSessions')
    .selectAll()
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
}

function sessionsOf(db: Db, scope: Scope, { talentId, mentorId }: Whose) {
  return db
    .selectFrom('mentoringSessions')
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .$if(mentorId !== undefined, (it) => it.where('mentorId', '=', mentorId!))
}

function parsed({ countyCode: _, seen, ...row }: MentoringSessionTable) {
  return { ...row, seen: JSON.parse(seen) as string[] }
}
