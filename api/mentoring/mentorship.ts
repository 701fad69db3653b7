import type { Context } from 'hono'
import { findSuccessorOf } from '../../db/mentees.ts'
import { findMentorship } from '../../db/mentorships.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { Problem } from '../problem.ts'

/** Days after the end of a mentorship in which a phone may still send what was held before it. */
export const LATE_DAYS = 30

/** A record that was merged into another while the phone was offline leads to the one that stayed. */
export async function standingId(c: Context<Env>, talentId: string): Promise<string> {
  const { db, countyCode } = c.var
  return (await findSuccessorOf(db, { countyCode }, talentId)) ?? talentId
}

/** The mentorship of whoever asks with the person, that goes on or ended not long ago. */
export async function mentorshipFor(c: Context<Env>, given: string) {
  const { db, countyCode, session } = c.var
  const scope = { countyCode }
  const talentId = await standingId(c, given)
  const found = await findMentorship(db, scope, { mentorId: session.account.id, talentId })
  if (!found) {
    await recordMiss(c, 'mentoring.missed', given)
    throw noMentee()
  }
  const { endedOn } = found
  if (endedOn !== null && c.var.today() > daysAfter(endedOn, LATE_DAYS)) throw endedLongAgo(endedOn)
  return found
}

export function noMentee(): Problem {
  return new Problem('not-found', {
    zh: '此人不在您的帮带对象中。请从“我的对象”中选择；帮带关系由组织部门建立。',
    en: 'You do not look after this person. Choose one of your mentees; the office begins mentorships.',
  })
}

function endedLongAgo(endedOn: string): Problem {
  return new Problem('conflict', {
    zh: `帮带关系已于 ${endedOn} 结束，超过 ${LATE_DAYS} 天后不再接收补记。如确有漏记，请把情况告诉组织部门。`,
    en: `The mentorship ended on ${endedOn}; what arrives more than ${LATE_DAYS} days later is not taken. Tell the office of what lacks.`,
  })
}
