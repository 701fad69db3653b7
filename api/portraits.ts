import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { editPortrait } from './portrait/editing.ts'
import { enterPerson } from './portrait/entering.ts'
import { Changed, Entered } from './shapes/portrait.ts'
import { Change, NewPerson } from './shapes/portrait-input.ts'
import { valid } from './validate.ts'

/** Entering somebody, and changing facts of a record; what belongs to it in lists has routes of its own. */
export const portraitEdits = new Hono<Env>()
  .post(
    '/',
    describe(
      'Enters a person; 200 when a person of this id was entered before',
      { status: 201, schema: Entered },
      409,
      422,
      429,
    ),
    may('talent.write'),
    valid('json', NewPerson),
    async (c) => {
      const { isThere, ...entered } = await enterPerson(c, c.req.valid('json'))
      return c.json(entered, isThere ? 200 : 201)
    },
  )
  .patch(
    '/:id',
    describe(
      'Changes facts of a person; old values stay in the history',
      { schema: Changed },
      403,
      404,
      412,
      422,
      428,
    ),
    may('talent.write'),
    valid('param', z.object({ id: z.string().max(64) })),
    valid('json', Change),
    async (c) => c.json(await editPortrait(c, c.req.valid('param').id, c.req.valid('json'))),
  )
