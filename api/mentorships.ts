import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { findAccount, listAccounts } from '../db/accounts.ts'
import { endMentorship, listMentorships, putMentorship } from '../db/mentorships.ts'
import { namesOfTalents } from '../db/talents.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
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
      const accounts = new Map((await listAccounts(db, { countyCode })).map((it) => [it.id, it]))
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
      const link = await linkOf(c, c.req.valid('param'))
      const known = await listMentorships(c.var.db, c.var.scope, { mentorId: link.mentorId })
      const isGoingOn = known.some((it) => it.talentId === link.talentId && it.endedOn === null)
      if (isGoingOn) return c.json(DONE)
      await changing(c, async (transaction, tell) => {
        await putMentorship(transaction, c.var.scope, { ...link, startedOn: c.var.today() })
        tell({ action: 'mentorship.begun', subjects: [link.talentId, link.mentorId] })
      })
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

/** A mentor who can still sign in, or will once confirmed, and a person of the scope. */
async function linkOf(c: Context<Env>, { mentor, talent }: z.infer<typeof Link>) {
  const account = await findAccount(c.var.db, { countyCode: c.var.countyCode }, mentor)
  if (account?.role !== 'mentor' || account.state === 'closed') throw noMentor()
  const { id: talentId } = await talentOf(c, talent)
  return { mentorId: account.id, talentId }
}

function noMentor(): Problem {
  return new Problem('not-found', {
    zh: '没有这个导师账号，或账号已停用。请从导师账号中选择，需要时请系统管理员先建立。',
    en: 'There is no such account of a mentor, or it is closed. Choose one, or have the administrator make it.',
  })
}

function noMentorship(): Problem {
  return new Problem('not-found', {
    zh: '两人之间没有正在进行的帮带关系，可能已结束。',
    en: 'There is no mentorship between the two that goes on; it may have ended.',
  })
}
