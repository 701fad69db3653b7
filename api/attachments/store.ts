import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PART } from '../whole-files.ts'

/** Files by the id of their attachment; what is in them is nobody's to read here. */
export type AttachmentStore = {
  folder: string
  /** Whole or not at all, whatever ends the program in between. */
  write(id: string, bytes: Uint8Array): Promise<void>
  /** Null when there is no such file. */
  read(id: string): Promise<Buffer | null>
  /** The first bytes alone. */
  begin(id: string, length: number): Promise<Buffer | null>
  remove(id: string): Promise<void>
  list(): Promise<string[]>
  /** Removes what writing that was cut short left behind; nobody else may be writing. */
  removeParts(): Promise<void>
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

export function openAttachments(folder: string): AttachmentStore {
  const fileOf = (id: string) => {
    if (!ID.test(id)) throw new RangeError('not the id of an attachment')
    // The first digits of an id are the time, the last ones are chance.
    return join(folder, id.slice(-2), id)
  }
  const names = async () => {
    if (!existsSync(folder)) return []
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    return found.filter((it) => it.isFile())
  }
  return {
    folder,
    write: (id, bytes) => writeFileWhole(fileOf(id), bytes),
    read: (id) => readFile(fileOf(id)).catch(nothingThere),
    begin: (id, length) => readBeginning(fileOf(id), length).catch(nothingThere),
    remove: (id) => rm(fileOf(id), { force: true }),
    list: async () => (await names()).map(({ name }) => name).filter((name) => ID.test(name)),
    async removeParts() {
      for (const { name, parentPath } of await names())
        if (name.endsWith(PART)) await rm(join(parentPath, name), { force: true })
    },
  }
}

/** The old file or the new one, on the disk once this is done. */
export async function writeFileWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}${PART}`
  const made = await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
  if (made) await syncFolder(dirname(made))
}

/** The name is on the disk only with its folder; Windows opens none, and writes names through. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readBeginning(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
