import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { addTo, takeBackByOffice, takeOwnBack } from './mentoring/correcting.ts'
import { homeOf } from './mentoring/home.ts'
import { keepSession } from './mentoring/keeping.ts'
import { sessionPage } from './mentoring/listing.ts'
import { noteOf, removeNote, writeNote } from './mentoring/notes.ts'
import { answerByMentor } from './mentorships/answering.ts'
import { Done } from './shapes/account.ts'
import {
  Addition,
  MentoringHome,
  Note,
  NoteBody,
  OwnAnswer,
  Proposal,
  SessionAnswer,
  SessionBody,
  SessionPage,
  TakingBack,
} from './shapes/mentoring.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = valid('param', z.object({ id: z.string().max(64) }))
const Whose = z.object({ talent: z.string().max(64) })
const Before = z.string().max(80).optional()
const DONE = { done: true as const }

/** The mentor's own work: the people, the meetings, what is kept for oneself. */
export const mentoring = new Hono<Env>()
  .get(
    '/',
    describe('Mentees at a glance, what is due, and what the phone offers', {
      schema: MentoringHome,
    }),
    may('mentoring.read'),
    async (c) => {
      const home = await homeOf(c)
      const subjects = [...home.mentees, ...home.proposals].map(({ talent }) => talent.id)
      await record(c, { action: 'mentoring.read', subjects: [...new Set(subjects)] })
      return c.json(home)
    },
  )
  .get(
    '/sessions',
    describe('Own sessions, the latest first', { schema: SessionPage }, 404, 422),
    may('mentoring.read'),
    valid('query', z.object({ talent: z.string().max(64).optional(), before: Before })),
    async (c) => {
      const { talent: talentId, before } = c.req.valid('query')
      if (talentId !== undefined) await talentOf(c, talentId)
      return c.json(await sessionPage(c, { talentId, before, mentorId: c.var.session.account.id }))
    },
  )
  .post(
    '/sessions',
    describe(
      'Keeps a session once: 201 when it is new, 200 when the same id comes again',
      { status: 201, schema: SessionAnswer },
      404,
      409,
      422,
    ),
    may('mentoring.log'),
    valid('json', SessionBody),
    async (c) => {
      const { isNew, ...answer } = await keepSession(c, c.req.valid('json'))
      return c.json(answer, isNew ? 201 : 200)
    },
  )
  .post(
    '/sessions/:id/additions',
    describe(
      'Adds to an own session; what was signed stays',
      { schema: SessionAnswer },
      404,
      409,
      422,
    ),
    may('mentoring.log'),
    Id,
    valid('json', Addition),
    async (c) => c.json(await addTo(c, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/sessions/:id/taking-back',
    describe(
      'Takes an own session back within seven days; it stays readable with the reason',
      { schema: SessionAnswer },
      404,
      409,
      422,
    ),
    may('mentoring.log'),
    Id,
    valid('json', TakingBack),
    async (c) => c.json(await takeOwnBack(c, c.req.valid('param').id, c.req.valid('json').reason)),
  )
  .get(
    '/notes',
    describe('The own note about a mentee, with its revision as ETag', { schema: Note }, 404, 422),
    may('mentoring.read'),
    valid('query', Whose),
    async (c) => {
      const note = await noteOf(c, c.req.valid('query').talent)
      c.header('etag', `"${note.revision}"`)
      return c.json(note)
    },
  )
  .put(
    '/notes',
    describe(
      'Writes the own note about a mentee; If-Match "0" where there is none',
      { schema: Note },
      404,
      412,
      422,
      428,
    ),
    may('mentoring.log'),
    valid('query', Whose),
    valid('json', NoteBody),
    async (c) => {
      const note = await writeNote(c, c.req.valid('query').talent, c.req.valid('json').text)
      c.header('etag', `"${note.revision}"`)
      return c.json(note)
    },
  )
  .delete(
    '/notes',
    describe('Takes the own note away for good', { schema: Done }, 404, 412, 422, 428),
    may('mentoring.log'),
    valid('query', Whose),
    async (c) => {
      await removeNote(c, c.req.valid('query').talent)
      return c.json(DONE)
    },
  )
  .post(
    '/proposals/:id/answer',
    describe(
      'The mentor agrees to look after somebody, or not',
      { schema: Proposal },
      404,
      409,
      422,
    ),
    may('mentoring.log'),
    Id,
    valid('json', OwnAnswer),
    async (c) =>
      c.json(await answerByMentor(c, c.req.valid('param').id, c.req.valid('json').answer)),
  )

/** What is shared of the meetings of one person: for offices, and for every mentor of the person. */
export const talentSessions = new Hono<Env>().get(
  '/:id/sessions',
  describe('Sessions with a person, the latest first', { schema: SessionPage }, 404, 422),
  may('cultivation.read'),
  Id,
  valid('query', z.object({ before: Before })),
  async (c) => {
    const { id: talentId } = await talentOf(c, c.req.valid('param').id)
    return c.json(await sessionPage(c, { talentId, before: c.req.valid('query').before }))
  },
)

/** Once the mentor's days are over an office takes a session back that is wrong. */
export const officeSessions = new Hono<Env>().post(
  '/sessions/:id/taking-back',
  describe('Takes a session back, with the reason', { schema: SessionAnswer }, 404, 409, 422),
  may('cultivation.write'),
  Id,
  valid('json', TakingBack),
  async (c) =>
    c.json(await takeBackByOffice(c, c.req.valid('param').id, c.req.valid('json').reason)),
)
