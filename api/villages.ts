import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { VillageOfCounty } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { Village } from './shapes/places.ts'
import { Code, valid } from './validate.ts'

export const villages = new Hono<Env>().get(
  '/:code',
  describe(
    'A village: facts, posts, needs, last term and the people in office',
    { schema: Village },
    404,
  ),
  may('villages.read'),
  valid('param', z.object({ code: Code })),
  async (c) => {
    const { code } = c.req.valid('param')
    const county = await c.var.county()
    const village = county.villages.get(code)
    if (!village) {
      await record(c, { action: 'village.missed', outcome: 'denied', detail: { village: code } })
      throw noVillage(code)
    }
    const incumbents = village.incumbents.flatMap(({ talent, posts, tookOfficeOn }) => {
      const person = county.people.get(talent)
      return person ? [{ person, posts, tookOfficeOn }] : []
    })
    const subjects = incumbents.map(({ person }) => person.id)
    await record(c, { action: 'village.read', subjects, detail: { village: code } })
    return c.json({ ...factsOf(village), incumbents })
  },
)

export function noVillage(code: string): Problem {
  return new Problem('not-found', {
    zh: `本县没有代码为 ${code} 的村（社区）。请从村庄列表中选择。`,
    en: `The county has no village ${code}. Choose one from the list.`,
  })
}

function factsOf({ matching, incumbents, pool, ...facts }: VillageOfCounty) {
  const { township, townshipName, seats, needs, lastTerm, current, hasMinorities } = matching
  return {
    ...facts,
    township: { code: township, name: townshipName },
    hasMinorities,
    seats,
    needs,
    lastTerm,
    current,
    pool,
  }
}
