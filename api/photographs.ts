import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  findPhotograph,
  findRemovedPhotograph,
  markPhotograph,
  type StoredPhotograph,
} from '../db/photographs.ts'
import { may } from './access.ts'
import { sentFile } from './attachments/sent.ts'
import { record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changeTalent } from './portrait/changes.ts'
import { Problem } from './problem.ts'
import { Changed } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })

/** The photograph of a person, which came with an appointment form. */
export const photographs = new Hono<Env>()
  .get(
    '/:id/photograph',
    describe(
      'The photograph as it came',
      { schema: z.string(), media: 'image/jpeg' },
      ...([404, 500] as const),
    ),
    may('portrait.read'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      await talentOf(c, id)
      const row = await findPhotograph(c.var.db, c.var.scope, id)
      if (!row) throw await missed(c, id)
      await record(c, { action: 'photograph.read', subjects: [id, row.id] })
      return sentFile(c, row)
    },
  )
  .delete(
    '/:id/photograph',
    describe(
      'Removes it; for 30 days the removal can be taken back',
      { schema: Changed },
      ...([403, 404, 412, 428] as const),
    ),
    may('talent.write'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await findPhotograph(c.var.db, c.var.scope, id)
      if (!row) throw await missed(c, id)
      const by = c.var.session.account.id
      const removal = { removedAt: c.var.clock().toISOString(), removedBy: by }
      return c.json(await marked(c, 'photograph.removed', row, removal))
    },
  )
  .post(
    '/:id/photograph/restoration',
    describe(
      'Takes the last removal back',
      { schema: Changed },
      ...([403, 404, 409, 412, 428] as const),
    ),
    may('talent.write'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const { db, scope } = c.var
      const row = await findRemovedPhotograph(db, scope, id)
      if (!row) throw await missed(c, id)
      if (await findPhotograph(db, scope, id)) throw another()
      const removal = { removedAt: null, removedBy: null }
      return c.json(await marked(c, 'photograph.restored', row, removal))
    },
  )

/** The person sees the own one. */
export const ownPhotograph = new Hono<Env>().get(
  '/photograph',
  describe(
    'The own photograph',
    { schema: z.string(), media: 'image/jpeg' },
    ...([404, 500] as const),
  ),
  may('record.read'),
  async (c) => {
    const id = c.var.scope.talentId ?? ''
    const row = await findPhotograph(c.var.db, c.var.scope, id)
    if (!row) throw await missed(c, id)
    await record(c, { action: 'photograph.read', subjects: [id, row.id] })
    return sentFile(c, row)
  },
)

/** By the revision that was seen, like any change of a portrait. */
function marked(
  c: Context<Env>,
  action: string,
  { id, talentId, name }: StoredPhotograph,
  removal: Pick<StoredPhotograph, 'removedAt' | 'removedBy'>,
) {
  return changeTalent(c, { id: talentId, action }, async (transaction) => {
    const isMarked = await markPhotograph(transaction, c.var.scope, id, removal)
    const isGone = removal.removedAt !== null
    const said = isGone ? { before: name, after: null } : { before: null, after: name }
    return { kept: isMarked ? [{ field: 'photograph', ...said }] : [] }
  })
}

async function missed(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'photograph.missed', id)
  return new Problem('not-found', {
    zh: '画像中没有照片，可能已被移除，或不在您的范围。',
    en: 'The portrait has no photograph: it was removed, or is outside your scope.',
  })
}

function another(): Problem {
  return new Problem('conflict', {
    zh: '画像中已有另一张照片。要恢复原来的，请先移除现有照片。',
    en: 'The portrait has another photograph by now: remove that one first.',
  })
}
