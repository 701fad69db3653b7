import type { Tally } from './smaa.ts'

/** Two neighbours of the ranking, the first before the second, and how often they stand the other way round. */
export type Unsettled = { a: string; b: string /** 0 to 1, of the samples. */; share: number }

/**
 * An order that holds in fewer than two of three samples is not even likely, in the words that the IPCC keeps for
 * chances (Mastrandrea et al., Guidance note on consistent treatment of uncertainties, 2010, table 1: likely from 66 %).
 */
export const UNSETTLED_ABOVE = 1 / 3

/** Neighbours whose order is not settled, in the order of the ranking. */
export function unsettledOf(talents: readonly string[], { flips, samples }: Tally): Unsettled[] {
  return talents.slice(1).flatMap((b, at) => {
    const share = flips[at]! / samples
    return share > UNSETTLED_ABOVE ? [{ a: talents[at]!, b, share }] : []
  })
}
