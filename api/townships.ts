import { Hono } from 'hono'
import { z } from 'zod'
import { sumStructures } from '../matching/index.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { Township } from './shapes/places.ts'
import { Code, valid } from './validate.ts'

export const townships = new Hono<Env>().get(
  '/:code',
  describe(
    'A township: its villages and the structure of the teams in office',
    { schema: Township },
    404,
  ),
  may('villages.read'),
  valid('param', z.object({ code: Code })),
  async (c) => {
    const { code } = c.req.valid('param')
    const township = (await c.var.county()).townships.get(code)
    if (!township) throw noTownship(code)
    return c.json({
      code,
      name: township.name,
      villages: township.villages.map((village) => ({
        code: village.code,
        name: village.name,
        kind: village.kind,
        isKey: village.isKey,
        area: village.area,
        seats: village.matching.seats,
        trades: village.trades,
        lastTerm: village.matching.lastTerm,
        current: village.matching.current,
        pool: village.pool,
      })),
      before: sumStructures(township.villages.map(({ matching }) => matching.lastTerm)),
      current: sumStructures(township.villages.map(({ matching }) => matching.current)),
    })
  },
)

export function noTownship(code: string): Problem {
  return new Problem('not-found', {
    zh: `本县没有代码为 ${code} 的乡镇（街道）。请在左侧列表中选择。`,
    en: `The county has no township ${code}. Choose one from the list.`,
  })
}
