import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { nomineeOf, nomineesOf, roundsOf } from './review.ts'
import { toDoCounts, toDoOf } from './to-do.ts'

type One = (typeof api.rounds)[':id']
export type Round = InferResponseType<typeof api.rounds.$get, 200>['rounds'][number]
export type RoundGiven = InferRequestType<typeof api.rounds.$post>['json']
export type Closing = InferRequestType<One['closing']['$post']>['json']
export type Board = InferResponseType<One['board']['$get'], 200>
export type BoardCell = Board['stages'][number]
export type BoardTownship = Board['townships'][number]

export { roundsOf }

export const boardOf = query(
  (id: string) => read(api.rounds[':id'].board.$get({ param: { id } })),
  'round-board',
)

const changed = () => ({ revalidate: [roundsOf.key, boardOf.key] })

export const openRound = action(
  async (given: RoundGiven) => json(await read(api.rounds.$post({ json: given })), changed()),
  'open-round',
)

export const changeRound = action(async (id: string, revision: number, given: RoundGiven) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  const round = await read(api.rounds[':id'].$put({ param: { id }, json: given }, seen))
  return json(round, changed())
}, 'change-round')

/** Everybody who is left goes with it, so that lists of people are read anew. */
export const closeRound = action(
  async (id: string, closing: Closing) =>
    json(await read(api.rounds[':id'].closing.$post({ param: { id }, json: closing })), {
      revalidate: [
        ...changed().revalidate,
        ...[nomineesOf.key, nomineeOf.key, toDoOf.key, toDoCounts.key],
      ],
    }),
  'close-round',
)
