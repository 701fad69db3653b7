import type { ShortlistGroup } from '../types.ts'
import type { Groups } from './groups.ts'

export type MinShare = {
  group: ShortlistGroup
  /** 0 to 1. */
  min: number
}

/** A share kept as 0.29 is a little less in binary, yet 29 of 100 are meant. */
const ROUNDING = 1e-9

/**
 * People of a group that the first so many places must hold: ⌊share × places⌋, the minimum of Geyik, Ambler and
 * Kenthapadi, Fairness-Aware Ranking in Search & Recommendation Systems, KDD 2019, section 3.1.
 */
export function demanded({ min }: MinShare, places: number): number {
  return Math.floor(min * places + ROUNDING)
}

/** One demand a group, the higher where a group stands twice, in the order given; what demands nothing is left out. */
export function demandsOf(shares: readonly MinShare[]): MinShare[] {
  const highest = new Map<ShortlistGroup, number>()
  for (const { group, min } of shares) highest.set(group, Math.max(min, highest.get(group) ?? 0))
  return [...highest].map(([group, min]) => ({ group, min })).filter(({ min }) => min > 0)
}

type Member = { groups: Groups }

/** People of a group that lack among the first 1, 2, … places of a list. */
export function shortfallsOf(list: readonly Member[], share: MinShare): number[] {
  let held = 0
  return list.map(({ groups }, at) => {
    if (groups[share.group] === true) held++
    return Math.max(0, demanded(share, at + 1) - held)
  })
}

/** Added up over groups and places: the measure of how far a list is from its demands. */
export function totalShortfall(list: readonly Member[], shares: readonly MinShare[]): number {
  return shares.reduce((sum, share) => shortfallsOf(list, share).reduce((a, b) => a + b, sum), 0)
}
