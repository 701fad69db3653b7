import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listRelativesOf } from '../db/relatives.ts'
import { listTagsOf } from '../db/tags.ts'
import {
  assess,
  eligibilityOf,
  endOfLastQuarter,
  type Post,
  sharesOf,
  weightsOf,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { fitOf } from './criteria.ts'
import { describe } from './describe.ts'
import { changeOf } from './growth-since.ts'
import { oneVillage } from './one-village.ts'
import { peopleById, policyInForce, type ShownPerson } from './people-by-id.ts'
import { completenessOf } from './portrait/completeness.ts'
import { factsOf } from './portrait/shown.ts'
import { maskedOf } from './private-values.ts'
import { Comparison } from './shapes/portrait.ts'
import { Seat } from './shapes/portrait-input.ts'
import { talentOf } from './talents.ts'
import { invalid, valid } from './validate.ts'

/** Side by side on a screen. */
const MOST = 4
const Query = Seat.extend({ ids: z.string().max(400) })

export const comparisons = new Hono<Env>().get(
  '/',
  describe(
    'Up to four people side by side, for a seat or each for the home village',
    { schema: Comparison },
    404,
    422,
  ),
  may('ranking.read'),
  valid('query', Query),
  async (c) => {
    const { ids: list, village, post = 'committee-member' } = c.req.valid('query')
    const ids = [...new Set(list.split(',').filter((id) => id !== ''))]
    if (ids.length < 1 || ids.length > MOST) throw invalid([{ pointer: '?ids', detail: HOW_MANY }])
    for (const id of ids) await talentOf(c, id)
    const shown = await peopleById(c, ids)
    const people = []
    for (const id of ids) people.push(await comparedOf(c, shown.get(id)!, village, post))
    const detail = { post, ...(village && { village }) }
    await record(c, { action: 'people.compared', subjects: ids, detail })
    return c.json({ post, since: endOfLastQuarter(c.var.today()), people })
  },
)

async function comparedOf(
  c: Context<Env>,
  shown: ShownPerson,
  asked: string | undefined,
  post: Post,
) {
  const { db, keyring, scope } = c.var
  const { row, talent } = shown
  const village = await oneVillage(c, { asked, home: row.homeVillageCode })
  const policy = await policyInForce(c)
  const { weights } = weightsOf(policy.weights[post])
  const shares = sharesOf(talent, village, weights, policy)
  const findings = assess(talent, village, post, policy)
  const since = endOfLastQuarter(c.var.today())
  const masked = await maskedOf(db, keyring, scope, row.id)
  const relatives = await listRelativesOf(db, scope, row.id)
  return {
    ...(await factsOf(c, shown)),
    tags: (await listTagsOf(db, scope, [row.id])).get(row.id) ?? [],
    completeness: completenessOf(row, masked, relatives.length),
    village: { code: village.code, name: village.name },
    ...fitOf(shares),
    ...{ eligibility: eligibilityOf(findings), findings, criteria: shares },
    since: changeOf(talent, { weights, policy, since }),
  }
}

const HOW_MANY = {
  zh: `请选择 1 至 ${MOST} 人进行对比。`,
  en: `Choose up to ${MOST} people to compare.`,
}
