import { findImport, type Import, putImportCounts } from '../../db/imports.ts'
import type { ImportState } from '../../db/schema/pool.ts'
import type { Scope } from '../../db/scope.ts'
import type { Dependencies } from '../context.ts'
import type { Doubles } from './doubles.ts'
import type { Sealing } from './sealed.ts'
import { type Counts, NO_COUNTS } from './types.ts'

/** One piece of work about an import, in the scope of the office whose it is. */
export type Job = {
  id: string
  row: Import
  db: Dependencies['db']
  countyCode: string
  keyring: Dependencies['keyring']
  log: Dependencies['log']
  today: () => string
  now: () => string
  scope: Scope
  sealing: Sealing
  signal: AbortSignal
  /** Which rows of a file name the same person, by import. */
  doubles: Map<string, Doubles>
  /** Says how far it is, now and then. */
  progress(state: ImportState, done: number, of: number): Promise<void>
}
type Options = {
  id: string
  signal?: AbortSignal
  onProgress?: (data: { state: ImportState; done: number; of: number }) => void
  doubles?: Map<string, Doubles>
}

/** Events come this often at most, and are stored for whoever looks in later. */
const [EVENT_MS, STORE_MS] = [200, 2_000]

export async function createJob(given: Dependencies, options: Options): Promise<Job | undefined> {
  const { db, countyCode, keyring, log, today, clock = () => new Date() } = given
  const { id, signal = new AbortController().signal, onProgress } = options
  const row = await findImport(db, { countyCode }, id)
  if (!row) return undefined
  const { townshipCode } = row
  const scope = townshipCode === null ? { countyCode } : { countyCode, townshipCode }
  const said = { at: 0, stored: performance.now() }
  return {
    ...{ id, row, db, countyCode, keyring, log, today, scope, signal },
    now: () => clock().toISOString(),
    sealing: { keyring, countyCode, importId: id },
    doubles: options.doubles ?? new Map(),
    async progress(state, done, of) {
      const at = performance.now()
      if (at - said.at < EVENT_MS && done < of) return
      said.at = at
      onProgress?.({ state, done, of })
      if (at - said.stored < STORE_MS) return
      said.stored = at
      const current = await findImport(db, { countyCode }, id)
      const counts = { ...NO_COUNTS, ...(current?.counts as Counts | null) }
      await putImportCounts(db, { countyCode }, id, { ...counts, progress: { done, of } })
    },
  }
}
