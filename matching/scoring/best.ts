export type Placed = { at: number; sum: number }
/** Who of two with the same sum comes first. */
export type IsBefore = (a: number, b: number) => boolean

/** The best so far, best first; `least` is what somebody must reach, −∞ while there is room. */
export type Best = { placed: Placed[]; most: number; least: number; isBefore: IsBefore }

export function createBest(most: number, isBefore: IsBefore): Best {
  return { placed: [], most, least: most > 0 ? -Infinity : Infinity, isBefore }
}

export function offer(best: Best, sum: number, at: number): void {
  const { placed, most, isBefore } = best
  if (sum < best.least) return
  let place = placed.length
  while (place > 0 && goesBefore(sum, at, placed[place - 1]!, isBefore)) place--
  if (place >= most) return
  if (placed.length === most) placed.pop()
  placed.splice(place, 0, { at, sum })
  if (placed.length === most) best.least = placed[most - 1]!.sum
}

function goesBefore(sum: number, at: number, other: Placed, isBefore: IsBefore): boolean {
  return sum > other.sum || (sum === other.sum && isBefore(at, other.at))
}
