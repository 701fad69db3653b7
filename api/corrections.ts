import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  answerCorrection,
  findCorrection,
  insertCorrection,
  listCorrections,
} from '../db/corrections.ts'
import { may } from './access.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { applyCorrection, currentOf, proposedOf, readProposed, sealed } from './corrected.ts'
import { describe } from './describe.ts'
import { mask } from './private-values.ts'
import { Problem } from './problem.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { forgetCounty } from './remembered.ts'
import { Done } from './shapes/account.ts'
import { CorrectedField, Corrections } from './shapes/record.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Asked = z.object({
  field: CorrectedField.meta({
    description: 'Anything without a field of its own is `other`; erasure is asked for by it, too',
  }),
  proposed: z.string().trim().min(1).max(500),
  note: z.string().trim().max(500).default(''),
})
const Answer = z.object({
  isAccepted: z.boolean(),
  answer: z
    .string()
    .trim()
    .min(4)
    .max(500)
    .meta({ description: 'The reason, as the person reads it' }),
})
const Reveal = z.object({ reason: Reason })
const Revealed = z.object({ value: z.string() })
const Made = z.object({ id: z.string() })
const Query = z.object({ state: z.enum(['open', 'accepted', 'refused']).optional() })
const Id = z.object({ id: z.string().max(64) })
/** Of one person: more are a quarrel to be talked over, not a list. */
const MOST_OPEN = 20

/** What a person asks to have corrected in the own record (PIPL 46); the answers are in `GET /record`. */
export const ownCorrections = new Hono<Env>().post(
  '/corrections',
  describe('Asks for a correction of the own record', { status: 201, schema: Made }, 409, 422),
  may('record.correct'),
  valid('json', Asked),
  async (c) => {
    const { field, proposed: typed, note } = c.req.valid('json')
    const { id: talentId } = await talentOf(c, c.var.scope.talentId ?? '')
    const proposed = readProposed(field, typed, c.var.today())
    const id = newId()
    const askedAt = c.var.clock().toISOString()
    await changing(c, async (transaction, tell) => {
      const open = await listCorrections(transaction, c.var.scope, { talentId, state: 'open' })
      if (open.length >= MOST_OPEN) throw tooManyOpen()
      const row = {
        id,
        talentId,
        field,
        proposed: sealed(c, { id, field, proposed }),
        note,
        askedAt,
      }
      await insertCorrection(transaction, c.var.scope, row)
      const detail = { correction: id, field }
      tell({ action: 'correction.asked', subjects: [talentId], detail })
    })
    return c.json({ id }, 201)
  },
)

export const corrections = new Hono<Env>()
  .get(
    '/',
    describe('Corrections that people asked for, the oldest first', { schema: Corrections }, 422),
    may('corrections.answer'),
    valid('query', Query),
    async (c) => {
      const { state } = c.req.valid('query')
      const rows = await listCorrections(
        c.var.db,
        c.var.scope,
        state === undefined ? {} : { state },
      )
      const { people } = await c.var.county()
      // Whoever was erased is nobody's concern any more.
      const shown = rows.filter(({ talentId }) => people.has(talentId))
      const subjects = shown.map(({ talentId }) => talentId)
      await record(c, { action: 'corrections.read', subjects })
      return c.json({ corrections: await Promise.all(shown.map((row) => shownOf(c, row))) })
    },
  )
  .post(
    '/:id/answer',
    describe(
      'Accepts or refuses, with the reason; what is accepted is changed in the record',
      { schema: Done },
      404,
      409,
      422,
    ),
    may('corrections.answer'),
    valid('param', Id),
    valid('json', Answer),
    async (c) => {
      const { isAccepted, answer } = c.req.valid('json')
      const row = await correctionOf(c, c.req.valid('param').id)
      if (row.state !== 'open') throw answeredAlready()
      await storeAnswer(c, row, { isAccepted, answer })
      if (isAccepted) forgetCounty(c.var.db)
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:id/reveals',
    describe(
      'The telephone number that was proposed; the reason is written down',
      { schema: Revealed },
      404,
      422,
      429,
    ),
    may('private.reveal'),
    valid('param', Id),
    valid('json', Reveal),
    async (c) => {
      const { reason } = c.req.valid('json')
      const row = await correctionOf(c, c.req.valid('param').id)
      const { id, field, talentId } = row
      requireImpersonal(reason, (await talentOf(c, talentId)).name)
      await c.var.limits.requireCalmReveal(c.var.session.account.id)
      const detail = { field, correction: id }
      await record(c, { action: 'private.revealed', subjects: [talentId], reason, detail })
      return c.json({ value: proposedOf(c, row) })
    },
  )

type Row = NonNullable<Awaited<ReturnType<typeof findCorrection>>>

async function shownOf(c: Context<Env>, row: Row) {
  const { people } = await c.var.county()
  const { id, name, homeVillage } = people.get(row.talentId)!
  const field = CorrectedField.parse(row.field)
  const proposed = proposedOf(c, row)
  const { note, state, answer, askedAt, answeredAt } = row
  return {
    ...{ id: row.id, field, note, state, answer, askedAt, answeredAt },
    person: { id, name, homeVillage },
    proposed: field === 'phone' ? (mask(proposed) ?? '') : proposed,
    current: await currentOf(c, row.talentId, field),
  }
}

/** The answer, the changed field and the entry that tells of them stand or fall together. */
async function storeAnswer(
  c: Context<Env>,
  row: Row,
  { isAccepted, answer }: z.infer<typeof Answer>,
): Promise<void> {
  const { id, talentId, field } = row
  const answeredAt = c.var.clock().toISOString()
  const answeredBy = c.var.session.account.id
  const state = isAccepted ? ('accepted' as const) : ('refused' as const)
  await changing(c, async (transaction, tell) => {
    const given = { state, answer, answeredAt, answeredBy }
    if (!(await answerCorrection(transaction, c.var.scope, id, given))) throw answeredAlready()
    if (isAccepted) await applyCorrection(c, transaction, row)
    const detail = { correction: id, field, isAccepted }
    tell({ action: 'correction.answered', subjects: [talentId], detail })
  })
}

async function correctionOf(c: Context<Env>, id: string): Promise<Row> {
  const row = await findCorrection(c.var.db, c.var.scope, id)
  if (row) {
    await talentOf(c, row.talentId)
    return row
  }
  await recordMiss(c, 'correction.missed', id)
  throw new Problem('not-found', {
    zh: '没有这项更正申请。请从列表中选择。',
    en: 'There is no such request for a correction. Choose one from the list.',
  })
}

function tooManyOpen(): Problem {
  return new Problem('conflict', {
    zh: `您已有 ${MOST_OPEN} 项更正申请待答复。请等组织部门答复后再提，或到乡镇（街道）组织办公室当面说明。`,
    en: `${MOST_OPEN} of your requests wait for an answer. Wait for them, or speak with the organisation office of the township.`,
  })
}

function answeredAlready(): Problem {
  return new Problem('already-finished', {
    zh: '这项更正申请已答复，不能再改；如有不同情况，请本人另提一项。',
    en: 'This request was answered and stays so; the person may make another.',
  })
}
