import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'

type Refusal = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503
type Answer = { status?: 200 | 202; schema?: z.ZodType; media?: string }

const WHY: Record<Refusal, string> = {
  400: 'The body is not JSON',
  403: 'The request comes from a foreign origin',
  404: 'Not found in this county',
  409: 'It has finished already',
  413: 'The body is too large',
  415: 'The body must be application/json',
  422: 'Well-formed but wrong: an unknown id, a negative weight; `errors` names each place',
  500: 'The answer failed verification and is not shown',
  503: 'The solver broke off; try again',
}

/** What a route does, what it answers and how it may refuse, for the OpenAPI document. */
export function describe(summary: string, answer: Answer, ...refusals: Refusal[]) {
  const { status = 200, schema, media = 'application/json' } = answer
  const content = schema && { content: { [media]: { schema: resolver(schema) } } }
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  const responses = refusals.map((code) => [code, { description: WHY[code], content: problem }])
  return describeRoute({
    summary,
    responses: { [status]: { description: summary, ...content }, ...Object.fromEntries(responses) },
  })
}
