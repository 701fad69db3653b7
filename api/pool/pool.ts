import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../db/connect.ts'
import { poolRevisionOf } from '../../db/pool.ts'
import { listChangedRows, listPoolRows } from '../../db/pool-rows.ts'
import { type Columns, createColumns } from './columns.ts'
import { type Places, readPlaces } from './places.ts'
import type { Judged } from './readiness.ts'
import { dropRow, putRow } from './rows.ts'
import type { View } from './view.ts'

/** A county's people in memory, as they were at a revision. */
export type Pool = {
  countyCode: string
  columns: Columns
  places: Places
  revision: number
  rebuiltAt: number
  /** What scopes of places see, at this revision. */
  views: Map<string, View>
  /** Columns that follow from others, at this revision. */
  bands: Map<string, Uint32Array>
  /** Places of people in the columns whose eligibility is to be judged anew. */
  unjudged: Set<number>
  judged: Judged | null
}

type Kept = { pool: Pool | null; turn: Promise<unknown> }

const kept = new WeakMap<Db, Map<string, Kept>>()

/** People read in one go: some tens of milliseconds, after which others have their turn. */
const AT_ONCE = 1000

/**
 * The pool as it is now. Whoever asks compares the county's revision, since the terminal may write beside the server;
 * what changed since is read, or everything where people went or places changed.
 */
export function poolOf(db: Db, countyCode: string): Promise<Pool> {
  const memory = memoryOf(db, countyCode)
  const next = memory.turn.then(async () => {
    memory.pool = await refreshed(db, countyCode, memory.pool)
    return memory.pool
  })
  memory.turn = next.catch(() => undefined)
  return next
}

async function refreshed(db: Db, countyCode: string, pool: Pool | null): Promise<Pool> {
  const { poolRevision, poolRebuiltAt } = await poolRevisionOf(db, { countyCode })
  const isOlder = pool === null || pool.rebuiltAt < poolRebuiltAt || poolRevision < pool.revision
  if (isOlder) return readPool(db, countyCode, { poolRevision, poolRebuiltAt })
  if (poolRevision > pool.revision) await readChanges(db, pool, poolRevision)
  return pool
}

async function readPool(
  db: Db,
  countyCode: string,
  { poolRevision, poolRebuiltAt }: { poolRevision: number; poolRebuiltAt: number },
): Promise<Pool> {
  const columns = createColumns()
  const unjudged = new Set<number>()
  for (let afterRow = 0; ; ) {
    const rows = await listPoolRows(db, { countyCode }, { afterRow, limit: AT_ONCE })
    for (const row of rows) putRow(columns, row)
    for (const { searchRow } of rows) unjudged.add(searchRow)
    if (rows.length < AT_ONCE) break
    afterRow = rows.at(-1)!.searchRow
    await setImmediate()
  }
  const places = await readPlaces(db, { countyCode })
  const now = { revision: poolRevision, rebuiltAt: poolRebuiltAt }
  const kept = { views: new Map(), bands: new Map() }
  return { countyCode, columns, places, ...now, ...kept, unjudged, judged: null }
}

/** Who changed and is not shown any more leaves the columns. */
async function readChanges(db: Db, pool: Pool, revision: number): Promise<void> {
  const { columns, countyCode } = pool
  const changed = await listChangedRows(db, { countyCode }, pool.revision)
  const rows = await listPoolRows(db, { countyCode }, { changedAfter: pool.revision })
  const shown = new Set(rows.map(({ searchRow }) => searchRow))
  for (const at of changed) if (!shown.has(at)) dropRow(columns, at)
  for (const row of rows) putRow(columns, row)
  for (const at of changed) pool.unjudged.add(at)
  pool.views.clear()
  pool.bands.clear()
  pool.revision = revision
}

function memoryOf(db: Db, countyCode: string): Kept {
  const counties = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, counties)
  const memory = counties.get(countyCode) ?? { pool: null, turn: Promise.resolve() }
  counties.set(countyCode, memory)
  return memory
}
