import { Hono } from 'hono'
import { z } from 'zod'
import { POSTS } from '../matching/types.ts'
import { peopleOf, problemFor } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { idsIn } from './mentioned.ts'
import { requireKnown, TalentId, villageOf, WeightsOfPost } from './requests.ts'
import { SlateAnswer } from './shapes/plan.ts'
import { Code, valid } from './validate.ts'
import { withWeights } from './weights.ts'

/** A village is proven in milliseconds; the limit only ends what went wrong. */
const LIMITS = { timeLimitSeconds: 10, gap: 0 }

const Request = z.object({
  village: Code,
  pins: z
    .array(z.object({ talent: TalentId, post: z.enum(POSTS) }))
    .max(50)
    .default([]),
  exclusions: z
    .array(z.object({ talent: TalentId, post: z.enum(POSTS).nullable() }))
    .max(500)
    .default([]),
  weights: z.partialRecord(z.enum(POSTS), WeightsOfPost).optional(),
})

export const slates = new Hono<Env>().post(
  '/',
  describe(
    'The best team of one village, or why the pins cannot stand',
    { schema: SlateAnswer },
    400,
    422,
    500,
    503,
  ),
  valid('json', Request),
  async (c) => {
    const { village: code, weights, ...asked } = c.req.valid('json')
    const county = await c.var.county()
    villageOf(county, code)
    const pins = asked.pins.map((pin) => ({ ...pin, village: code }))
    const exclusions = asked.exclusions.map((one) => ({ ...one, village: code }))
    requireKnown(county, new Set([code]), { pins, exclusions })
    const policy = requireSound(withWeights(county.policy, weights))
    const problem = problemFor(county, { village: code }, { policy, pins, exclusions })
    const startedAt = performance.now()
    const question = { kind: 'slate', village: code, problem, ...LIMITS } as const
    const { result, explanation } = await c.var.solver.slate(question, { signal: c.req.raw.signal })
    const seconds = (performance.now() - startedAt) / 1000
    const people = peopleOf(
      county,
      idsIn(result, explanation?.seats ?? [], explanation?.misses ?? []),
    )
    if (result.status === 'impossible') return c.json({ ...result, people })
    return c.json({ ...result, explanation: explanation!, people, seconds })
  },
)
