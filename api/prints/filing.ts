import type { Context } from 'hono'
import type { z } from 'zod'
import type { Env } from '../context.ts'
import type { Filing } from '../shapes/prints.ts'
import type { Act } from '../workflow/file.ts'
import { nomineesOf, roundOf } from './nominees.ts'

type Secretary = z.infer<typeof Filing>['secretaries'][number]
type TakenUp = Pick<Secretary, 'outcome' | 'on' | 'document' | 'term'>

/**
 * Who was elected or appointed secretary in a round, filed with the county or about to be (S3.1): a nominee's outcome
 * stands only once all is done, so that the acts are asked.
 */
export async function filingOf(c: Context<Env>, id: string): Promise<z.infer<typeof Filing>> {
  const round = await roundOf(c, id)
  const found = await nomineesOf(
    c,
    id,
    ({ state, posts }) => (state === 'open' || state === 'settled') && posts.includes('secretary'),
  )
  const secretaries = found.flatMap(({ row, portrait, acts, named }): Secretary[] => {
    const taken = takenUp(acts)
    if (!taken || row.outcome === 'not-chosen') return []
    return [{ ...named, partyJoinedOn: portrait.partyJoinedOn, ...taken, filing: filed(acts) }]
  })
  return { round: round.shown, secretaries }
}

function takenUp(acts: readonly Act[]): TakenUp | null {
  const last = acts.findLast(({ body: { kind } }) => kind === 'election' || kind === 'appointment')
  const body = last?.body
  if (body?.kind === 'election' && body.isElected)
    return { outcome: 'elected', on: body.heldOn, document: null, term: termOf(body) }
  if (body?.kind === 'appointment') {
    const { appointedOn: on, document } = body
    return { outcome: 'appointed', on, document, term: termOf(body) }
  }
  return null
}

function termOf({ termStartsOn, termEndsOn }: { termStartsOn: string; termEndsOn: string }) {
  return { startsOn: termStartsOn, endsOn: termEndsOn }
}

function filed(acts: readonly Act[]): Secretary['filing'] {
  const body = acts.findLast(({ body: { kind } }) => kind === 'filing')?.body
  return body?.kind === 'filing' ? { number: body.number, on: body.filedOn } : null
}
