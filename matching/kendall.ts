/**
 * Kendall's tau-b of two lists of scores of the same things: 1 when both put them in the same order, −1 when one is the
 * other turned round; pairs that are equal in a list count in neither direction. Null when one of the lists says
 * nothing, all being equal in it.
 *
 * τ_b = (P − Q) / √((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those that are equal in the first and in the second.
 * Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945) 239–251. Discordant pairs are the swaps of a
 * merge sort: Knight, Journal of the American Statistical Association 61 (1966) 436–439, in n log n.
 */
export function kendall(one: readonly number[], other: readonly number[]): number | null {
  const order = [...one.keys()].sort((a, b) => one[a]! - one[b]! || other[a]! - other[b]!)
  const all = pairsOf(one.length)
  const tiedInOne = tiedPairs(order, (a, b) => one[a] === one[b])
  const tiedInBoth = tiedPairs(order, (a, b) => one[a] === one[b] && other[a] === other[b])
  const seconds = Float64Array.from(order, (at) => other[at]!)
  const discordant = swapsOf(seconds)
  const tiedInOther = tiedPairs([...seconds.keys()], (a, b) => seconds[a] === seconds[b])
  const untied = (all - tiedInOne) * (all - tiedInOther)
  if (untied === 0) return null
  const concordantLess = all - tiedInOne - tiedInOther + tiedInBoth - 2 * discordant
  return concordantLess / Math.sqrt(untied)
}

const pairsOf = (many: number) => (many * (many - 1)) / 2

/** Pairs of neighbours that are equal, run by run. */
function tiedPairs(order: readonly number[], isSame: (a: number, b: number) => boolean): number {
  let [pairs, run] = [0, 1]
  for (let at = 1; at <= order.length; at++) {
    const goesOn = at < order.length && isSame(order[at - 1]!, order[at]!)
    if (!goesOn) pairs += pairsOf(run)
    run = goesOn ? run + 1 : 1
  }
  return pairs
}

/** Pairs that stand the wrong way round; sorts on the way, from runs of one upwards. */
function swapsOf(numbers: Float64Array): number {
  let swaps = 0
  const merged = new Float64Array(numbers.length)
  for (let width = 1; width < numbers.length; width *= 2) {
    for (let from = 0; from < numbers.length; from += 2 * width)
      swaps += merge(numbers, merged, from, width)
    numbers.set(merged)
  }
  return swaps
}

function merge(numbers: Float64Array, merged: Float64Array, from: number, width: number): number {
  const middle = Math.min(from + width, numbers.length)
  const end = Math.min(from + 2 * width, numbers.length)
  let [left, right, swaps] = [from, middle, 0]
  for (let at = from; at < end; at++) {
    const takesLeft = right >= end || (left < middle && numbers[left]! <= numbers[right]!)
    if (!takesLeft) swaps += middle - left
    merged[at] = numbers[takesLeft ? left++ : right++]!
  }
  return swaps
}
