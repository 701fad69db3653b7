import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { listMenteesOf } from '../../db/mentees.ts'
import { findMentorProfile } from '../../db/mentor-profiles.ts'
import { countMentees, holdMentor } from '../../db/mentorships.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

type Mentor = { id: string; name: string }
/** `policyMax` holds where the profile says nothing; `more`: people who are to come. */
type Room = { policyMax: number; more?: number }

/**
 * Refuses more people than the mentor's limit, within the transaction that would begin the mentorship: others who begin
 * one of this mentor wait for it.
 */
export async function requireRoom(
  c: Context<Env>,
  transaction: Transaction<Database>,
  mentor: Mentor,
  { policyMax, more = 1 }: Room,
): Promise<void> {
  const county = { countyCode: c.var.countyCode }
  await holdMentor(transaction, county, mentor.id)
  const most = (await findMentorProfile(transaction, county, mentor.id))?.menteesMax ?? policyMax
  const count = (await countMentees(transaction, county, mentor.id)).get(mentor.id) ?? 0
  if (count + more <= most) return
  // The people of other townships are counted and not named; a person or a mentor who answers reads no names at all.
  const { role } = c.var.session.account
  const isOffice = role === 'county' || role === 'township'
  const seen = isOffice ? await listMenteesOf(transaction, c.var.scope, mentor.id) : []
  throw noRoom(mentor, { most, count, names: seen.map(({ name }) => name) })
}

type Full = { most: number; count: number; names: string[] }

function noRoom(mentor: Mentor, { most, count, names }: Full): Problem {
  const others = count - names.length
  const zh = [
    ...(names.length > 0 ? [names.join('、')] : []),
    ...(others > 0 ? [`另 ${others} 人`] : []),
  ]
  const en = [...names, ...(others > 0 ? [`${others} more`] : [])]
  return new Problem('conflict', {
    zh: `${mentor.name}最多带 ${most} 人，现在带 ${count} 人（${zh.join('，')}）。请换一位导师，或先结束一对帮带；确有余力的，可在导师资料中调高本人上限，或由县级组织部门调整政策中的上限。`,
    en: `${mentor.name} looks after ${most} people at most, and now after ${count} (${en.join(', ')}). Choose another mentor or end a mentorship first; whoever can do more has a higher limit in the mentor’s profile, or the county raises that of the policy.`,
  })
}
