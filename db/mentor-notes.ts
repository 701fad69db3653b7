import type { Db } from './connect.ts'
import type { MentorNoteTable } from './schema/cultivation.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

type Whose = { mentorId: string; talentId: string }

/**
 * What a mentor wrote about one person of the scope, the oldest first; more than one row where two records of a human
 * being were merged.
 */
export function listNotesOf(db: Db, scope: Scope, { mentorId, talentId }: Whose) {
  return db
    .selectFrom('mentorNotes')
    .selectAll()
    .where(aboutTalentsIn(scope, 'mentorNotes'))
    .where('mentorId', '=', mentorId)
    .where('talentId', '=', talentId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** False when it is there already: somebody was first. */
export async function insertNote(
  db: Db,
  { countyCode }: Scope,
  note: Omit<MentorNoteTable, 'countyCode' | 'revision'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mentorNotes')
    .values({ ...note, countyCode, revision: 1 })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when it is not of that revision any more. */
export async function updateNote(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  change: Pick<MentorNoteTable, 'cipher' | 'updatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mentorNotes')
    .set({ ...change, revision: revision + 1 })
    .where(aboutTalentsIn(scope, 'mentorNotes'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes notes out of the database; how many there were. */
export async function removeNotes(
  db: Db,
  scope: Scope,
  { mentorId, talentId, but = '' }: { mentorId: string; talentId?: string; but?: string },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('mentorNotes')
    .where(aboutTalentsIn(scope, 'mentorNotes'))
    .where('mentorId', '=', mentorId)
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .where('id', '!=', but)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Notes of the county in the order of their ids, for a change of keys. */
export function pageOfNotes(db: Db, scope: Scope, after: string, limit: number) {
  return db
    .selectFrom('mentorNotes')
    .select(['id', 'mentorId', 'cipher'])
    .where(ofCounty(scope, 'mentorNotes'))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Nobody has changed what it says: only the key. */
export async function putNoteCipher(
  db: Db,
  scope: Scope,
  { id, cipher }: { id: string; cipher: string },
): Promise<void> {
  await db
    .updateTable('mentorNotes')
    .set({ cipher })
    .where(ofCounty(scope, 'mentorNotes'))
    .where('id', '=', id)
    .execute()
}

export async function hasNotesOfOtherKey(db: Db, scope: Scope, version: number): Promise<boolean> {
  const row = await db
    .selectFrom('mentorNotes')
    .select('id')
    .where(ofCounty(scope, 'mentorNotes'))
    .where('cipher', 'not like', `${version}.%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
