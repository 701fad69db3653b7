import type { Db } from './connect.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

/** Who looks after whom now, or what ended as well. */
export function listMentorships(
  db: Db,
  scope: Scope,
  { mentorId, talentId }: { mentorId?: string; talentId?: string } = {},
) {
  return db
    .selectFrom('mentorships')
    .selectAll()
    .where(aboutTalentsIn(scope, 'mentorships'))
    .$if(mentorId !== undefined, (it) => it.where('mentorId', '=', mentorId!))
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .orderBy('mentorId')
    .orderBy('talentId')
    .execute()
}

/** Of these two, whether it goes on or not. */
export function findMentorship(
  db: Db,
  scope: Scope,
  { mentorId, talentId }: { mentorId: string; talentId: string },
) {
  return db
    .selectFrom('mentorships')
    .selectAll()
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('mentorId', '=', mentorId)
    .where('talentId', '=', talentId)
    .executeTakeFirst()
}

/** How many people each mentor looks after now; whoever has nobody is not in it. */
export async function countMentees(
  db: Db,
  scope: Scope,
  mentorId?: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('mentorships')
    .select(({ fn }) => ['mentorId', fn.countAll().as('count')])
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('endedOn', 'is', null)
    .$if(mentorId !== undefined, (it) => it.where('mentorId', '=', mentorId!))
    .groupBy('mentorId')
    .execute()
  return new Map(rows.map(({ mentorId, count }) => [mentorId, Number(count)]))
}

/** Whoever else changes who is looked after by this mentor waits until the transaction ends, so that limits hold. */
export async function holdMentor(db: Db, scope: Scope, mentorId: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where(ofCounty(scope, 'accounts'))
    .where('id', '=', mentorId)
    .execute()
}

/** Begins a mentorship, or takes up one that had ended. */
export async function putMentorship(
  db: Db,
  scope: Scope,
  link: { mentorId: string; talentId: string; startedOn: string },
): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('mentorships')
    .values({ ...link, countyCode, endedOn: null })
    .onConflict((it) =>
      it.columns(['countyCode', 'mentorId', 'talentId']).doUpdateSet({
        startedOn: link.startedOn,
        endedOn: null,
      }),
    )
    .execute()
}

/** False when there is none that goes on. */
export async function endMentorship(
  db: Db,
  scope: Scope,
  { mentorId, talentId, endedOn }: { mentorId: string; talentId: string; endedOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mentorships')
    .set({ endedOn })
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('mentorId', '=', mentorId)
    .where('talentId', '=', talentId)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends all mentorships of an account that go on; answers whose they were. */
export async function endMentorshipsOf(
  db: Db,
  scope: Scope,
  { mentorId, endedOn }: { mentorId: string; endedOn: string },
): Promise<string[]> {
  const rows = await db
    .updateTable('mentorships')
    .set({ endedOn })
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('mentorId', '=', mentorId)
    .where('endedOn', 'is', null)
    .returning('talentId')
    .execute()
  return rows.map(({ talentId }) => talentId)
}
