import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'

type Refusal = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
type Answer = { status?: 200 | 201 | 202; schema?: z.ZodType; media?: string }

const WHY: Record<Refusal, string> = {
  400: 'The body is not JSON',
  401: 'Nobody is signed in, or the name, password or code is wrong',
  403: 'The account may not, its sign-in is not finished, or the request comes from a foreign origin',
  404: 'Not found in this county',
  409: 'It has finished already, or is there already',
  412: 'Somebody else changed it meanwhile',
  413: 'The body is too large',
  415: 'The body must be application/json',
  422: 'Well-formed but wrong: an unknown id, a negative weight; `errors` names each place',
  428: 'If-Match is missing',
  429: 'Too many attempts; Retry-After says when',
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
