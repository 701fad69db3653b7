import type { Context } from 'hono'
import type { z } from 'zod'
import { listEntries } from '../../db/dictionaries.ts'
import { listMentorProfiles, listMentors, type MentorProfile } from '../../db/mentor-profiles.ts'
import { countMentees } from '../../db/mentorships.ts'
import type { Post } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { Mentors } from '../shapes/mentoring.ts'

export type MentorLine = z.infer<typeof Mentors>['mentors'][number]
export type Mentor = {
  line: MentorLine
  profile: MentorProfile | undefined
}

/** Every mentor of the county who is not closed, with the load of now; one of them where `only` names an account. */
export async function mentorsOf(c: Context<Env>, only?: string): Promise<Mentor[]> {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const accounts = await listMentors(db, scope, only)
  const rows = await listMentorProfiles(db, scope, only === undefined ? only : [only])
  const profiles = new Map(rows.map((profile) => [profile.mentorId, profile]))
  const counts = await countMentees(db, scope, only)
  const { cultivation } = await policyInForce(c)
  const names = await placeNames(c)
  const entries = await listEntries(db, scope, 'skills')
  const skills = new Map(entries.map(({ id, zh, en }) => [id, { id, words: { zh, en } }]))
  const place = (code: string | null) =>
    code === null ? null : { code, name: names.get(code) ?? code }
  return accounts.map(({ id, name, position }) => {
    const profile = profiles.get(id)
    return {
      profile,
      line: {
        ...{ id, name, position, township: place(profile?.townshipCode ?? null) },
        village: place(profile?.villageCode ?? null),
        posts: (profile?.posts ?? []) as Post[],
        skills: (profile?.skills ?? []).flatMap((skill) => skills.get(skill) ?? []),
        mentees: counts.get(id) ?? 0,
        menteesMax: profile?.menteesMax ?? cultivation.menteesMax,
      },
    }
  })
}

export async function mentorOf(c: Context<Env>, id: string): Promise<Mentor> {
  const [mentor] = await mentorsOf(c, id)
  if (mentor) return mentor
  throw noMentor()
}

export function noMentor(): Problem {
  return new Problem('not-found', {
    zh: '没有这个导师账号，或账号已停用。请从导师账号中选择，需要时请系统管理员先建立。',
    en: 'There is no such account of a mentor, or it is closed. Choose one, or have the administrator make it.',
  })
}
