import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type AuditHead, findAuditEntry, findAuditHead } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import type { Log } from './log.ts'

/**
 * A line of the file outside the database, the head of the chain at some time: whoever cuts the end off the chain, and
 * its head with it, is found by them. A line with `next` says that a chain begins after this place, or goes on from it
 * because a backup was restored. `next` is the seal of the entry that tells so, which nobody makes without the key.
 */
type Line = AuditHead & { county: string; at: string; next?: string }
/** Lines from one mark to the next. */
type Part = { mark: Line | null; lines: Line[]; isOwn: boolean }

const BEGINNINGS = new Set(['county.set-up', 'demonstration.filled', 'database.restored'])

/** What the chain must hold. What was kept of a chain that it left counts up to the place where it did. */
export async function keptHeads(db: Db, countyCode: string, file: string): Promise<AuditHead[]> {
  return headsIn(await partsOf(db, countyCode, file))
}

/** For a copy from earlier: what it must hold, and how many entries are known that it does not have. */
export async function headsForRestore(db: Db, countyCode: string, file: string) {
  const parts = await partsOf(db, countyCode, file)
  const end = (await findAuditHead(db, { countyCode }))?.sequence ?? 0
  const own = headsIn(parts.filter(({ isOwn }) => isOwn))
  const last = parts.at(-1)
  const shared = last?.isOwn === false ? Math.min(end, last.mark!.sequence) : end
  const lines = last?.lines ?? []
  const lost = lines.reduce((most, { sequence }) => Math.max(most, sequence - shared), 0)
  return { heads: own.filter(({ sequence }) => sequence <= end), lost }
}

/** Writes the head down when the chain has grown since it was last written. */
export async function keepHead(db: Db, countyCode: string, file: string): Promise<boolean> {
  const head = await findAuditHead(db, { countyCode })
  if (!head || head.sequence === 0) return false
  const lines = linesIn(file, countyCode)
  const first = await findAuditEntry(db, { countyCode }, 1)
  const isMarked = lines.some(({ next }) => next !== undefined && next === first?.hash)
  if (first && BEGINNINGS.has(first.action) && !isMarked)
    keepLine(file, countyCode, { sequence: 0, hash: '' }, first.hash ?? '')
  else if (lines.at(-1)?.hash === head.hash) return false
  keepLine(file, countyCode, head)
  return true
}

/** Writes down a line: a head, or with `next` that the chain goes on after it with the entry of that seal. */
export function keepLine(file: string, county: string, head: AuditHead, next?: string): void {
  append(file, { ...lineOf(county, head), ...(next && { next }) })
}

const EVERY_MS = 60_000

/** Keeps the head now, each minute until it is stopped, and once more then. */
export function keepHeads(db: Db, countyCode: string, file: string, log: Log) {
  let kept: string | undefined
  const keep = async () => {
    const head = await findAuditHead(db, { countyCode })
    // The file grows for years: it is read once.
    if (kept === undefined || !head) await keepHead(db, countyCode, file)
    else if (head.hash !== kept) keepLine(file, countyCode, head)
    kept = head?.hash
  }
  const tryToKeep = () =>
    keep().catch((error: unknown) =>
      log.error({ reason: String(error).slice(0, 300) }, 'audit head not kept'),
    )
  const timer = setInterval(() => void tryToKeep(), EVERY_MS)
  timer.unref()
  void tryToKeep()
  return async () => {
    clearInterval(timer)
    await tryToKeep()
  }
}

/**
 * Heads of other chains before the last mark of this one are those of copies that were given up; after it they stand,
 * since a chain that was cut back to before its mark looks the same.
 */
function headsIn(parts: Part[]): AuditHead[] {
  const lastOwn = parts.findLastIndex(({ mark, isOwn }) => mark !== null && isOwn)
  return parts.flatMap(({ lines, isOwn }, at) => {
    if (!isOwn && at < lastOwn) return []
    const marks = parts.flatMap(({ mark, isOwn }, other) => (other > at && isOwn && mark) || [])
    const most = Math.min(...marks.map(({ sequence }) => sequence))
    return lines.filter(({ sequence }) => sequence > 0 && sequence <= most)
  })
}

/** A mark that stands twice marks once: the end cannot be hidden by a copy of an earlier line. */
async function partsOf(db: Db, countyCode: string, file: string): Promise<Part[]> {
  const parts: Part[] = [{ mark: null, lines: [], isOwn: true }]
  const seen = new Set<string>()
  for (const line of linesIn(file, countyCode)) {
    const { next } = line
    if (next !== undefined && !seen.has(next)) {
      seen.add(next)
      parts.push({ mark: line, lines: [], isOwn: await isBeginning(db, countyCode, line) })
    }
    parts.at(-1)!.lines.push(line)
  }
  return parts
}

async function isBeginning(db: Db, countyCode: string, { sequence, next }: Line) {
  const entry = await findAuditEntry(db, { countyCode }, sequence + 1)
  return entry !== undefined && entry.hash === next && BEGINNINGS.has(entry.action)
}

/** A line that was torn by a full disk or a power cut is passed over. */
function linesIn(file: string, countyCode: string): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => parsed(text) ?? [])
    .filter(({ county }) => county === countyCode)
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text)
    return typeof line === 'object' && line !== null && 'sequence' in line ? (line as Line) : null
  } catch {
    return null
  }
}

function lineOf(county: string, { sequence, hash }: AuditHead): Line {
  return { county, at: new Date().toISOString(), sequence, hash }
}

function append(file: string, line: Line): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // On a line of its own, whatever an earlier write left.
  const start = endsInLine(file) ? '' : '\n'
  appendFileSync(file, `${start}${JSON.stringify(line)}\n`, { mode: 0o600 })
}

function endsInLine(file: string): boolean {
  if (!existsSync(file)) return true
  const handle = openSync(file, 'r')
  const last = Buffer.alloc(1)
  const { size } = fstatSync(handle)
  if (size > 0) readSync(handle, last, { position: size - 1 })
  closeSync(handle)
  return size === 0 || last.toString() === '\n'
}
