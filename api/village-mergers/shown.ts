import type { Context } from 'hono'
import { listAccountsAmong } from '../../db/accounts.ts'
import { findMergerOf } from '../../db/village-mergers.ts'
import { listMovedBy, type Moved } from '../../db/village-moves.ts'
import { findFormerVillage, findVillage, listVillages } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import type { MergerView } from '../shapes/village-mergers.ts'
import { noVillage } from '../villages.ts'
import { movesOf } from './merging.ts'
import { obstaclesOf } from './undoing.ts'

/** A village that may be merged, or one that was. */
export async function mergerShown(c: Context<Env>, code: string): Promise<MergerView> {
  const { db, scope } = c.var
  const village = await findVillage(db, scope, code)
  if (village) {
    const asked = { code, into: '' }
    const moved = await db.transaction().execute((tx) => listMovedBy(tx, scope, asked))
    const { townshipCode } = village
    const around = await listVillages(db, { ...scope, townshipCode })
    return {
      village: { code, name: village.name },
      ...{ moves: movesOf(moved), isLast: around.length === 1, merged: null },
    }
  }
  const former = await findFormerVillage(db, scope, code)
  const merger = former && (await findMergerOf(db, scope, code))
  if (!merger) throw noVillage(code)
  const into = (await findVillage(db, scope, former.mergedInto))!
  const accounts = await listAccountsAmong(db, scope, [merger.mergedBy])
  return {
    village: { code, name: former.name },
    ...{ moves: movesOf(JSON.parse(merger.moved) as Moved), isLast: false },
    merged: {
      into: { code: into.code, name: into.name },
      ...{ on: merger.onDay, reason: merger.reason, at: merger.mergedAt },
      by: accounts.get(merger.mergedBy)?.name ?? null,
      obstacles: await db.transaction().execute((tx) => obstaclesOf(tx, c, merger)),
    },
  }
}
