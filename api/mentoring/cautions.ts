import type { Context } from 'hono'
import type { z } from 'zod'
import { listFamilyLinksOf } from '../../db/family-links.ts'
import { listMeetingDays } from '../../db/mentoring-sessions.ts'
import { listRelativesAmong } from '../../db/relatives.ts'
import type { Env } from '../context.ts'
import type { Caution as CautionShape } from '../shapes/mentoring.ts'

export type Caution = z.infer<typeof CautionShape>
/** A mentor; `talentId` where the profile names the person of the pool. */
export type MentorPerson = { id: string; name: string; talentId: string | null }
type Person = { id: string; name: string }
/** What is to be said of a pair; nothing where no kin is known. */
export type KinOf = (mentorId: string, talentId: string) => Caution[]

/**
 * Kin among mentors and people: barred family links of the pool, and relatives of the mentor's name whom a person named.
 * A relative that somebody said is another human being does not count.
 */
export async function kinAmong(
  c: Context<Env>,
  mentors: readonly MentorPerson[],
  people: readonly Person[],
): Promise<KinOf> {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const asPeople = mentors.flatMap(({ talentId, name }) =>
    talentId === null ? [] : [{ id: talentId, name }],
  )
  const fewer = asPeople.length < people.length ? asPeople : people
  const links = new Map<string, string>()
  for (const { id } of fewer)
    for (const { talentId, relativeId, relation, isBarred } of await listFamilyLinksOf(
      db,
      scope,
      id,
    ))
      if (isBarred === 1) links.set(pairOf(talentId, relativeId), relation)
  const ids = [...asPeople, ...people].map(({ id }) => id)
  const named = Map.groupBy(await listRelativesAmong(db, scope, ids), ({ talentId }) => talentId)
  const isNamed = (who: string, other: { id: string | null; name: string }) =>
    (named.get(who) ?? []).some(
      ({ name, linkedId, refusedIds, relation }) =>
        name === other.name &&
        !relation.includes('远') &&
        (linkedId === null || linkedId === other.id) &&
        (other.id === null || !refusedIds.includes(other.id)),
    )
  const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]))
  const personById = new Map(people.map((person) => [person.id, person]))
  return (mentorId, talentId) => {
    const [mentor, person] = [mentorById.get(mentorId), personById.get(talentId)]
    if (!mentor || !person) return []
    const relation = mentor.talentId && links.get(pairOf(mentor.talentId, talentId))
    if (relation) return [KIN_BY_LINK]
    const isByName =
      isNamed(talentId, { id: mentor.talentId, name: mentor.name }) ||
      (mentor.talentId !== null && isNamed(mentor.talentId, person))
    return isByName ? [KIN_BY_NAME] : []
  }
}

type Meeting = { talentId: string; heldOn: string; mentorId: string }

/** Of each meeting whether another mentor has one with the person on that day as well. */
export async function meetingsOfTwo(
  c: Context<Env>,
  meetings: readonly Meeting[],
): Promise<(meeting: Meeting) => Caution[]> {
  const rows = await listMeetingDays(
    c.var.db,
    { countyCode: c.var.countyCode },
    {
      talentIds: [...new Set(meetings.map(({ talentId }) => talentId))],
      days: [...new Set(meetings.map(({ heldOn }) => heldOn))],
    },
  )
  const byDay = Map.groupBy(rows, ({ talentId, heldOn }) => `${talentId} ${heldOn}`)
  return ({ talentId, heldOn, mentorId }) => {
    const of = byDay.get(`${talentId} ${heldOn}`) ?? []
    return of.some((other) => other.mentorId !== mentorId) ? [TWO_MENTORS] : []
  }
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ')
}

const KIN_BY_LINK: Caution = {
  code: 'kin',
  words: {
    zh: '导师与帮带对象是需要回避的亲属。请组织部门考虑更换导师；已有记录照常保留。',
    en: 'Mentor and mentee are near kin. Let the office think of another mentor; what was recorded stays.',
  },
}
const KIN_BY_NAME: Caution = {
  code: 'kin',
  words: {
    zh: '登记的亲属中有人与导师（或帮带对象）同名，可能是亲属。请核实；属实的，请组织部门考虑更换导师。',
    en: 'A relative on record has the name of the mentor (or of the mentee): they may be kin. Check it; if so, let the office think of another mentor.',
  },
}
const TWO_MENTORS: Caution = {
  code: 'two-mentors',
  words: {
    zh: '另一位导师当天也为此人记了一次帮带。如是同一次，计算成长时同一天只计一次，不必删除。',
    en: 'Another mentor recorded a session with this person on that day, too. Should it be the same, one day counts once; nothing needs to go.',
  },
}
