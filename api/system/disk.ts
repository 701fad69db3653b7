import { statfs } from 'node:fs/promises'
import type { Installation } from '../installation.ts'
import type { SystemDisk } from '../shapes/system.ts'

/** Room where the data lies and where the copies do. */
export async function diskFacts({ data, backups }: Installation): Promise<SystemDisk> {
  return { data: await roomAt(data), backups: await roomAt(backups) }
}

/** Free for a program without the rights of the system, in bytes; null where nobody can tell. */
async function roomAt(folder: string) {
  const found = await statfs(folder).catch(() => null)
  if (!found) return null
  const { bsize, bavail, blocks } = found
  return { folder, free: bavail * bsize, total: blocks * bsize }
}
