/** One thing that is asked: by codes of a column that are allowed, or person by person. */
export type Condition = { key: string } & (
  | { codes: Uint32Array; allowed: Uint8Array }
  | { marks: Uint8Array }
)

/** Who meets all conditions; and of each condition who fails that one alone, from which follows what it costs. */
export type Sieved = {
  hits: Uint32Array
  /** By condition: how many fail it alone. */
  alone: Uint32Array
  /** Who they are, where that was wanted. */
  nearly: (Uint32Array | null)[]
}

/**
 * One pass a condition over plain arrays, then two over the people. A person's state is the one condition failed so far.
 */
export function sieve(
  isIn: Uint8Array,
  size: number,
  conditions: readonly Condition[],
  isWanted: (condition: Condition) => boolean = () => false,
): Sieved {
  const state = new Int8Array(size)
  for (let at = 0; at < size; at++) state[at] = isIn[at] === 1 ? PASSES : OUT
  for (const [number, condition] of conditions.entries())
    if ('marks' in condition) failMarks(condition.marks, number, state)
    else failCodes(condition.codes, condition.allowed, number, state)
  return gather(state, conditions, isWanted)
}

const PASSES = -1
/** Fails two conditions or more, or is not in view; there are fewer conditions. */
const OUT = 127

function failMarks(marks: Uint8Array, number: number, state: Int8Array) {
  for (let at = 0; at < state.length; at++) {
    const now = state[at]!
    if (now === OUT || marks[at]! > 0) continue
    state[at] = now === PASSES ? number : OUT
  }
}

function failCodes(codes: Uint32Array, allowed: Uint8Array, number: number, state: Int8Array) {
  for (let at = 0; at < state.length; at++) {
    const now = state[at]!
    if (now === OUT || allowed[codes[at]!] === 1) continue
    state[at] = now === PASSES ? number : OUT
  }
}

function gather(
  state: Int8Array,
  conditions: readonly Condition[],
  isWanted: (condition: Condition) => boolean,
): Sieved {
  const alone = new Uint32Array(conditions.length)
  let total = 0
  for (let at = 0; at < state.length; at++) {
    const now = state[at]!
    if (now === PASSES) total++
    else if (now !== OUT) alone[now]!++
  }
  const nearly = conditions.map((condition, number) =>
    isWanted(condition) ? placesOf(state, number, alone[number]!) : null,
  )
  return { hits: placesOf(state, PASSES, total), alone, nearly }
}

function placesOf(state: Int8Array, wanted: number, count: number): Uint32Array {
  const places = new Uint32Array(count)
  for (let at = 0, next = 0; next < count; at++) if (state[at] === wanted) places[next++] = at
  return places
}
