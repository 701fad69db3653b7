import type { Db } from './connect.ts'
import type { MentorProfileTable } from './schema/cultivation.ts'
import { ofCounty, type Scope } from './scope.ts'

export type MentorProfile = ReturnType<typeof parsed>
export type NewProfile = Omit<MentorProfile, 'revision'>

/** What accounts of mentors say of themselves is the county's, like the accounts. */
export async function findMentorProfile(db: Db, scope: Scope, mentorId: string) {
  const row = await profiles(db, scope).where('mentorId', '=', mentorId).executeTakeFirst()
  return row && parsed(row)
}

/** Of everybody, or of some accounts. */
export async function listMentorProfiles(
  db: Db,
  scope: Scope,
  only?: readonly string[],
): Promise<MentorProfile[]> {
  const rows = await profiles(db, scope)
    .$if(only !== undefined, (it) => it.where('mentorId', 'in', [...only!, '']))
    .orderBy('mentorId')
    .execute()
  return rows.map(parsed)
}

/** Accounts of mentors that are not closed, all or one. */
export function listMentors(db: Db, scope: Scope, only?: string) {
  return db
    .selectFrom('accounts')
    .select(['id', 'name', 'position'])
    .where(ofCounty(scope, 'accounts'))
    .where('role', '=', 'mentor')
    .where('state', '!=', 'closed')
    .$if(only !== undefined, (it) => it.where('id', '=', only!))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Keeps a profile by the revision that the author saw (0: there was none); false when it is another one. */
export async function putMentorProfile(
  db: Db,
  scope: Scope,
  { posts, skills, ...profile }: NewProfile,
  seen: number,
): Promise<boolean> {
  const { countyCode } = scope
  const lists = { posts: JSON.stringify(posts), skills: JSON.stringify(skills) }
  const row = { ...profile, ...lists, revision: seen + 1 }
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('mentorProfiles')
      .values({ ...row, countyCode })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const { numUpdatedRows } = await db
    .updateTable('mentorProfiles')
    .set(row)
    .where(ofCounty(scope, 'mentorProfiles'))
    .where('mentorId', '=', profile.mentorId)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function profiles(db: Db, scope: Scope) {
  return db.selectFrom('mentorProfiles').selectAll().where(ofCounty(scope, 'mentorProfiles'))
}

function parsed({ countyCode: _, ...row }: MentorProfileTable) {
  return {
    ...row,
    posts: JSON.parse(row.posts) as string[],
    skills: JSON.parse(row.skills) as string[],
  }
}
