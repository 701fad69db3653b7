import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listAccountsAmong } from '../db/accounts.ts'
import { endMentorship, findMentorship, listMentorships } from '../db/mentorships.ts'
import { namesOfTalents } from '../db/talents.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { beginMentorships } from './mentorships/beginning.ts'
import { handMenteesOver } from './mentorships/handing-over.ts'
import { mentorOf } from './mentorships/mentors.ts'
import { suggestedFor } from './mentorships/suggesting.ts'
import { policyInForce } from './people-by-id.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { HandoverBody, HandoverDone, Suggestions } from './shapes/mentoring.ts'
import { Mentorships } from './shapes/mentorship.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = z.string().max(64)
const Link = z.object({ mentor: Id, talent: Id })
const DONE = { done: true as const }

/** Who looks after whom. A mentor sees the people of links that go on, from the next request. */
export const mentorships = new Hono<Env>()
  .get(
    '/',
    describe('Who looks after whom, and what has ended', { schema: Mentorships }, 422),
    may('mentorships.read'),
    valid('query', z.object({ mentor: Id.optional(), talent: Id.optional() })),
    async (c) => {
      const { db, scope, countyCode } = c.var
      const { mentor: mentorId, talent: talentId } = c.req.valid('query')
      const rows = await listMentorships(db, scope, {
        ...(mentorId !== undefined && { mentorId }),
        ...(talentId !== undefined && { talentId }),
      })
      const ids = [...new Set(rows.map(({ talentId }) => talentId))]
      const names = await namesOfTalents(db, scope, ids)
      const mentors = rows.map(({ mentorId }) => mentorId)
      const accounts = await listAccountsAmong(db, { countyCode }, mentors)
      await record(c, { action: 'mentorships.read', subjects: ids })
      return c.json({
        mentorships: rows.map(({ mentorId, talentId, startedOn, endedOn }) => {
          const { name = '', position = null } = accounts.get(mentorId) ?? {}
          const talent = { id: talentId, name: names.get(talentId) ?? '' }
          return { mentor: { id: mentorId, name, position }, talent, startedOn, endedOn }
        }),
      })
    },
  )
  .put(
    '/:mentor/:talent',
    describe('Begins a mentorship, or takes up one that ended', { schema: Done }, 404),
    may('mentorships.write'),
    valid('param', Link),
    async (c) => {
      await begin(c, c.req.valid('param'))
      return c.json(DONE)
    },
  )
  .delete(
    '/:mentor/:talent',
    describe('Ends a mentorship; that it was stays known', { schema: Done }, 404),
    may('mentorships.write'),
    valid('param', Link),
    async (c) => {
      const { mentor: mentorId, talent } = c.req.valid('param')
      const { id: talentId } = await talentOf(c, talent)
      await changing(c, async (transaction, tell) => {
        const ending = { mentorId, talentId, endedOn: c.var.today() }
        if (!(await endMentorship(transaction, c.var.scope, ending))) throw noMentorship()
        tell({ action: 'mentorship.ended', subjects: [talentId, mentorId] })
      })
      return c.json(DONE)
    },
  )
  .get(
    '/suggestions',
    describe('Mentors who suit a person, with the reasons', { schema: Suggestions }, 404, 422),
    may('mentorships.read'),
    valid('query', z.object({ talent: Id })),
    async (c) => {
      const { talent } = c.req.valid('query')
      const suggestions = await suggestedFor(c, talent)
      await record(c, { action: 'mentor-suggestions.read', subjects: [talent] })
      return c.json(suggestions)
    },
  )
  .post(
    '/handovers',
    describe(
      'The people of a mentor who leaves go to others; all of it or nothing',
      { schema: HandoverDone },
      ...([404, 409, 422] as const),
    ),
    may('mentorships.write'),
    valid('json', HandoverBody),
    async (c) => c.json(await handMenteesOver(c, c.req.valid('json'))),
  )

/** A mentor who can still sign in, or will once confirmed, and a person of the scope. What goes on stays as it began. */
async function begin(c: Context<Env>, { mentor, talent }: z.infer<typeof Link>): Promise<void> {
  const { line } = await mentorOf(c, mentor)
  const { id: talentId } = await talentOf(c, talent)
  const known = await findMentorship(c.var.db, c.var.scope, { mentorId: line.id, talentId })
  if (known?.endedOn === null) return
  const policyMax = (await policyInForce(c)).cultivation.menteesMax
  await changing(c, (transaction, tell) =>
    beginMentorships(c, {
      ...{ transaction, tell, mentor: line, talentIds: [talentId], policyMax },
    }),
  )
}

function noMentorship(): Problem {
  return new Problem('not-found', {
    zh: '两人之间没有正在进行的帮带关系，可能已结束。',
    en: 'There is no mentorship between the two that goes on; it may have ended.',
  })
}
