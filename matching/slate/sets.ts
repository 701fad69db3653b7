/** Sets of up to 30 members as bits. */
export type Bits = number

export type Sets = {
  /** Every smallest set that cannot hold: dropping any one member would resolve it. */
  clashes: Bits[]
  /** Every smallest set that has to give way so that all the rest can hold. */
  corrections: Bits[]
  /** false when the budget ran out: more may exist. */
  isComplete: boolean
}

/** A larger set that is known to hold together with this one (itself at least), or null when it cannot hold. */
export type Hold = (set: Bits) => Bits | null

/**
 * All minimal clashing sets and all minimal corrections by their duality: a set that takes a member of every
 * correction known so far, as small as it can be, either clashes, and then no smaller one does, or it holds and grows
 * to a largest set that holds, whose complement is a new correction. Where none is left both lists are complete
 * (Bailey and Stuckey 2005; the map of Liffiton et al. 2016 walked from below).
 */
export function smallestSets(count: number, hold: Hold, goesOn: () => boolean): Sets {
  const all = 2 ** count - 1
  const clashes: Bits[] = []
  const corrections: Bits[] = []
  const barred: Bits[] = []
  const isBarred = (set: Bits) => [...clashes, ...barred].some((one) => isWithin(one, set))
  for (;;) {
    const seed = freshSeed(corrections, clashes)
    if (seed === null) return { clashes, corrections, isComplete: true }
    if (!goesOn()) return { clashes, corrections, isComplete: false }
    const held = hold(seed)
    if (held === null) clashes.push(seed)
    else corrections.push(all & ~grown(held, count, hold, isBarred, (set) => barred.push(set)))
  }
}

export const isWithin = (part: Bits, whole: Bits) => (part & ~whole) === 0

function grown(
  start: Bits,
  count: number,
  hold: Hold,
  isBarred: (set: Bits) => boolean,
  bar: (set: Bits) => void,
): Bits {
  let set = start
  for (let member = 0; member < count; member++) {
    const larger = set | (1 << member)
    if (larger === set || isBarred(larger)) continue
    const held = hold(larger)
    if (held === null) bar(larger)
    else set = held
  }
  return set
}

/** A smallest set with a member of every correction that is no known clash; null when there is none. */
function freshSeed(corrections: readonly Bits[], clashes: readonly Bits[]): Bits | null {
  const ordered = [...corrections].sort((a, b) => sizeOf(a) - sizeOf(b))
  const walk = (set: Bits, barred: Bits): Bits | null => {
    if (clashes.some((clash) => isWithin(clash, set))) return null
    const open = ordered.find((one) => (one & set) === 0)
    if (open === undefined) return isSmallest(set, ordered) ? set : null
    let tried = barred
    for (let left = open & ~barred; left !== 0; left &= left - 1) {
      const member = left & -left
      const found = walk(set | member, tried)
      if (found !== null) return found
      // Sets with this member have all been looked at.
      tried |= member
    }
    return null
  }
  return walk(0, 0)
}

/** Every member is the only one in some correction. */
function isSmallest(set: Bits, corrections: readonly Bits[]): boolean {
  for (let left = set; left !== 0; left &= left - 1) {
    const member = left & -left
    if (!corrections.some((one) => (one & set) === member)) return false
  }
  return true
}

export function sizeOf(set: Bits): number {
  let size = 0
  for (let left = set; left !== 0; left &= left - 1) size++
  return size
}
