import { v7 as newId } from 'uuid'
import type { Db } from '../../../db/connect.ts'
import { insertRows } from '../../../db/insert.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { followMissing } from '../../../db/pool.ts'
import type { Database } from '../../../db/schema.ts'

const NOW = '2026-11-25T08:00:00.000Z'

export type Made = {
  people: string[]
  mentors: string[]
  pairs: { mentor: string; talent: string }[]
}

/** So many reserves of the county, and mentors who look after ten of them each; they sign in like the demonstration's. */
export async function makePeople(
  db: Db,
  countyCode: string,
  { people: count, mentors: many }: { people: number; mentors: number },
): Promise<Made> {
  for (const table of DEMONSTRATED) await db.deleteFrom(table).execute()
  const people = await reserves(db, countyCode, count)
  const mentors = await accounts(db, countyCode, many)
  const pairs = people.map((talent, at) => ({ mentor: mentors[at % mentors.length]!, talent }))
  await insertMany(
    db,
    'mentorships',
    pairs.map(({ mentor, talent }) => ({
      ...{ countyCode, mentorId: mentor, talentId: talent, startedOn: '2025-06-01', endedOn: null },
    })),
  )
  return { people, mentors, pairs }
}

/** What the demonstration has of cultivation makes room, those first that refer to others. */
const DEMONSTRATED = [
  ...(['evaluationAnswers', 'evaluationCodes', 'evaluations', 'courseAttendances'] as const),
  ...(['courseParticipants', 'courseSessions', 'courses', 'entryFiles', 'entryAdditions'] as const),
  ...(['cultivationItems', 'cultivationPlans', 'mentoringSessions', 'trialPosts'] as const),
  ...(['appraisals', 'attendances', 'mentorshipProposals', 'mentorships'] as const),
] as const

/** Those of the demonstration, and as many more like them as are needed. */
async function reserves(db: Db, countyCode: string, count: number): Promise<string[]> {
  const known = await db
    .selectFrom('talents')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .orderBy('id')
    .execute()
  const more = Array.from({ length: Math.max(0, count - known.length) }, (_, at) => ({
    ...known[at % known.length]!,
    ...{ id: newId(), searchRow: null, syllables: null },
  }))
  await insertRows(db, { countyCode }, 'talents', more)
  await followMissing(db, { countyCode })
  await db.updateTable('talents').set({ status: 'reserve' }).where('status', '!=', 'left').execute()
  return [...known, ...more].slice(0, count).map(({ id }) => id)
}

async function accounts(db: Db, countyCode: string, count: number): Promise<string[]> {
  const own = await db
    .selectFrom('accounts')
    .selectAll()
    .where('username', '=', 'demo-mentor')
    .executeTakeFirstOrThrow()
  const more = Array.from({ length: count - 1 }, (_, at): Database['accounts'] => ({
    ...{ ...own, countyCode, id: newId(), username: `mentor-${at + 1}`, name: `导师${at + 1}` },
    createdAt: NOW,
  }))
  await insertRows(db, { countyCode }, 'accounts', more)
  return [own.id, ...more.map(({ id }) => id)]
}
