import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import { listAccounts } from '../../db/accounts.ts'
import { idsIn, listMeetings } from '../../db/cultivation-overview.ts'
import { listMentorships } from '../../db/mentorships.ts'
import { insertMessages, listMentorsTold, type Message } from '../../db/messages.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { lateDays } from '../nominees/shown.ts'
import { policyInForce } from '../people-by-id.ts'

type Answer = { told: number; people: number }
type Late = { mentorId: string; talentId: string; lateDays: number }

/** Tells mentors of people whom nobody met within the days of the policy; once a day for each pair. */
export async function remindMentors(c: Context<Env>, talents: readonly string[]): Promise<Answer> {
  const late = await latePairs(c, new Set(talents))
  const { countyCode, clock } = c.var
  // Midnight UTC, when offices in China open: 8 in the morning.
  const since = `${clock().toISOString().slice(0, 10)}T00:00:00.000Z`
  return changing(c, async (transaction, tell) => {
    const told = await listMentorsTold(transaction, { countyCode }, since)
    const due = late.filter(({ mentorId, talentId }) => !told.has(`${mentorId} ${talentId}`))
    const at = clock().toISOString()
    const messages = due.map(
      ({ mentorId, talentId, lateDays }): Message => ({
        ...{ id: newId(), accountId: mentorId, kind: 'meeting-late', nomineeId: null, at },
        ...{ detail: { talent: talentId, lateDays }, readAt: null },
      }),
    )
    await insertMessages(transaction, { countyCode }, messages)
    const people = [...new Set(due.map(({ talentId }) => talentId))]
    const answer = {
      told: new Set(due.map(({ mentorId }) => mentorId)).size,
      people: people.length,
    }
    tell({ action: 'mentor.reminded', subjects: people, detail: answer })
    return answer
  })
}

async function latePairs(c: Context<Env>, among: ReadonlySet<string>): Promise<Late[]> {
  const { db, scope, countyCode } = c.var
  const today = c.var.today()
  const { cultivation } = await policyInForce(c)
  const pairs = (await listMentorships(db, scope)).filter(
    ({ talentId, endedOn }) => endedOn === null && among.has(talentId),
  )
  const accounts = await listAccounts(db, { countyCode })
  const active = new Set(accounts.filter(({ state }) => state === 'active').map(({ id }) => id))
  const last = new Map<string, string>()
  for (const { heldOn, ids } of await listMeetings(db, scope, ''))
    for (const id of idsIn(ids)) if (among.has(id)) last.set(id, heldOn)
  return pairs
    .filter(({ mentorId }) => active.has(mentorId))
    .map(({ mentorId, talentId, startedOn }) => {
      const by = daysAfter(last.get(talentId) ?? startedOn, cultivation.meetEveryDays)
      return { mentorId, talentId, lateDays: lateDays(by, today) }
    })
    .filter((one) => one.lateDays > 0)
}
