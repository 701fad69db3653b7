import type { Columns } from './columns.ts'

/** What people stand in the order of: the least first, then by pinyin, then by id. */
export type Key = (at: number) => number

/** Where a page ended: the key, the pinyin and the id of its last person. */
type Cursor = { key: number; pinyin: string; id: string }

/** The next people after a cursor, at most so many; `next` asks for those after them, null after the last. */
export function pageOf(
  columns: Columns,
  hits: Uint32Array,
  key: Key,
  { after, limit }: { after?: string | undefined; limit: number },
): { page: number[]; next: string | null } {
  const from = after === undefined ? null : readCursor(after)
  const compare = comparing(columns, key)
  const best: number[] = []
  let isMore = false
  for (let n = 0; n < hits.length; n++) {
    const at = hits[n]!
    if (from !== null && compareWith(columns, key(at), at, from) <= 0) continue
    if (best.length === limit && compare(at, best[limit - 1]!) > 0) {
      isMore = true
      continue
    }
    best.splice(placeFor(best, at, compare), 0, at)
    if (best.length > limit) {
      best.pop()
      isMore = true
    }
  }
  const last = best.at(-1)
  const next = isMore && last !== undefined ? writeCursor(columns, key, last) : null
  return { page: best, next }
}

/** Everybody in order, for an export. */
export function allInOrder(columns: Columns, hits: Uint32Array, key: Key): Uint32Array {
  return hits.slice().sort(comparing(columns, key))
}

function comparing({ order, pinyin, ids }: Columns, key: Key) {
  return (a: number, b: number): number =>
    key(a) - key(b) ||
    order[a]! - order[b]! ||
    byText(pinyin[a]!, pinyin[b]!) ||
    byText(ids[a]!, ids[b]!)
}

function compareWith({ pinyin, ids }: Columns, key: number, at: number, cursor: Cursor): number {
  return key - cursor.key || byText(pinyin[at]!, cursor.pinyin) || byText(ids[at]!, cursor.id)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `best` is in order. */
function placeFor(best: number[], at: number, compare: (a: number, b: number) => number): number {
  let [low, high] = [0, best.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(best[middle]!, at) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function writeCursor({ pinyin, ids }: Columns, key: Key, at: number): string {
  return `${key(at)}|${pinyin[at]}~${ids[at]}`
}

/** What is no cursor begins anew. */
function readCursor(after: string): Cursor | null {
  const found = /^(-?[\d.e+-]+)\|([^~]*)~(.*)$/.exec(after)
  const key = Number(found?.[1])
  return found && Number.isFinite(key) ? { key, pinyin: found[2]!, id: found[3]! } : null
}
