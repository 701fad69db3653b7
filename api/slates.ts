import { Hono } from 'hono'
import { z } from 'zod'
import { POSTS } from '../matching/types.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { type County, peopleOf, problemFor } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { fewAtOnce } from './few-at-once.ts'
import { idsIn, idsOfMisses } from './mentioned.ts'
import { requireKnown, TalentId, villageOf, WeightsOfPost } from './requests.ts'
import { MissesAnswer, SlateAnswer } from './shapes/plan.ts'
import { Code, valid } from './validate.ts'
import { withWeights } from './weights.ts'

/** A village is proven in milliseconds; the limit only ends what went wrong. */
const LIMITS = { timeLimitSeconds: 10, gap: 0 }

export const SlateRequest = z.object({
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

export const slates = new Hono<Env>()
  .post(
    '/',
    describe(
      'The best team of one village, or why the pins cannot stand',
      { schema: SlateAnswer },
      400,
      422,
      429,
      500,
      503,
    ),
    may('slate.solve'),
    fewAtOnce,
    valid('json', SlateRequest),
    async (c) => {
      const { county, asked } = await questionOf(c.var.county, c.req.valid('json'))
      const startedAt = performance.now()
      const question = { kind: 'slate', ...asked } as const
      const { result, seats } = await c.var.solver.slate(question, { signal: c.req.raw.signal })
      const seconds = (performance.now() - startedAt) / 1000
      const people = peopleOf(county, idsIn(result, seats, []))
      await record(c, { action: 'slate.solved', ...toldOf(asked.village, people) })
      if (result.status === 'impossible') return c.json({ ...result, people })
      return c.json({ ...result, seats, people, seconds })
    },
  )
  .post(
    '/misses',
    describe(
      'Why the team of the same request misses targets: causes, smallest clashes, remedies',
      { schema: MissesAnswer },
      400,
      422,
      429,
      500,
      503,
    ),
    may('slate.solve'),
    fewAtOnce,
    valid('json', SlateRequest),
    async (c) => {
      const { county, asked } = await questionOf(c.var.county, c.req.valid('json'))
      const question = { kind: 'misses', ...asked } as const
      const { misses } = await c.var.solver.misses(question, { signal: c.req.raw.signal })
      const people = peopleOf(county, idsOfMisses(misses))
      await record(c, { action: 'slate.explained', ...toldOf(asked.village, people) })
      return c.json({ misses, people })
    },
  )

export function toldOf(village: string, people: { id: string }[]) {
  return { subjects: people.map(({ id }) => id), detail: { village } }
}

/** The village's problem with what was asked, or what is wrong with the request. */
export async function questionOf(
  countyOf: () => Promise<County>,
  request: z.infer<typeof SlateRequest>,
) {
  const { village: code, weights, ...given } = request
  const county = await countyOf()
  villageOf(county, code)
  const pins = given.pins.map((pin) => ({ ...pin, village: code }))
  const exclusions = given.exclusions.map((one) => ({ ...one, village: code }))
  requireKnown(county, new Set([code]), { pins, exclusions })
  const policy = requireSound(withWeights(county.policy, weights))
  const problem = problemFor(county, { village: code }, { policy, pins, exclusions })
  return { county, asked: { village: code, problem, ...LIMITS } }
}
