import type { Db } from '../../db/connect.ts'
import type { Keyring } from '../../db/keyring.ts'
import { getSealed, isByOtherKey, putSealed } from './sealed.ts'
import type { AttachmentStore } from './store.ts'
import { everyFile } from './sweeping.ts'

type Given = { db: Db; keyring: Keyring; countyCode: string; attachments: AttachmentStore }

/**
 * Encrypts files by the newest key, one after another: each is by the old key or by the new one whenever the program
 * ends. One that cannot be read stays as it is, and the old key with it.
 */
export async function renewAttachments(given: Given): Promise<number> {
  const { db, keyring, countyCode, attachments: store } = given
  let files = 0
  for await (const row of everyFile(db, { countyCode })) {
    if (!(await isByOtherKey(store, keyring, row.id))) continue
    const bytes = await getSealed({ store, keyring, countyCode }, row)
    if (bytes === null) continue
    await putSealed({ store, keyring, countyCode }, row.id, bytes)
    files++
  }
  return files
}
