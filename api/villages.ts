import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findFormerVillage } from '../db/villages.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { County, VillageOfCounty } from './candidacies.ts'
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
    const county = await c.var.county()
    const asked = c.req.valid('param').code
    const village = county.villages.get(asked) ?? (await becameOf(c, county, asked))
    const code = village?.code ?? asked
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

/** An old code is that of the village it became part of. */
async function becameOf(c: Context<Env>, county: County, code: string) {
  const former = await findFormerVillage(c.var.db, c.var.scope, code)
  return former && county.villages.get(former.mergedInto)
}

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
