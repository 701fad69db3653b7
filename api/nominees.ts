import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { revisionOf } from './if-match.ts'
import { loadNominee } from './nominees/loading.ts'
import { performAct } from './nominees/performing.ts'
import { nomineeShown } from './nominees/shown.ts'
import { outcomeOf } from './one-by-one.ts'
import { ActRequest, BulkAnswer, BulkRequest, NomineeView } from './shapes/nominees.ts'
import type { ActKind } from './shapes/review-acts.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })

/** One person in one round: what was signed, what lacks, and the acts that lead on. */
export const nominees = new Hono<Env>()
  .post(
    '/acts',
    describe(
      'Signs the same for several nominees; each stands or fails by itself',
      { schema: BulkAnswer },
      422,
    ),
    may('review.act'),
    valid('json', BulkRequest),
    async (c) => {
      const { nominees: chosen, act } = c.req.valid('json')
      if (!IN_BULK.includes(act.kind))
        throw invalid([{ pointer: '#/act/kind', detail: NOT_IN_BULK }])
      const results: z.infer<typeof BulkAnswer>['results'] = []
      for (const { id, revision } of chosen)
        results.push({ id, ...(await outcomeOf(performAct(c, id, { act, revision }))) })
      return c.json({ results })
    },
  )
  .get(
    '/:id',
    describe(
      'A nominee with all that was signed; its revision as ETag',
      { schema: NomineeView },
      404,
    ),
    may('nominees.read'),
    valid('param', Id),
    async (c) => c.json(await read(c, c.req.valid('param').id)),
  )
  .post(
    '/:id/acts',
    describe('Signs something about a nominee', { schema: NomineeView }, 404, 409, 412, 422, 428),
    may('review.act'),
    valid('param', Id),
    valid('json', ActRequest),
    async (c) => {
      const { id } = c.req.valid('param')
      const { act } = c.req.valid('json')
      await performAct(c, id, { act, revision: revisionOf(c) })
      return c.json(await read(c, id))
    },
  )

/** What one look at many people can answer: no figures and no facts of a single person. */
const IN_BULK: ActKind[] = ['pass', 'ask-again', 'end-notice', 'publish']

async function read(c: Context<Env>, id: string): Promise<z.infer<typeof NomineeView>> {
  const loaded = await loadNominee(c, id)
  await record(c, { action: 'nominee.read', subjects: [loaded.row.talentId, id] })
  c.header('etag', `"${loaded.row.revision}"`)
  return nomineeShown(c, loaded)
}

const NOT_IN_BULK = {
  zh: '此事须逐人办理：有各人的数字、材料或理由。',
  en: 'This is done one by one: it has figures, papers or reasons of each person.',
}
