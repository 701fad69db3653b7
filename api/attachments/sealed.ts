import { createHash } from 'node:crypto'
import { type Keyring, VERSION_BYTES, versionOfBytes } from '../../db/keyring.ts'
import type { AttachmentStore } from './store.ts'

type Sealing = { store: AttachmentStore; keyring: Keyring; countyCode: string }

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function putSealed({ store, keyring, countyCode }: Sealing, id: string, bytes: Uint8Array) {
  return store.write(id, keyring.encryptBytes(bytes, placeOf(countyCode, id)))
}

/** Null when the file is gone, was altered or moved, or is another than the row says. */
export async function getSealed(
  { store, keyring, countyCode }: Sealing,
  { id, contentHash }: { id: string; contentHash: string },
): Promise<Buffer | null> {
  const sealed = await store.read(id)
  if (sealed === null) return null
  const bytes = opened(() => keyring.decryptBytes(sealed, placeOf(countyCode, id)))
  return bytes && hashOf(bytes) === contentHash ? bytes : null
}

/** Whether the file is by another key than the newest; null when it is gone. */
export async function isByOtherKey(
  store: AttachmentStore,
  keyring: Keyring,
  id: string,
): Promise<boolean | null> {
  const head = await store.begin(id, VERSION_BYTES)
  return head && versionOfBytes(head) !== keyring.version
}

/** Binds the bytes to their row. */
function placeOf(countyCode: string, id: string): string {
  return `attachment ${countyCode} ${id}`
}

function opened<T>(open: () => T): T | null {
  try {
    return open()
  } catch {
    return null
  }
}
