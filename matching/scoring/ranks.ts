import type { IsBefore, Placed } from './best.ts'
import { type Scores, sumAt } from './scores.ts'
import { type Among, weightsFrom } from './top.ts'

/** Which place each of some people has among all with these weights, from 1: one pass, whoever else is asked about. */
export function ranksOf(
  scores: Scores,
  weights: ArrayLike<number>,
  people: readonly number[],
  { isIn, isBefore = (a, b) => a < b }: Among = {},
): number[] {
  const exact = weightsFrom(weights, scores.criteria)
  const asked = people.map((at): Placed => ({ at, sum: sumAt(scores, exact, at) }))
  const ordered = asked.toSorted((a, b) => b.sum - a.sum || (isBefore(a.at, b.at) ? -1 : 1))
  /** How many stand before the person at this place of `ordered`, but not before the one above. */
  const between = new Uint32Array(ordered.length + 1)
  for (let at = 0; at < scores.size; at++)
    if (isIn === undefined || isIn[at] === 1)
      between[placeOf(ordered, sumAt(scores, exact, at), at, isBefore)]!++
  const ranks = new Map<number, number>()
  let before = 0
  for (const [place, { at }] of ordered.entries()) {
    before += between[place]!
    ranks.set(at, before + 1)
  }
  return people.map((at) => ranks.get(at)!)
}

/** The first in order who stands behind; the person themself stands behind nobody of their own place. */
function placeOf(ordered: readonly Placed[], sum: number, at: number, isBefore: IsBefore): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = ordered[middle]!
    const isAhead = sum > other.sum || (sum === other.sum && isBefore(at, other.at))
    if (isAhead) high = middle
    else low = middle + 1
  }
  return low
}
