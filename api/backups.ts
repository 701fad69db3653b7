import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { listFile, removeSharedParts, removeUnnamed } from './attachments/copies.ts'
import { StartFailure } from './start-failure.ts'
import { PART, trying } from './whole-files.ts'

/** What stands beside a copy of the database, so that it can be checked before it is used. */
export const Manifest = z.object({
  format: z.literal(1),
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** When the copy was made: what was acknowledged before is in it. */
  at: z.iso.datetime(),
  program: z.string(),
  isEncrypted: z.boolean(),
  county: z.object({ code: z.string(), name: z.string() }).nullable(),
  migrations: z.array(z.string()),
  counts: z.record(z.string(), z.int()),
  /** Where the audit chain ends in it; null before there was one. */
  audit: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
  /** Papers in the folder `attachments` beside it, and the hash of their list; not in copies of before there were any. */
  attachments: z.object({ count: z.int(), bytes: z.int(), sha256: z.string() }).optional(),
  /** Versions of the keys that it needs, none of which are in it. */
  keyVersions: z.array(z.int()),
})
export type Manifest = z.infer<typeof Manifest>

const NAME = /^yanzhen-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite$/

/** The name of a copy made at this time (UTC); names sort by time. */
export function copyName(at: Date): string {
  return `yanzhen-${at.toISOString().replaceAll(/[:.]/g, '-')}.sqlite`
}

export function manifestFile(copy: string): string {
  return copy.replace(/\.sqlite$/, '.json')
}

/** Refuses a copy without its manifest, or with one that cannot be read. */
export function readManifest(copy: string): Manifest {
  const file = manifestFile(copy)
  if (!existsSync(file)) throw noManifest(copy, file)
  const manifest = manifestIn(file)
  if (manifest?.file === basename(copy)) return manifest
  throw new StartFailure({
    zh: `清单 ${file} 无法读取，或不是 ${basename(copy)} 的清单。请换一份备份，或取回与它成对的 .json 文件。`,
    en: `The manifest ${file} cannot be read, or belongs to another copy than ${basename(copy)}. Use another backup, or bring back the .json file that belongs to it.`,
  })
}

/** Whole copies of one county in a folder, the newest first; what is anything else is passed over. */
export function listCopies(folder: string, countyCode: string): string[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => join(folder, name))
    .filter((copy) => {
      const manifest = manifestIn(manifestFile(copy))
      // Another process may be removing it, first the copy.
      const size = statSync(copy, { throwIfNoEntry: false })?.size
      const isWhole = manifest?.file === basename(copy) && manifest.bytes === size
      return isWhole && manifest.county?.code === countyCode
    })
    .sort()
    .reverse()
}

/** What the newest whole copies of the county say of themselves, the newest first. */
export function listManifests(folder: string, countyCode: string): Manifest[] {
  if (!existsSync(folder)) return []
  return listCopies(folder, countyCode).flatMap((copy) => manifestIn(manifestFile(copy)) ?? [])
}

/** Removes the oldest copies of the county beyond `keep`, and answers their names. */
export function removeOldest(folder: string, countyCode: string, keep: number): string[] {
  const old = listCopies(folder, countyCode).slice(keep)
  for (const copy of old) for (const file of [copy, manifestFile(copy), listFile(copy)]) rm(file)
  if (old.length > 0) removeUnnamed(folder)
  return old.map((copy) => basename(copy))
}

/** Removes what copies that were interrupted left behind; nobody else may be writing there. */
export function removeParts(folder: string): void {
  const isPart = (name: string) => name.startsWith('yanzhen-') && name.includes(PART)
  for (const name of readdirSync(folder).filter(isPart)) rm(join(folder, name))
  removeSharedParts(folder)
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function manifestIn(file: string): Manifest | undefined {
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function rm(file: string): void {
  trying(file, () => rmSync(file, { force: true }))
}

function noManifest(copy: string, file: string) {
  return new StartFailure({
    zh: `找不到清单 ${file}：没有清单就无法核对 ${basename(copy)} 是否完整。请把与它成对的 .json 文件放在一起，或换一份备份。`,
    en: `There is no manifest ${file}: without it nobody knows whether ${basename(copy)} is whole. Put the .json file that belongs to it beside it, or use another backup.`,
  })
}
