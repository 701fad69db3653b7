import { Hono } from 'hono'
import { z } from 'zod'
import { listMovementsOf } from '../db/movements.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { dayInChina } from './days.ts'
import { describe } from './describe.ts'
import { decide, isRevocable, takeBack } from './movements/deciding.ts'
import { placeNames } from './people-by-id.ts'
import { isHomeIn } from './portrait/changes.ts'
import { MovementBody, Movements, TakingBack, WAYS_IN, WAYS_OUT } from './shapes/movements.ts'
import { Added } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const One = Id.extend({ movement: z.string().max(64) })
const WAYS = [...WAYS_IN, ...WAYS_OUT]

/** Who comes among the reserves of a county and who goes, with the reason and a signature (S3.2 五进五退). */
export const movements = new Hono<Env>()
  .get(
    '/:id/movements',
    describe('Decisions by which a person came in or went out', { schema: Movements }, 404),
    may('movements.write'),
    valid('param', Id),
    async (c) => {
      const row = await talentOf(c, c.req.valid('param').id)
      const all = await listMovementsOf(c.var.db, c.var.scope, row.id)
      const names = await placeNames(c)
      const now = { status: row.status, today: c.var.today() }
      await record(c, { action: 'movements.read', subjects: [row.id] })
      return c.json({
        movements: all.map((one) => ({
          ...{ id: one.id, direction: one.direction, reason: one.reason, on: one.decidedOn },
          way: WAYS.find((way) => way === one.way) ?? WAYS[0]!,
          village: placeOf(one.villageCode, names),
          ...{ by: one.accountName, position: one.position, signedOn: dayInChina(one.signedAt) },
          takenBackOn: one.takenBackAt && dayInChina(one.takenBackAt),
          mayTakeBack: isHomeIn(c.var.scope, row) && isRevocable(all, one, now),
        })),
      })
    },
  )
  .post(
    '/:id/movements',
    describe(
      'Signs that a person comes among the reserves or goes from them',
      { status: 201, schema: Added },
      ...([403, 404, 409, 412, 422, 428] as const),
    ),
    may('movements.write'),
    valid('param', Id),
    valid('json', MovementBody),
    async (c) => c.json(await decide(c, c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .post(
    '/:id/movements/:movement/taking-back',
    describe(
      'Takes the last decision back; the status is exactly what it was',
      { schema: Added.pick({ revision: true }) },
      ...([403, 404, 409, 412, 422, 428] as const),
    ),
    may('movements.write'),
    valid('param', One),
    valid('json', TakingBack),
    async (c) => {
      const { id: talentId, movement } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(await takeBack(c, { talentId, movement, reason }))
    },
  )

const placeOf = (code: string | null, names: ReadonlyMap<string, string>) =>
  code === null ? null : { code, name: names.get(code) ?? '' }
