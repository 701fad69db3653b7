import type { Db } from '../../db/connect.ts'
import { pageOfImportChanges, putImportBefore } from '../../db/import-changes.ts'
import { pageOfImportRows, putImportRows } from '../../db/import-rows.ts'
import { listImportReadings, putImportReading } from '../../db/imports.ts'
import type { Keyring } from '../../db/keyring.ts'
import {
  openBefore,
  openReading,
  openRow,
  type Sealing,
  sealBefore,
  sealCells,
  sealFaults,
  sealReading,
} from './sealed.ts'

type Scope = { countyCode: string }
export type Renewal = {
  /** False: they are read alone, to see that they can be. */
  isWritten: boolean
  read: <T>(what: string, work: () => T) => T
}

const PAGE = 500

/** What is kept of files that wait, and what an undo puts back, by the newest key; how many values. */
export async function renewImports(
  db: Db,
  keyring: Keyring,
  scope: Scope,
  renewal: Renewal,
): Promise<number> {
  let values = 0
  for (const { id, reading } of await listImportReadings(db, scope)) {
    const sealing = { keyring, countyCode: scope.countyCode, importId: id }
    const open = renewal.read(`import ${id}`, () => openReading(sealing, reading))
    if (open && renewal.isWritten) await putImportReading(db, scope, id, sealReading(sealing, open))
    values += open ? 1 : 0
    values += await renewRows(db, sealing, renewal)
    values += await renewBefore(db, sealing, renewal)
  }
  return values
}

async function renewRows(db: Db, sealing: Sealing, { isWritten, read }: Renewal): Promise<number> {
  const { countyCode, importId } = sealing
  let values = 0
  for (let after: number | undefined; ; ) {
    const page = await pageOfImportRows(db, { countyCode }, importId, { after, limit: PAGE })
    if (page.length === 0) return values
    const rows = page.map((stored) => {
      const row = read(`import ${importId} ${stored.line}`, () => openRow(sealing, stored))
      const faults = sealFaults(sealing, row.line, row.faults)
      return { ...stored, cells: sealCells(sealing, row), faults }
    })
    if (isWritten) await putImportRows(db, { countyCode }, importId, rows)
    values += rows.length
    after = page.at(-1)!.line
  }
}

async function renewBefore(
  db: Db,
  sealing: Sealing,
  { isWritten, read }: Renewal,
): Promise<number> {
  const { countyCode, importId } = sealing
  let values = 0
  for (let after = ''; ; ) {
    const page = { act: 'updated', after, limit: PAGE } as const
    const acts = await pageOfImportChanges(db, { countyCode }, importId, page)
    if (acts.length === 0) return values
    for (const { subject, before } of acts) {
      // Of somebody who was erased nothing is kept.
      if (before === null) continue
      const open = read(`import ${importId} ${subject}`, () =>
        openBefore<unknown>(sealing, subject, before),
      )
      const sealed = sealBefore(sealing, subject, open)
      if (isWritten)
        await putImportBefore(db, { countyCode }, importId, { subject, before: sealed })
      values += 1
    }
    after = acts.at(-1)!.subject
  }
}
