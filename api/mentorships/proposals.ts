import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertProposal, listProposals, updateProposal } from '../../db/mentorship-proposals.ts'
import { findMentorship, holdMentor } from '../../db/mentorships.ts'
import { may } from '../access.ts'
import { changing, record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import { Done } from '../shapes/account.ts'
import {
  OfficeAnswer,
  OwnAnswer,
  OwnProposals,
  Proposal,
  ProposalBody,
  Proposals,
} from '../shapes/mentoring.ts'
import { talentOf } from '../talents.ts'
import { valid } from '../validate.ts'
import { answerInScope, isAnswered, proposalOf } from './answering.ts'
import { requireRoom } from './limits.ts'
import { mentorOf } from './mentors.ts'
import { proposalsShown } from './proposals-shown.ts'

const Id = valid('param', z.object({ id: z.string().max(64) }))
const Query = z.object({
  state: z.enum(['open', 'begun', 'refused', 'withdrawn']).optional(),
  talent: z.string().max(64).optional(),
})
const DONE = { done: true as const }

/** Pairs that an office proposes: they begin once the mentor and the person agreed. */
export const mentorshipProposals = new Hono<Env>()
  .get(
    '/',
    describe('Proposed pairs, the newest first', { schema: Proposals }, 422),
    may('mentorships.read'),
    valid('query', Query),
    async (c) => {
      const { state, talent: talentId } = c.req.valid('query')
      const rows = await listProposals(c.var.db, c.var.scope, { state, talentId })
      const subjects = [...new Set(rows.map((row) => row.talentId))]
      await record(c, { action: 'mentorship-proposals.read', subjects })
      return c.json({ proposals: await proposalsShown(c, rows) })
    },
  )
  .post(
    '/',
    describe('Proposes a pair', { status: 201, schema: Proposal }, 404, 409, 422),
    may('mentorships.write'),
    valid('json', ProposalBody),
    async (c) => c.json(await propose(c, c.req.valid('json')), 201),
  )
  .post(
    '/:id/answer',
    describe(
      'Writes down what the mentor or the person answered on paper',
      { schema: Proposal },
      404,
      409,
      422,
    ),
    may('mentorships.write'),
    Id,
    valid('json', OfficeAnswer),
    async (c) => c.json(await answerInScope(c, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/:id/withdrawal',
    describe('Withdraws a proposed pair', { schema: Done }, 404, 409),
    may('mentorships.write'),
    Id,
    async (c) => {
      const { id, talentId, mentorId } = await proposalOf(c, c.req.valid('param').id)
      await changing(c, async (transaction, tell) => {
        const change = { state: 'withdrawn' as const, endedAt: c.var.clock().toISOString() }
        if (!(await updateProposal(transaction, c.var.scope, id, change))) throw isAnswered()
        tell({ action: 'mentorship.withdrawn', subjects: [talentId, mentorId] })
      })
      return c.json(DONE)
    },
  )

/** The person's own: who would look after them, and the answer. */
export const ownMentorshipProposals = new Hono<Env>()
  .get(
    '/mentorship-proposals',
    describe('Mentors who are proposed to the person', { schema: OwnProposals }, 404),
    may('record.cultivation'),
    async (c) => {
      const { id: talentId } = await talentOf(c, c.var.scope.talentId ?? '')
      await record(c, { action: 'record.mentors-read', subjects: [talentId] })
      const rows = await listProposals(c.var.db, c.var.scope, { talentId })
      return c.json({ proposals: (await proposalsShown(c, rows)).map(ownShown) })
    },
  )
  .post(
    '/mentorship-proposals/:id/answer',
    describe('The person agrees to a mentor, or not', { schema: OwnProposals }, 404, 409, 422),
    may('record.cultivation'),
    Id,
    valid('json', OwnAnswer),
    async (c) => {
      const { answer } = c.req.valid('json')
      const shown = await answerInScope(c, c.req.valid('param').id, { who: 'talent', answer })
      return c.json({ proposals: [ownShown(shown)] })
    },
  )

async function propose(
  c: Context<Env>,
  { mentor: mentorId, talent, reason }: z.infer<typeof ProposalBody>,
) {
  const { line: mentor } = await mentorOf(c, mentorId)
  const { id: talentId } = await talentOf(c, talent)
  const { scope, clock, countyCode } = c.var
  const policyMax = (await policyInForce(c)).cultivation.menteesMax
  const id = newId()
  await changing(c, async (transaction, tell) => {
    await holdMentor(transaction, { countyCode }, mentorId)
    const going = await findMentorship(transaction, scope, { mentorId, talentId })
    if (going && going.endedOn === null) throw goesOn()
    const open = { state: 'open' as const, mentorId, talentId }
    if ((await listProposals(transaction, scope, open)).length > 0) throw isProposed()
    await requireRoom(c, transaction, mentor, { policyMax })
    await insertProposal(transaction, scope, {
      ...{ id, mentorId, talentId, reason, proposedAt: clock().toISOString() },
      proposedBy: c.var.session.account.id,
    })
    tell({ action: 'mentorship.proposed', subjects: [talentId, mentorId] })
  })
  return (await proposalsShown(c, [await proposalOf(c, id)]))[0]!
}

function ownShown(proposal: z.infer<typeof Proposal>) {
  const { id, mentor, reason, state, proposedAt, talentAnswer, talentAnsweredAt } = proposal
  return {
    ...{ id, mentor, reason, state, proposedAt },
    ...{ answer: talentAnswer, answeredAt: talentAnsweredAt },
  }
}

function goesOn(): Problem {
  return new Problem('conflict', {
    zh: '两人之间已有正在进行的帮带关系，不必再提。',
    en: 'A mentorship of the two goes on already.',
  })
}

function isProposed(): Problem {
  return new Problem('conflict', {
    zh: '这一对已经提出，正在等待答复。需要重新提出的，请先撤回。',
    en: 'This pair is proposed already and waits for answers. Withdraw it first to propose it anew.',
  })
}
