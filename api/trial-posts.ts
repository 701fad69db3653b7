import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { countTrialPosts, listTrialPostsOf, pageOfTrialPosts } from '../db/trial-posts.ts'
import { findVillage } from '../db/villages.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { isDay } from './days.ts'
import { describe } from './describe.ts'
import { Done } from './shapes/account.ts'
import {
  BreakingOff,
  Conclusion,
  LimitsAsked,
  LimitsShape,
  TrialPostChanged,
  TrialPostGiven,
  TrialPostList,
  TrialPostMade,
  TrialPostsAsked,
  TrialPostView,
} from './shapes/trial-posts.ts'
import { talentOf } from './talents.ts'
import { breakOff, conclude } from './trial-posts/ending.ts'
import { countExperience } from './trial-posts/experience.ts'
import { limitsOf } from './trial-posts/limits.ts'
import { trialPostOf } from './trial-posts/reach.ts'
import { rowsShown, viewOf } from './trial-posts/shown.ts'
import { changeTrialPost, startTrialPost } from './trial-posts/starting.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const DONE = { done: true as const }
const PAGE = 50
const REFUSALS = [403, 404, 409, 412, 422, 428] as const

/** Posts held on trial, and as assistants: from the first day to the conclusion. */
export const trialPosts = new Hono<Env>()
  .get(
    '/',
    describe('Trial posts in the reach of the account', { schema: TrialPostList }, 404, 422),
    may('trials.read'),
    valid('query', TrialPostsAsked),
    async (c) => c.json(await listed(c, c.req.valid('query'))),
  )
  .get(
    '/limits',
    describe('How long a trial post may last that starts on a day', { schema: LimitsShape }, 422),
    may('trials.write'),
    valid('query', LimitsAsked),
    async (c) => {
      const { village: villageCode, kind, startsOn } = c.req.valid('query')
      if (!isDay(startsOn)) throw invalid([{ pointer: '?startsOn', detail: NO_DAY }])
      if (!(await findVillage(c.var.db, c.var.scope, villageCode)))
        throw invalid([{ pointer: '?village', detail: NO_VILLAGE }])
      return c.json(await limitsOf(c, { villageCode, kind, startsOn }))
    },
  )
  .get(
    '/:id',
    describe('A trial post with its evaluations', { schema: TrialPostView }, 404),
    may('trials.read'),
    valid('param', Id),
    async (c) => {
      const trial = await trialPostOf(c, c.req.valid('param').id)
      const view = await viewOf(c, trial)
      await record(c, { action: 'trial-posts.read', subjects: [trial.talentId] })
      c.header('etag', `"${trial.revision}"`)
      return c.json(view)
    },
  )
  .post(
    '/',
    describe(
      'A trial post begins',
      { status: 201, schema: TrialPostMade },
      ...([403, 404, 409, 412, 422] as const),
    ),
    may('trials.write'),
    valid('json', TrialPostGiven),
    async (c) => c.json({ id: await startTrialPost(c, c.req.valid('json')) }, 201),
  )
  .put(
    '/:id',
    describe('Duties and last day of one that runs', { schema: Done }, ...REFUSALS),
    may('trials.write'),
    valid('param', Id),
    valid('json', TrialPostChanged),
    async (c) => {
      await changeTrialPost(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/breaking-off',
    describe('Ends it before its time', { schema: Done }, ...REFUSALS),
    may('trials.write'),
    valid('param', Id),
    valid('json', BreakingOff),
    async (c) => {
      await breakOff(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/conclusion',
    describe(
      'Signs the conclusion; another within thirty days replaces it',
      { schema: Done },
      ...REFUSALS,
    ),
    may('trials.write'),
    valid('param', Id),
    valid('json', Conclusion),
    async (c) => {
      await conclude(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/experience',
    describe(
      'Counts its months as experience, once',
      { schema: Done },
      ...([403, 404, 409, 412, 428] as const),
    ),
    may('trials.write'),
    valid('param', Id),
    async (c) => {
      await countExperience(c, c.req.valid('param').id)
      return c.json(DONE)
    },
  )

async function listed(
  c: Context<Env>,
  { talent, state, village: villageCode, page }: z.infer<typeof TrialPostsAsked>,
): Promise<z.infer<typeof TrialPostList>> {
  const { db, scope } = c.var
  if (talent !== undefined) await talentOf(c, talent)
  const slice = { limit: PAGE, offset: (page - 1) * PAGE }
  const all =
    talent === undefined
      ? await pageOfTrialPosts(db, scope, { state, villageCode, ...slice })
      : await listTrialPostsOf(db, scope, talent)
  const trialPosts = await rowsShown(c, all)
  const subjects = [...new Set(all.map(({ talentId }) => talentId))]
  await record(c, { action: 'trial-posts.read', subjects })
  return { trialPosts, counts: await countTrialPosts(db, scope), page, pageSize: PAGE }
}

const NO_DAY = {
  zh: '开始日期应为真实日期，写作 2026-11-26。',
  en: 'The first day is real, written 2026-11-26.',
}
const NO_VILLAGE = {
  zh: '请选择本账号管理范围内的村（社区）。',
  en: 'Choose a village or community in the reach of your account.',
}
