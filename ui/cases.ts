import { action, json, query, revalidate } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { toDoCounts, toDoOf } from './to-do.ts'

type Cases = (typeof api)['review-cases']
export type CaseList = InferResponseType<Cases['$get'], 200>
export type ReviewCase = CaseList['cases'][number]
/** One that is asked in a round, and so can be answered. */
export type OpenCase = ReviewCase & { nominee: string; revision: number }
export type GivenAnswer = ReviewCase['earlier'][number]
export type AnswerBody = InferRequestType<Cases[':nominee']['answer']['$post']>['json']
export type AnswerKind = AnswerBody['answer']
export type CaseState = 'open' | 'answered'
export type BulkResult = InferResponseType<Cases['answers']['$post'], 200>['results'][number]

export const casesOf = query(
  (state: CaseState, page: number) =>
    read(api['review-cases'].$get({ query: { state, page: String(page) } })),
  'cases',
)

export const caseOf = query(
  (nominee: string) => read(api['review-cases'][':nominee'].$get({ param: { nominee } })),
  'case',
)

/** A look, not a change: written down by the server, and nothing is to be read anew. */
export const revealOfCase = (id: string, reason: string) =>
  read(api['review-cases'][':id'].reveals.$post({ param: { id }, json: { reason } }))

/** Signs; the answer is the case as it stands then, so it is not asked for once more. */
export const answerCase = action(async (nominee: string, revision: number, body: AnswerBody) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  const answer = await read(
    api['review-cases'][':nominee'].answer.$post({ param: { nominee }, json: body }, seen),
  )
  query.set(caseOf.keyFor(nominee), answer)
  void revalidate(caseOf.keyFor(nominee), false)
  return json(answer, { revalidate: lists() })
}, 'answer-case')

export const passCases = action(
  async (cases: { nominee: string; revision: number }[]) =>
    json(await read(api['review-cases'].answers.$post({ json: { cases, answer: 'pass' } })), {
      revalidate: [caseOf.key, ...lists()],
    }),
  'pass-cases',
)

const lists = () => [casesOf.key, toDoOf.key, toDoCounts.key]
