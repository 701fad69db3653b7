import {
  listSealedApplications,
  putSealedApplication,
  renewApplicationDigest,
} from '../../db/applications.ts'
import type { Db } from '../../db/connect.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Renewal } from '../imports/rotation.ts'
import { digestOfNumber, opened, seal } from './sealed.ts'

/** What people handed in and nobody has decided, by the newest key; how many values. */
export async function renewApplications(
  db: Db,
  keyring: Keyring,
  { countyCode }: { countyCode: string },
  { isWritten, read }: Renewal,
): Promise<number> {
  const where = { keyring, countyCode }
  const rows = await listSealedApplications(db, { countyCode })
  const digests = new Map<string, string>()
  for (const row of rows) {
    const typed = read(`application ${row.id}`, () => opened(where, row)!)
    digests.set(row.digest, digestOfNumber(where, typed.idNumber))
    if (!isWritten) continue
    const cipher = seal(where, row.id, typed)
    await putSealedApplication(db, { countyCode }, row.id, { cipher })
  }
  if (isWritten)
    for (const [from, to] of digests) await renewApplicationDigest(db, { countyCode }, { from, to })
  return rows.length
}

export async function hasApplicationsOfOtherKey(
  db: Db,
  { version }: Keyring,
  { countyCode }: { countyCode: string },
): Promise<boolean> {
  const rows = await listSealedApplications(db, { countyCode })
  return rows.some(({ cipher }) => !cipher!.startsWith(`${version}.`))
}
