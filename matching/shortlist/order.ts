import { type MinShare, totalShortfall } from './demand.ts'
import { byFit, type Candidate } from './kinds.ts'

/**
 * The chosen people with the fitter forward. The order of fit where nothing more lacks by it; else two people change
 * places as long as the fitter stands behind and no more lacks for it, as DetConstSort (Geyik et al., KDD 2019,
 * algorithm 3) swaps towards the front, there neighbours only. At the end no two people could be turned.
 */
export function inOrder(list: readonly Candidate[], shares: readonly MinShare[]): Candidate[] {
  const lacks = totalShortfall(list, shares)
  const plain = list.toSorted(byFit)
  if (totalShortfall(plain, shares) <= lacks) return plain
  let ordered = [...list]
  for (let isTurned = true; isTurned; ) {
    isTurned = false
    for (let front = 0; front < ordered.length; front++)
      for (let behind = ordered.length - 1; behind > front; behind--) {
        if (byFit(ordered[front]!, ordered[behind]!) < 0) continue
        const turned = ordered.with(front, ordered[behind]!).with(behind, ordered[front]!)
        if (totalShortfall(turned, shares) > lacks) continue
        ordered = turned
        isTurned = true
      }
  }
  return ordered
}
