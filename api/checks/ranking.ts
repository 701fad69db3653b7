/** People below whom a rank would say more than is known (ours). */
export const RANKED_FROM = 10

export type Ranked = { rank: number | null; isLastTenth: boolean }

/**
 * Places by points: people with the same points share one, whoever has none kept is not placed, and fewer than ten people
 * are not placed at all. The last tenth holds only whom nobody outside of it ties with.
 */
export function ranksOf(points: ReadonlyMap<string, number>): Map<string, Ranked> {
  const all = [...points.values()].sort((a, b) => b - a)
  const isRanked = all.length >= RANKED_FROM
  const tenth = Math.floor(all.length / 10)
  const placeOf = (own: number): Ranked => {
    const rank = firstAt(all, own) + 1
    return { rank, isLastTenth: all.length - rank + 1 <= tenth }
  }
  return new Map([...points].map(([id, own]) => [id, isRanked ? placeOf(own) : UNRANKED] as const))
}

const UNRANKED: Ranked = { rank: null, isLastTenth: false }

/** Where a number first stands in a list that falls. */
function firstAt(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) low = middle + 1
    else high = middle
  }
  return low
}
