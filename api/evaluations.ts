import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { answerByCode } from './evaluations/answering.ts'
import { closeEvaluation, enterPapers } from './evaluations/closing.ts'
import { askedByCode } from './evaluations/looking.ts'
import { openEvaluation, replaceCodes } from './evaluations/opening.ts'
import { Done } from './shapes/account.ts'
import {
  AnswerGiven,
  CodeAnswer,
  CodeAsked,
  Codes,
  Opening,
  PapersGiven,
} from './shapes/evaluations.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const DONE = { done: true as const }

/** What colleagues and representatives say of somebody on trial, nobody by name. Codes are in bodies, since addresses are logged. */
export const evaluations = new Hono<Env>()
  .post(
    '/look-up',
    describe('Whom a code asks about', { schema: CodeAnswer }, 404, 409, 422, 429),
    may('public'),
    valid('json', CodeAsked),
    async (c) => c.json(await askedByCode(c, c.req.valid('json').code)),
  )
  .post(
    '/answer',
    describe('One answer for one code, tied to nobody', { schema: Done }, 404, 409, 422, 429),
    may('public'),
    valid('json', AnswerGiven),
    async (c) => {
      const { code, marks } = c.req.valid('json')
      await answerByCode(c, code, marks)
      return c.json(DONE)
    },
  )
  .post(
    '/',
    describe(
      'Opens an evaluation of a trial post; its codes are answered this once',
      { status: 201, schema: Codes },
      ...([403, 404, 409, 422] as const),
    ),
    may('trials.write'),
    valid('json', Opening),
    async (c) => c.json(await openEvaluation(c, c.req.valid('json')), 201),
  )
  .post(
    '/:id/codes',
    describe('New codes in place of unused ones', { schema: Codes }, 404, 409),
    may('trials.write'),
    valid('param', Id),
    async (c) => c.json(await replaceCodes(c, c.req.valid('param').id)),
  )
  .post(
    '/:id/papers',
    describe('Enters answers from paper', { schema: Done }, 404, 409, 422),
    may('trials.write'),
    valid('param', Id),
    valid('json', PapersGiven),
    async (c) => {
      await enterPapers(c, c.req.valid('param').id, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/:id/closing',
    describe('Closes an evaluation for good', { schema: Done }, 404, 409),
    may('trials.write'),
    valid('param', Id),
    async (c) => {
      await closeEvaluation(c, c.req.valid('param').id)
      return c.json(DONE)
    },
  )
