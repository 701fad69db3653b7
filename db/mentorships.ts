import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

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
