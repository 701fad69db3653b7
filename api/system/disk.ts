import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Installation } from '../installation.ts'
import type { SystemDisk } from '../shapes/system.ts'

/** Room where the data lies and where the copies do. */
export async function diskFacts({ data, backups }: Installation): Promise<SystemDisk> {
  return {
    data: await roomAt(data),
    backups: existsSync(backups) ? await roomAt(backups) : null,
  }
}

/** Free for a program without the rights of the system, in bytes. */
async function roomAt(folder: string) {
  const { bsize, bavail, blocks } = await statfs(folder)
  return { folder, free: bavail * bsize, total: blocks * bsize }
}
