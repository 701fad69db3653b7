import type { Transaction } from 'kysely'
import { insertImportChanges } from '../../db/import-changes.ts'
import { listVillageStates, putVillageState, type VillageState } from '../../db/import-places.ts'
import { pageOfImportRows } from '../../db/import-rows.ts'
import type { Database } from '../../db/schema.ts'
import type { VillageValues } from '../roster/types.ts'
import { VILLAGE } from './before.ts'
import { readRow } from './checking.ts'
import type { Job } from './job.ts'
import { openRow, sealBefore } from './sealed.ts'
import type { Setup } from './setup.ts'
import { villageAfter } from './villages.ts'

type Pair = { before: VillageState; after: VillageState }

/** Villages that change, as they are and as they will be. A county has some hundreds of them. */
export async function readVillages(job: Job, setup: Setup): Promise<Pair[]> {
  const { db, scope, id, sealing } = job
  const filter = { states: ['update', 'merge'], limit: 100_000 } as const
  const rows = await pageOfImportRows(db, scope, id, filter)
  const given = rows.map((row) => {
    const { understood } = readRow(job, setup, openRow(sealing, row))
    return understood.values as VillageValues
  })
  const codes = given.flatMap(({ code }) => code ?? [])
  const states = await listVillageStates(db, { countyCode: job.countyCode }, codes)
  const byCode = new Map(states.map((state) => [state.village.code, state]))
  return given.flatMap((values) => {
    const before = byCode.get(values.code ?? '')
    return before ? [{ before, after: villageAfter(before, values, setup.ways.known) }] : []
  })
}

export async function putVillages(
  { sealing, countyCode, id }: Pick<Job, 'sealing' | 'countyCode' | 'id'>,
  transaction: Transaction<Database>,
  pairs: readonly Pair[],
): Promise<void> {
  const scope = { countyCode }
  for (const pair of pairs) await putVillageState(transaction, scope, pair.after)
  await insertImportChanges(
    ...([transaction, scope, id] as const),
    pairs.map((pair) => {
      const subject = VILLAGE + pair.after.village.code
      const before = sealBefore(sealing, subject, pair)
      return { subject, act: 'updated' as const, before, revision: 0 }
    }),
  )
}
