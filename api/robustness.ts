import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { POSTS, rank, robustly, type Weights } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { inScopeOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { fewAtOnce } from './few-at-once.ts'
import { paperStrengths, paperWords } from './portrait/papers.ts'
import { villageOf, WeightsOfPost } from './requests.ts'
import { RobustnessAnswer } from './shapes/robustness.ts'
import { Code, invalid, valid } from './validate.ts'
import { withWeights } from './weights.ts'

/** Shares to ±0.01 with 95 of 100. */
const SAMPLES = 10_000
/** The same question has the same answer, today and next week. */
const SEED = 1

const Query = z.object({
  village: Code,
  post: z.enum(POSTS),
  k: z.coerce.number().int().min(1).max(20).default(3),
  /** Those of the moment as JSON text: a query has no parts within parts. */
  weights: z.string().max(2000).optional(),
})

export const robustness = new Hono<Env>().get(
  '/robustness',
  describe(
    'How firmly the ranking of a post stands: who comes first how often, which order is open, what would settle it',
    { schema: RobustnessAnswer },
    422,
    429,
  ),
  may('ranking.read'),
  fewAtOnce,
  valid('query', Query),
  async (c) => {
    const { village: code, post, k, weights: text } = c.req.valid('query')
    const weights = text === undefined ? undefined : weightsIn(text)
    const county = await c.var.county()
    const { matching: village } = villageOf(county, code, '?village')
    const policy = requireSound(withWeights(county.policy, { [post]: weights }))
    const talents = inScopeOf(county, { village: code })
    const ranking = rank({ talents, village, post, policy })
    const question = {
      ...{ ranking, talents, village, policy, strengths: paperStrengths },
      ...{ k, samples: SAMPLES, seed: SEED },
    }
    const found = await inTurns(robustly(question))
    const subjects = found.people.map(({ talent }) => talent)
    await record(c, { action: 'ranking.read', subjects, detail: { village: code, post, k } })
    return c.json({
      ...found,
      settles: found.settles.map(({ talent, criterion, skill, gain }) => ({
        ...{ talent, criterion, gain, words: paperWords(criterion, skill, village) },
      })),
    })
  },
)

function weightsIn(text: string): Weights {
  try {
    return WeightsOfPost.parse(JSON.parse(text))
  } catch {
    throw invalid([{ pointer: '?weights', detail: NOT_WEIGHTS }])
  }
}

const NOT_WEIGHTS = {
  zh: '应为各要素权重的 JSON 文本，每项为零或正数。',
  en: 'The weight of each criterion is expected as JSON, zero or more.',
}

/** Runs some milliseconds at a time, so that other requests have their turn. */
async function inTurns<T>(steps: Iterator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await setImmediate()
  }
}
