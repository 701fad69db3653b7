import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listEntries } from '../../db/dictionaries.ts'
import { putMentorProfile } from '../../db/mentor-profiles.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { listTownships } from '../../db/townships.ts'
import { listVillages } from '../../db/villages.ts'
import { may } from '../access.ts'
import { changing, record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { Mentors, ProfileAnswer, ProfileBody } from '../shapes/mentoring.ts'
import { valid } from '../validate.ts'
import { type Mentor, mentorOf, mentorsOf, noMentor } from './mentors.ts'
import { requireFittingProfile } from './profile-checks.ts'

const Account = valid('param', z.object({ account: z.string().max(64) }))

/** What mentors say of themselves, or an office for them: where they work, what they can, how many people they take. */
export const mentorProfiles = new Hono<Env>()
  .get(
    '/',
    describe('Every mentor with the load of now', { schema: Mentors }),
    may('mentorships.read'),
    async (c) => {
      await record(c, { action: 'mentors.read' })
      return c.json({ mentors: (await mentorsOf(c)).map(({ line }) => line) })
    },
  )
  .get(
    '/:account',
    describe('The profile of a mentor, with its revision as ETag', { schema: ProfileAnswer }, 404),
    may('mentor-profile.write'),
    Account,
    async (c) => {
      const mentor = await reachedOf(c, c.req.valid('param').account)
      await record(c, { action: 'mentor-profile.read', subjects: [mentor.line.id] })
      return answer(c, mentor)
    },
  )
  .put(
    '/:account',
    describe(
      'Keeps the profile; If-Match "0" where there is none',
      { schema: ProfileAnswer },
      ...([404, 412, 422, 428] as const),
    ),
    may('mentor-profile.write'),
    Account,
    valid('json', ProfileBody),
    async (c) => {
      const mentor = await reachedOf(c, c.req.valid('param').account)
      const revision = revisionOf(c)
      const given = c.req.valid('json')
      await requireFittingProfile(c, mentor, given)
      const { township, village, talent, posts, skills, menteesMax } = given
      const { id: mentorId } = mentor.line
      const row = {
        ...{ mentorId, townshipCode: township, villageCode: village, talentId: talent },
        ...{ posts: [...new Set(posts)], skills: [...new Set(skills)], menteesMax },
      }
      await changing(c, async (transaction, tell) => {
        const scope = { countyCode: c.var.countyCode }
        if (!(await putMentorProfile(transaction, scope, row, revision))) throw changedMeanwhile()
        tell({ action: 'mentor-profile.changed', subjects: [mentorId], detail: { menteesMax } })
      })
      return answer(c, await mentorOf(c, mentorId))
    },
  )

/** A mentor reaches the own profile alone. */
async function reachedOf(c: Context<Env>, id: string): Promise<Mentor> {
  const { account } = c.var.session
  if (account.role === 'mentor' && account.id !== id) throw noMentor()
  return mentorOf(c, id)
}

async function answer(c: Context<Env>, mentor: Mentor) {
  const { line, profile } = mentor
  const revision = profile?.revision ?? 0
  c.header('etag', `"${revision}"`)
  const shown = {
    ...{ ...line, talent: await talentShown(c, profile?.talentId ?? null) },
    ...{ ownMax: profile?.menteesMax ?? null, revision },
  }
  return c.json({ profile: shown, choices: await choicesOf(c) })
}

/** The name where the account sees the person. */
async function talentShown(c: Context<Env>, id: string | null) {
  if (id === null) return null
  const names = await namesOfTalents(c.var.db, c.var.scope, [id])
  return { id, name: names.get(id) ?? '' }
}

/** Places are public facts, which a mentor has no other way to read. */
async function choicesOf(c: Context<Env>) {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const villages = Map.groupBy(await listVillages(db, scope), ({ townshipCode }) => townshipCode)
  const townships = await listTownships(db, scope)
  const skills = await listEntries(db, scope, 'skills')
  return {
    townships: townships.map(({ code, name }) => ({
      ...{ code, name },
      villages: (villages.get(code) ?? []).map(({ code, name }) => ({ code, name })),
    })),
    skills: skills
      .filter(({ isRetired }) => isRetired === 0)
      .map(({ id, zh, en }) => ({ id, words: { zh, en } })),
  }
}
