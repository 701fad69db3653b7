import { Hono } from 'hono'
import { z } from 'zod'
import { endOfLastQuarter, rank } from '../matching/index.ts'
import { POSTS } from '../matching/types.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { inScopeOf, peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { changesSince } from './growth-since.ts'
import { villageOf, WeightsOfPost } from './requests.ts'
import { RankingAnswer } from './shapes/ranking.ts'
import { Code, valid } from './validate.ts'
import { withWeights } from './weights.ts'

const Request = z.object({
  village: Code,
  post: z.enum(POSTS),
  weights: WeightsOfPost.optional(),
})

export const rankings = new Hono<Env>().post(
  '/',
  describe(
    'Everybody who might take a post, best first, with reasons',
    { schema: RankingAnswer },
    400,
    422,
  ),
  may('ranking.read'),
  valid('json', Request),
  async (c) => {
    const { village: code, post, weights } = c.req.valid('json')
    const county = await c.var.county()
    const village = villageOf(county, code)
    const policy = requireSound(withWeights(county.policy, { [post]: weights }))
    const talents = inScopeOf(county, { village: code })
    const ranking = rank({ talents, village: village.matching, post, policy })
    const { ranked, unknown, barred } = ranking
    const ids = [...ranked, ...unknown, ...barred].map(({ talent }) => talent)
    await record(c, { action: 'ranking.read', subjects: ids, detail: { village: code, post } })
    const since = endOfLastQuarter(c.var.today())
    const { weights: used } = ranking
    const changes = changesSince(talents, village.matching, { weights: used, policy, since })
    return c.json({ ranking, people: peopleOf(county, ids), since, changes })
  },
)
