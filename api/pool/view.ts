import type { Db } from '../../db/connect.ts'
import { listSearchRows } from '../../db/pool-rows.ts'
import { isWholeCounty, type Scope } from '../../db/scope.ts'
import type { Pool } from './pool.ts'

/** Whom a scope sees: 1 at the places of its people. `present` keeps which values its people have. */
export type View = { isIn: Uint8Array; present: Map<string, Uint32Array>; rows?: Uint32Array }

/** Scopes of places that are kept at once. */
const MOST = 40

/**
 * What belongs to places is kept for the revision; who looks after whom and who is put before a department changes
 * without a change of people, and is asked each time.
 */
export async function viewOf(db: Db, pool: Pool, scope: Scope): Promise<View> {
  const { menteesOf, casesOf, talentId } = scope
  if ((menteesOf ?? casesOf ?? talentId) !== undefined) return readView(db, pool, scope)
  const key = JSON.stringify(scope, Object.keys(scope).sort())
  const known = pool.views.get(key)
  if (known) return known
  const { revision } = pool
  const view = isWholeCounty(scope)
    ? { isIn: pool.columns.isHere, present: new Map() }
    : await readView(db, pool, scope)
  if (pool.views.size >= MOST) pool.views.clear()
  if (pool.revision === revision) pool.views.set(key, view)
  return view
}

async function readView(db: Db, { columns }: Pool, scope: Scope): Promise<View> {
  const isIn = new Uint8Array(columns.isHere.length)
  for (const at of await listSearchRows(db, scope)) isIn[at] = columns.isHere[at] ?? 0
  return { isIn, present: new Map() }
}
