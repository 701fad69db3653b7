import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Done } from './shapes/account.ts'
import { Merged, MergerGiven, MergerShape, MergerUndone } from './shapes/village-mergers.ts'
import { Code, valid } from './validate.ts'
import { mergeVillages } from './village-mergers/merging.ts'
import { mergerShown } from './village-mergers/shown.ts'
import { undo } from './village-mergers/undoing.ts'

const Village = z.object({ code: Code })

/** A village that becomes part of another in mid-term: its history stays, its people and their ways go along. */
export const villageMergers = new Hono<Env>()
  .get(
    '/:code/merger',
    describe(
      'What a merger would move and close, or the one that was and whether it can be undone',
      { schema: MergerShape },
      404,
    ),
    may('villages.merge'),
    valid('param', Village),
    async (c) => {
      const { code } = c.req.valid('param')
      const shown = await mergerShown(c, code)
      await record(c, { action: 'village-merger.read', detail: { village: code } })
      return c.json(shown)
    },
  )
  .post(
    '/:code/merger',
    describe('Makes it part of another', { schema: Merged }, 404, 409, 422),
    may('villages.merge'),
    valid('param', Village),
    valid('json', MergerGiven),
    async (c) => c.json(await mergeVillages(c, c.req.valid('param').code, c.req.valid('json'))),
  )
  .post(
    '/:code/merger/undoing',
    describe('Undoes it, while nothing came after', { schema: Done }, 404, 409, 422),
    may('villages.merge'),
    valid('param', Village),
    valid('json', MergerUndone),
    async (c) => {
      await undo(c, c.req.valid('param').code, c.req.valid('json').reason)
      return c.json({ done: true as const })
    },
  )
