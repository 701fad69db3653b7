import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '../../db/connect.ts'
import type { Keyring } from '../../db/keyring.ts'
import { PART, reveal, trying, writeWhole } from '../whole-files.ts'
import { getSealed, hashOf } from './sealed.ts'
import { type AttachmentStore, writeFileWhole } from './store.ts'
import { everyFile } from './sweeping.ts'

/** Beside a copy of the database: which file of the shared folder is which attachment. */
export const listFile = (copy: string) => copy.replace(/\.sqlite$/, '.attachments')
const LIST = /^yanzhen-.*\.attachments$/
const LINE = /^([0-9a-f]{64}) ([0-9a-f-]{36})$/

/**
 * Files as they are encrypted, by the SHA-256 of that: copies of the database share them, and one that is by an
 * older key stays for the older copies.
 */
const sharedFile = (folder: string, hash: string) =>
  join(folder, 'attachments', hash.slice(0, 2), hash)

export type Copied = { count: number; bytes: number; sha256: string; missing: string[] }

/** Copies what is not there yet, and writes the list. */
export async function copyAttachments(
  store: AttachmentStore,
  ids: readonly string[],
  copy: string,
): Promise<Copied> {
  const [lines, missing]: [string[], string[]] = [[], []]
  let bytes = 0
  for (const id of ids) {
    const sealed = await store.read(id)
    if (sealed === null) {
      missing.push(id)
      continue
    }
    const hash = hashOf(sealed)
    const file = sharedFile(dirname(copy), hash)
    if (!existsSync(file)) await writeFileWhole(file, sealed)
    lines.push(`${hash} ${id}`)
    bytes += sealed.length
  }
  const text = lines.map((line) => `${line}\n`).join('')
  if (lines.length > 0) writeWhole(listFile(copy), text)
  return { count: lines.length, bytes, sha256: hashOfText(text), missing }
}

export type Brought = { count: number; lost: string[] }
type To = { db: Db; keyring: Keyring; countyCode: string; store: AttachmentStore }

/** Brings the files of every row back, each proven by its key and by the hash of what was sent. */
export async function bringAttachments(
  { db, keyring, countyCode, store }: To,
  { copy, sha256 }: { copy: string; sha256: string | null },
): Promise<Brought> {
  const listed = new Map(sha256 === null ? [] : listIn(copy, sha256))
  const lost: string[] = []
  let count = 0
  for await (const row of everyFile(db, { countyCode })) {
    const sealed = await sharedOf(dirname(copy), listed.get(row.id))
    if (sealed) await store.write(row.id, sealed)
    if (sealed && (await getSealed({ store, keyring, countyCode }, row))) count++
    else {
      await store.remove(row.id)
      lost.push(row.id)
    }
  }
  return { count, lost }
}

/** Removes files that no list of the folder names; nothing when a list cannot be read. */
export function removeUnnamed(folder: string): void {
  const shared = join(folder, 'attachments')
  if (!existsSync(shared)) return
  const named = new Set<string>()
  for (const name of readdirSync(folder).filter((one) => LIST.test(one)))
    for (const line of linesOf(readFileSync(join(folder, name), 'utf8'))) {
      const hash = LINE.exec(line)?.[1]
      if (hash === undefined) return
      named.add(hash)
    }
  for (const { name, parentPath } of filesIn(shared))
    if (/^[0-9a-f]{64}$/.test(name) && !named.has(name)) remove(join(parentPath, name))
}

/** Removes what copying that was cut short left behind. */
export function removeSharedParts(folder: string): void {
  const shared = join(folder, 'attachments')
  if (!existsSync(shared)) return
  for (const { name, parentPath } of filesIn(shared))
    if (name.endsWith(PART)) remove(join(parentPath, name))
}

/** Puts a folder that was filled apart in its place; one that is there already is set aside and named. */
export function putInPlace(part: string, folder: string, at: Date): string | null {
  const aside = `${folder}-${at.toISOString().replaceAll(/[:.]/g, '-')}`
  const isThere = existsSync(folder)
  trying(folder, () => {
    mkdirSync(part, { recursive: true, mode: 0o700 })
    if (isThere) reveal(folder, aside)
    reveal(part, folder)
  })
  return isThere ? aside : null
}

function listIn(copy: string, sha256: string): [string, string][] {
  const file = listFile(copy)
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  if (hashOfText(text) !== sha256) return []
  return linesOf(text).flatMap((line): [string, string][] => {
    const [, hash, id] = LINE.exec(line) ?? []
    return hash && id ? [[id, hash]] : []
  })
}

async function sharedOf(folder: string, hash: string | undefined): Promise<Buffer | null> {
  if (hash === undefined || !existsSync(sharedFile(folder, hash))) return null
  const sealed = await readFile(sharedFile(folder, hash))
  return hashOf(sealed) === hash ? sealed : null
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex')
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
const remove = (file: string) => trying(file, () => rmSync(file, { force: true }))
