import type { Transaction } from 'kysely'
import { insertAccount, listAccounts } from '../../db/accounts.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { markCounted } from '../../db/counties.ts'
import { insertRows } from '../../db/insert.ts'
import type { Keyring } from '../../db/keyring.ts'
import { findPolicy } from '../../db/policies.ts'
import type { Database } from '../../db/schema.ts'
import { updateTalent } from '../../db/talents.ts'
import { listTownships } from '../../db/townships.ts'
import { entryBy } from '../auditing.ts'
import { recount } from '../cultivation/counting.ts'
import { dayInChina } from '../days.ts'
import { policyOf } from '../stored-policy.ts'
import { appraisalsOf, attendancesOf } from './growing/checks.ts'
import { coursesOf } from './growing/courses.ts'
import { meetingsOf } from './growing/meetings.ts'
import { type Mentor, mentorAccounts, profilesOf } from './growing/mentors.ts'
import { type Around, growersOf } from './growing/people.ts'
import { plansOf } from './growing/plans.ts'
import { trialsOf } from './growing/trials.ts'

type Tx = Transaction<Database>

/**
 * The demonstration's year of cultivation: mentors and meetings, plans, courses, trial posts, checks and attendance of
 * everybody in reserve up to `now`, with the evidence that follows from them; all of it in one transaction.
 */
export async function demonstrateCultivation(
  db: Db,
  keyring: Keyring,
  countyCode: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const scope = { countyCode }
    const mentors = mentorAccounts(await listTownships(transaction, scope))
    for (const { account } of mentors) await insertAccount(transaction, scope, account)
    await insertRows(transaction, scope, 'mentorProfiles', profilesOf(countyCode, mentors))
    const around = await aroundOf(transaction, countyCode, { mentors, now })
    await insertYear(transaction, around)
    const row = (await findPolicy(transaction, scope))!
    const { cultivation: scheme } = policyOf(row)
    const ids = around.growers.map(({ id }) => id)
    await recount(transaction, { countyCode, ids, scheme })
    await markCounted(transaction, scope, row.version)
    const told = { action: 'demonstration.cultivated', subjects: ids }
    await appendAudit(transaction, keyring, scope, [entryBy('system', told)])
  })
}

type Given = { mentors: readonly Mentor[]; now: Date }

async function aroundOf(transaction: Tx, countyCode: string, { mentors, now }: Given) {
  const accounts = await listAccounts(transaction, { countyCode })
  const namesIn = (township: string) =>
    mentors.filter((one) => one.township === township).map(({ account }) => account.username)
  return {
    ...{ countyCode, today: dayInChina(now) },
    accounts: new Map(accounts.map((account) => [account.username, account])),
    growers: await growersOf(transaction, countyCode, namesIn),
  } satisfies Around
}

async function insertYear(transaction: Tx, around: Around): Promise<void> {
  const { countyCode } = around
  const put = <Table extends keyof Database>(table: Table, rows: Database[Table][]) =>
    insertRows(transaction, { countyCode }, table, rows as never)
  await put('mentorships', mentorshipsOf(around))
  await put('mentoringSessions', meetingsOf(around))
  const { cultivationPlans, cultivationItems } = plansOf(around)
  await put('cultivationPlans', cultivationPlans)
  await put('cultivationItems', cultivationItems)
  const { courses, courseSessions, courseParticipants, courseAttendances } = coursesOf(around)
  await put('courses', courses)
  await put('courseSessions', courseSessions)
  await put('courseParticipants', courseParticipants)
  await put('courseAttendances', courseAttendances)
  const { onTrial, trialPosts, evaluations, evaluationAnswers } = trialsOf(around)
  await put('trialPosts', trialPosts)
  await put('evaluations', evaluations)
  await put('evaluationAnswers', evaluationAnswers)
  for (const id of onTrial)
    await updateTalent(transaction, { countyCode }, id, { status: 'trial-post' })
  await put('appraisals', appraisalsOf(around))
  await put('attendances', attendancesOf(around))
}

/** Those of the demonstration's own mentor are there already. */
function mentorshipsOf({ countyCode, growers, accounts }: Around): Database['mentorships'][] {
  return growers.flatMap(({ id: talentId, mentorId }) => {
    const mentor = mentorId === null ? undefined : accounts.get(mentorId)
    if (!mentor || mentorId === 'demo-mentor') return []
    return [{ countyCode, mentorId: mentor.id, talentId, startedOn: '2026-03-02', endedOn: null }]
  })
}
