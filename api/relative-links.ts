import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { putFamilyLink, removeFamilyLink } from '../db/family-links.ts'
import { findRelative, listNamesakes, type RelativeFacts, updateRelative } from '../db/relatives.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changeTalent } from './portrait/changes.ts'
import { noSuchPart } from './portrait/parts.ts'
import { isBarring } from './portrait/relations.ts'
import { isSame } from './portrait/relatives-shown.ts'
import { Changed } from './shapes/portrait.ts'
import { Link, Refusal } from './shapes/portrait-input.ts'
import { invalid, valid } from './validate.ts'

const One = z.object({ id: z.string().max(64), relative: z.string().max(64) })

/** Who of the pool a relative is: that a person confirms, never the program. */
export const relativeLinks = new Hono<Env>()
  .post(
    '/:id/relatives/:relative/link',
    describe(
      'Says that the relative is this person of the pool; rules on kinship then see it',
      { schema: Changed },
      403,
      404,
      412,
      422,
      428,
    ),
    may('talent.write'),
    valid('param', One),
    valid('json', Link),
    async (c) => {
      const { id: talentId, relative: id } = c.req.valid('param')
      const { talent: linkedId, relation, isBarred } = c.req.valid('json')
      const { scope } = c.var
      const act = { id: talentId, action: 'relative.linked' }
      const done = await changeTalent(c, act, async (transaction) => {
        const before = await relativeOf(c, transaction, { talentId, id })
        if (before.linkedId === linkedId) return { kept: [] }
        const namesakes = await listNamesakes(transaction, scope, [before.name])
        const same = namesakes.find((one) => one.id === linkedId && isSame(before, one))
        if (!same || linkedId === talentId) throw noMatch()
        await updateRelative(transaction, scope, { talentId, id }, { linkedId })
        if (before.linkedId !== null)
          await removeFamilyLink(transaction, scope, [talentId, before.linkedId])
        await putFamilyLink(transaction, scope, [talentId, linkedId], {
          relation,
          isBarred: (isBarred ?? isBarring(relation)) ? 1 : 0,
        })
        return { kept: [{ field: 'family', before: null, after: said(before) }] }
      })
      return c.json(done)
    },
  )
  .delete(
    '/:id/relatives/:relative/link',
    describe('Takes a link back', { schema: Changed }, 403, 404, 412, 428),
    may('talent.write'),
    valid('param', One),
    async (c) => {
      const { id: talentId, relative: id } = c.req.valid('param')
      const act = { id: talentId, action: 'relative.unlinked' }
      const done = await changeTalent(c, act, async (transaction) => {
        const before = await relativeOf(c, transaction, { talentId, id })
        if (before.linkedId === null) return { kept: [] }
        await unlink(c, transaction, { ...before, linkedId: before.linkedId })
        return { kept: [{ field: 'family', before: said(before), after: null }] }
      })
      return c.json(done)
    },
  )
  .post(
    '/:id/relatives/:relative/refusals',
    describe(
      'Says that the relative is not this person, who is proposed no more',
      { schema: Changed },
      403,
      404,
      412,
      422,
      428,
    ),
    may('talent.write'),
    valid('param', One),
    valid('json', Refusal),
    async (c) => {
      const { id: talentId, relative: id } = c.req.valid('param')
      const { talent } = c.req.valid('json')
      const act = { id: talentId, action: 'relative.refused' }
      const done = await changeTalent(c, act, async (transaction) => {
        const before = await relativeOf(c, transaction, { talentId, id })
        if (before.refusedIds.includes(talent)) return { kept: [] }
        const namesakes = await listNamesakes(transaction, c.var.scope, [before.name])
        if (!namesakes.some((one) => one.id === talent && isSame(before, one))) throw noMatch()
        const refusedIds = [...before.refusedIds, talent]
        await updateRelative(transaction, c.var.scope, { talentId, id }, { refusedIds })
        return { kept: [{ field: 'refusedNamesakes', before: null, after: said(before) }] }
      })
      return c.json(done)
    },
  )

export async function relativeOf(c: Context<Env>, db: Db, key: { talentId: string; id: string }) {
  const found = await findRelative(db, c.var.scope, key)
  if (found) return found
  throw noSuchPart()
}

/** Takes the word back that the relative is this person. */
export async function unlink(
  c: Context<Env>,
  db: Db,
  { talentId, id, linkedId }: { talentId: string; id: string; linkedId: string },
): Promise<void> {
  await updateRelative(db, c.var.scope, { talentId, id }, { linkedId: null })
  await removeFamilyLink(db, c.var.scope, [talentId, linkedId])
}

/** One line for the history. */
export function said({ relation, name, bornOn }: RelativeFacts): string {
  return [relation, name, bornOn].filter((part) => part !== null).join(' ')
}

function noMatch() {
  return invalid([{ pointer: '#/talent', detail: NO_MATCH }])
}

const NO_MATCH = {
  zh: '只能关联库中姓名与出生年月都相同、且未被排除的人。',
  en: 'A relative is linked to somebody of the pool with the same name and birth month who was not refused.',
}
