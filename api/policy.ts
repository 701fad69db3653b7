import { Hono } from 'hono'
import { weightsOf } from '../matching/index.ts'
import { POSTS, type Post } from '../matching/types.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { drafts } from './policy/drafts.ts'
import { SECTIONS } from './policy/fields.ts'
import { preview } from './policy/preview.ts'
import { versions } from './policy/versions.ts'
import { weighing } from './policy/weighing.ts'
import { PolicyAnswer } from './shapes/policy.ts'
import { FieldsAnswer } from './shapes/policy-work.ts'

export const policy = new Hono<Env>()
  .get(
    '/',
    describe('The policy in force and the weights that follow from it', { schema: PolicyAnswer }),
    may('policy.read'),
    async (c) => {
      const { policy } = await c.var.county()
      const weights = Object.fromEntries(
        POSTS.map((post) => [post, weightsOf(policy.weights[post])]),
      ) as Record<Post, ReturnType<typeof weightsOf>>
      return c.json({ policy, weights })
    },
  )
  .get(
    '/fields',
    describe('Every decision of a policy, in words, with its unit and its source', {
      schema: FieldsAnswer,
    }),
    may('policy.read'),
    (c) => c.json({ sections: [...SECTIONS] }),
  )
  .route('/versions', versions)
  .route('/draft', drafts)
  .route('/preview', preview)
  .route('/weights', weighing)
