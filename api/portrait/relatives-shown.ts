import type { Context } from 'hono'
import { listNamesakes, type Relative } from '../../db/relatives.ts'
import { namesOfTalents } from '../../db/talents.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { relationOf } from './relations.ts'

/**
 * Relatives as the person named them, each with the human being in the pool that somebody confirmed, or with people
 * of the scope who have the same name and birth month and whom nobody refused.
 */
export async function relativesShown(c: Context<Env>, id: string, relatives: readonly Relative[]) {
  const { db, scope } = c.var
  const linked = relatives.flatMap(({ linkedId }) => linkedId ?? [])
  const names = await namesOfTalents(db, scope, linked)
  const open = relatives.filter(({ linkedId }) => linkedId === null)
  const namesakes =
    open.length === 0 ? [] : await listNamesakes(db, scope, [...new Set(open.map((it) => it.name))])
  const places = await placeNames(c)
  return relatives.map((relative) => {
    const { relation, name, bornOn, politicalStatus, work, linkedId } = relative
    const linkedName = linkedId === null ? undefined : names.get(linkedId)
    return {
      ...{ id: relative.id, relation, name, bornOn, politicalStatus, work },
      proposed: relationOf(relation),
      linked:
        linkedId === null || linkedName === undefined ? null : { id: linkedId, name: linkedName },
      matches:
        linkedId !== null
          ? []
          : namesakes
              .filter((one) => one.id !== id && isSame(relative, one))
              .map(({ id, name, homeVillageCode: code }) => ({
                ...{ id, name, village: { code, name: places.get(code) ?? code } },
              })),
    }
  })
}

/** The same name and birth month, and nobody said that they are two people. */
export function isSame(relative: Relative, one: { id: string; name: string; bornOn: string }) {
  const month = relative.bornOn?.slice(0, 7)
  return (
    one.name === relative.name &&
    one.bornOn.slice(0, 7) === month &&
    !relative.refusedIds.includes(one.id)
  )
}
