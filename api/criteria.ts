import { Hono } from 'hono'
import { z } from 'zod'
import { certaintyOf, sharesOf, weightOf, weightsOf } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { oneVillage } from './one-village.ts'
import { peopleById, policyInForce } from './people-by-id.ts'
import { paperStrengths, paperWords } from './portrait/papers.ts'
import { Criteria } from './shapes/portrait.ts'
import { Seat } from './shapes/portrait-input.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

/** Papers that are named: more would be a list of everything. */
const MOST_PAPERS = 3

export const criteria = new Hono<Env>().get(
  '/:id/criteria',
  describe(
    'How a person stands by each criterion, and what would settle most',
    { schema: Criteria },
    404,
    422,
  ),
  may('criteria.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('query', Seat),
  async (c) => {
    const { id } = c.req.valid('param')
    const { village: asked, post = 'committee-member' } = c.req.valid('query')
    const { homeVillageCode: home } = await talentOf(c, id)
    const village = await oneVillage(c, { asked, home })
    const policy = await policyInForce(c)
    const { talent } = (await peopleById(c, [id])).get(id)!
    const { weights } = weightsOf(policy.weights[post])
    const shares = sharesOf(talent, village, weights, policy)
    const gains = certaintyOf(talent, village, weights, policy, paperStrengths)
    await record(c, {
      action: 'criteria.read',
      subjects: [id],
      detail: { village: village.code, post },
    })
    return c.json({
      ...{ village: { code: village.code, name: village.name }, post, ...fitOf(shares) },
      criteria: shares,
      wouldSettle: gains.slice(0, MOST_PAPERS).map(({ criterion, gain, skill }) => ({
        ...{ criterion, gain, words: paperWords(criterion, skill, village) },
      })),
      timeline: talent.evidence
        .map((piece) => ({
          ...{ id: piece.id, criterion: piece.criterion, on: piece.on },
          weight: weightOf(piece, policy),
        }))
        .sort((one, other) => other.on.localeCompare(one.on)),
    })
  },
)

/** The fit with its interval, added as `rank` adds it. */
export function fitOf(shares: ReturnType<typeof sharesOf>) {
  const sum = { fit: 0, low: 0, high: 0 }
  for (const { share, weight, low, high } of shares) {
    sum.fit += share
    sum.low += weight * low
    sum.high += weight * high
  }
  return sum
}
