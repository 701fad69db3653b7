import { certaintyOf, type Strengths } from '../certainty.ts'
import {
  CRITERIA,
  type CriterionId,
  type Policy,
  type RankedTalent,
  type Talent,
  type Village,
  type Weights,
} from '../types.ts'
import type { Piece } from './settling.ts'
import type { Tally } from './smaa.ts'

/** A paper that could be asked for; `skill` is whose proof it would be, null for evidence. */
export type Paper = {
  talent: string
  criterion: CriterionId
  skill: string | null
  piece: Piece
}

/** Whose papers are looked at: who comes among the first k at least this often. */
const CONTENDER = 0.01

type Given = {
  talents: readonly Talent[]
  village: Village
  weights: Weights
  policy: Policy
  strengths: Strengths
}

/** Every paper that would narrow the fit of somebody who may come among the first. */
export function papersOf(given: Given, tally: Tally, ranked: readonly RankedTalent[]): Paper[] {
  const { weights, village, policy, strengths } = given
  const known = new Map(given.talents.map((talent) => [talent.id, talent]))
  return ranked.flatMap(({ talent, shares }, person) => {
    const who = known.get(talent)
    if (!who || tally.top[person]! < CONTENDER * tally.samples) return []
    return certaintyOf(who, village, weights, policy, strengths).map(
      ({ criterion, skill, gain }) => {
        const at = CRITERIA.indexOf(criterion)
        const { low, high } = shares[at]!
        // The gain is weight × what closes of the interval.
        const closes = Math.min(1, gain / (weights[criterion] * (high - low)))
        return { talent, criterion, skill, piece: { person, criterion: at, closes } }
      },
    )
  })
}
