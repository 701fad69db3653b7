import type { Context } from 'hono'
import { readAttachmentBody } from '../body-limits.ts'
import type { Env } from '../context.ts'
import { refused } from './faults.ts'
import { lookAt, type Media } from './looking.ts'
import { hashOf, putSealed } from './sealed.ts'

type Received = { bytes: Buffer; media: Media; contentHash: string }

/** The file of the body, looked at before anything of it is on the disk. */
export async function receiveFile(c: Context<Env>): Promise<Received> {
  const bytes = Buffer.from(await readAttachmentBody(c))
  const look = await lookAt(bytes)
  if ('fault' in look) throw refused(look.fault)
  return { bytes, media: look.media, contentHash: hashOf(bytes) }
}

/** Bytes first, then the row: a kill in between leaves a file without a row, which the next start removes. */
export async function keepFile(
  c: Context<Env>,
  { id, bytes }: { id: string; bytes: Buffer },
  writeRow: () => Promise<void>,
): Promise<void> {
  const { attachments: store, keyring, countyCode } = c.var
  await putSealed({ store, keyring, countyCode }, id, bytes)
  try {
    await writeRow()
  } catch (error) {
    await store.remove(id)
    throw error
  }
}
