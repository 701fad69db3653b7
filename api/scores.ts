import { Hono } from 'hono'
import { z } from 'zod'
import { type Placed, POSTS, type Policy, ranksOf, topOf, weightsOf } from '../matching/index.ts'
import { CRITERIA, type Post, type Weights } from '../matching/types.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { recordOnce } from './looks.ts'
import { WeightsOfPost } from './requests.ts'
import { type Field, fieldAt, fieldAtHome } from './scoring.ts'
import { ScoresAnswer } from './shapes/scores.ts'
import { Code, valid } from './validate.ts'
import { withWeights } from './weights.ts'

const Request = z.object({
  post: z.enum(POSTS),
  weights: WeightsOfPost,
  village: Code.nullable().meta({ description: 'Null: everybody at the home village' }),
  k: z.int().min(1).max(100),
})

/** A ranking that follows a slider: the first few people by weights of the moment, and nothing else. */
export const scores = new Hono<Env>().post(
  '/',
  describe(
    'The first people for a post by weights of the moment, with their places under the policy in force',
    { schema: ScoresAnswer },
    400,
    422,
  ),
  may('ranking.read'),
  valid('json', Request),
  async (c) => {
    const { post, weights, village, k } = c.req.valid('json')
    const field = village === null ? await fieldAtHome(c, post) : await fieldAt(c, village, post)
    const found = rankedIn(field, { post, weights, k })
    const people = await shownOf(field, found)
    const subjects = people.map(({ id }) => id)
    await recordOnce(c, { action: 'ranking.read', subjects, detail: { village, post, k } })
    return c.json({ people, total: field.total })
  },
)

type Found = Placed & { was: number }

/** Nothing waits in here, so that weights, places and people are of one moment. */
function rankedIn(
  { policy, scores, ...among }: Field,
  { post, weights, k }: { post: Post; weights: Weights; k: number },
): Found[] {
  const first = topOf(scores, columnOf(withWeights(policy, { [post]: weights }), post), k, among)
  const places = first.map(({ at }) => at)
  const were = ranksOf(scores, columnOf(requireSound(policy), post), places, among)
  return first.map((one, place) => ({ ...one, was: were[place]! }))
}

function columnOf(policy: Policy, post: Post): number[] {
  const { weights } = weightsOf(policy.weights[post])
  return CRITERIA.map((criterion) => weights[criterion])
}

/** Whoever went meanwhile is left out. */
async function shownOf({ idAt, peopleOf }: Field, found: readonly Found[]) {
  const people = new Map((await peopleOf(found.map(({ at }) => idAt(at)))).map((it) => [it.id, it]))
  return found.flatMap(({ at, sum, was }) => {
    const person = people.get(idAt(at))
    return person ? [{ ...person, fit: sum, was }] : []
  })
}
