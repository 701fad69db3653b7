import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** What happens to cultivation when a person is erased, or two records turn out to be one human being. */

type Tx = Transaction<Database>

/** Tables that name the person, in the order in which rows can go. */
const ABOUT = [
  'entryAdditions',
  'entryFiles',
  'cultivationItems',
  'cultivationPlans',
  'mentoringSessions',
  'mentorNotes',
  'mentorshipProposals',
  'courseAttendances',
  'courseParticipants',
  'evaluations',
  'trialPosts',
  'appraisals',
  'attendances',
  'movements',
] as const

/** Everything goes, also answers of evaluations; a mentor's profile forgets who in the pool the mentor is. */
export async function eraseFromCultivation(
  db: Tx,
  countyCode: string,
  ids: readonly string[],
): Promise<void> {
  for (const table of ['evaluationCodes', 'evaluationAnswers'] as const)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('evaluationId', 'in', (of) =>
        of
          .selectFrom('evaluations')
          .select('id')
          .where('countyCode', '=', countyCode)
          .where('talentId', 'in', ids),
      )
      .execute()
  for (const table of ABOUT)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('talentId', 'in', ids)
      .execute()
  await db
    .updateTable('mentorProfiles')
    .set({ talentId: null })
    .where('countyCode', '=', countyCode)
    .where('talentId', 'in', ids)
    .execute()
}

type Merged = { kept: string; other: string; at: string }

/** Rows with an id of their own, of which one person may have any number. */
const MOVED = [
  'entryAdditions',
  'entryFiles',
  'cultivationItems',
  'cultivationPlans',
  'mentoringSessions',
  'mentorNotes',
  'mentorshipProposals',
  'evaluations',
  'trialPosts',
  'appraisals',
  'movements',
  'mentorProfiles',
] as const

/** Everything moves: of two active plans and two appraisals of one period the kept record's stands. */
export async function moveCultivation(db: Tx, countyCode: string, merged: Merged): Promise<void> {
  await closePlan(db, countyCode, merged)
  await supersedeAppraisals(db, countyCode, merged)
  await tellMeetingsApart(db, countyCode, merged)
  for (const table of MOVED)
    await db
      .updateTable(table)
      .set({ talentId: merged.kept })
      .where('countyCode', '=', countyCode)
      .where('talentId', '=', merged.other)
      .execute()
}

async function closePlan(db: Tx, countyCode: string, { kept, other, at }: Merged): Promise<void> {
  const active = await db
    .selectFrom('cultivationPlans')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', kept)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!active) return
  await db
    .updateTable('cultivationPlans')
    .set({ state: 'closed', closedAt: at, closedReason: '档案合并' })
    .where('countyCode', '=', countyCode)
    .where('talentId', '=', other)
    .where('state', '=', 'active')
    .execute()
}

async function supersedeAppraisals(db: Tx, countyCode: string, { kept, other, at }: Merged) {
  await sql`update appraisals set superseded_at = ${at}
    where county_code = ${countyCode} and talent_id = ${other} and superseded_at is null and exists (
      select 1 from appraisals as mine where mine.county_code = appraisals.county_code
        and mine.talent_id = ${kept} and mine.kind = appraisals.kind
        and mine.period = appraisals.period and mine.superseded_at is null
        and (mine.kind <> 'mentor' or mine.account_id = appraisals.account_id))`.execute(db)
}

/** Both were met by one mentor on one day: two meetings, as they were written down. */
async function tellMeetingsApart(db: Tx, countyCode: string, { kept, other }: Merged) {
  await sql`update mentoring_sessions set is_another = 1
    where county_code = ${countyCode} and talent_id = ${other} and exists (
      select 1 from mentoring_sessions as mine where mine.county_code = mentoring_sessions.county_code
        and mine.talent_id = ${kept} and mine.mentor_id = mentoring_sessions.mentor_id
        and mine.held_on = mentoring_sessions.held_on)`.execute(db)
}
