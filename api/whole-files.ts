import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { StartFailure } from './start-failure.ts'

/** Ends the name of a file that is not whole yet. */
export const PART = '.part'

/** Writes a small file so that a reader, and a power cut, meets the old text or the new one. The owner alone reads it. */
export function writeWhole(file: string, text: string): void {
  makeFolder(dirname(file))
  const target = existsSync(file) ? realpathSync(file) : file
  const part = `${target}${PART}`
  trying(target, () => {
    writeFileSync(part, text, { mode: 0o600, flush: true })
    keepOwner(part, target)
    reveal(part, target)
  })
}

/** Makes an empty file that the owner alone reads, in place of one that was left over. */
export function makeEmpty(file: string): void {
  trying(file, () => {
    rmSync(file, { force: true })
    closeSync(openSync(file, 'wx', 0o600))
  })
}

/** Makes a folder that its owner alone may enter, where there is none. */
export function makeFolder(folder: string): void {
  trying(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
}

/** Gives a finished file its name, so that it is on the disk with all it holds. */
export function reveal(part: string, file: string): void {
  flush(part)
  renameSync(part, file)
  // Windows opens no folders, and writes names through.
  if (process.platform !== 'win32') flush(dirname(file))
}

export function trying<T>(file: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

/** A command run by root must not lock out the user who runs the server. */
function keepOwner(part: string, file: string): void {
  if (process.getuid?.() !== 0 || !existsSync(file)) return
  const { uid, gid } = statSync(file)
  chownSync(part, uid, gid)
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function cannotWrite(path: string, error: unknown): StartFailure {
  const cause = String(error instanceof Error ? error.message : error).slice(0, 200)
  return new StartFailure({
    zh: `无法写入 ${path}（${cause}）。请检查文件夹是否存在、是否有写入权限、磁盘是否已满，或换一个文件夹。`,
    en: `Cannot write ${path} (${cause}). Check that the folder is there, may be written and the disk has room, or name another folder.`,
  })
}
