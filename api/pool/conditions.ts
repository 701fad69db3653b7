/** One thing that is asked: by codes of a column that are allowed, or person by person. */
export type Condition = { key: string } & (
  | { codes: Uint8Array | Uint16Array | Uint32Array; allowed: Uint8Array }
  | { marks: Uint8Array }
)

/** Who meets all conditions, and by condition who fails that one alone: from it come counts and what a condition costs. */
export type Sieved = { hits: Uint32Array; nearly: Uint32Array[] }

/** One pass a condition over plain arrays, then one over the people; places of nobody never pass. */
export function sieve(isIn: Uint8Array, size: number, conditions: readonly Condition[]): Sieved {
  const fails = new Uint8Array(size)
  const failing = new Uint8Array(size)
  for (let at = 0; at < size; at++) if (isIn[at] !== 1) fails[at] = OUTSIDE
  for (const [number, condition] of conditions.entries())
    if ('marks' in condition) failMarks(condition.marks, number, fails, failing)
    else failCodes(condition, number, fails, failing)
  return gather(fails, failing, conditions.length)
}

/** More than there can be conditions, so that none makes it 0 or 1. */
const OUTSIDE = 100

function failMarks(marks: Uint8Array, number: number, fails: Uint8Array, failing: Uint8Array) {
  for (let at = 0; at < fails.length; at++) {
    if (marks[at]! > 0) continue
    fails[at]!++
    failing[at] = number
  }
}

function failCodes(
  { codes, allowed }: { codes: Uint8Array | Uint16Array | Uint32Array; allowed: Uint8Array },
  number: number,
  fails: Uint8Array,
  failing: Uint8Array,
) {
  for (let at = 0; at < fails.length; at++) {
    if (allowed[codes[at]!] === 1) continue
    fails[at]!++
    failing[at] = number
  }
}

function gather(fails: Uint8Array, failing: Uint8Array, conditions: number): Sieved {
  const counts = new Uint32Array(conditions)
  let total = 0
  for (let at = 0; at < fails.length; at++)
    if (fails[at] === 0) total++
    else if (fails[at] === 1) counts[failing[at]!]!++
  const hits = new Uint32Array(total)
  const nearly = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(conditions)
  let next = 0
  for (let at = 0; at < fails.length; at++)
    if (fails[at] === 0) hits[next++] = at
    else if (fails[at] === 1) nearly[failing[at]!]![filled[failing[at]!]!++] = at
  return { hits, nearly }
}
